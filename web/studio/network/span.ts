/** A stretch of an axis of cells (steps, or rows of units) that is in view: from `from` up to `to`, in cells, fractions allowed. */
export interface Span {
  from: number;
  to: number;
}

/** The fewest cells that zooming goes down to. */
const fewest = 4;

/** All of an axis. */
export const whole = (cells: number): Span => ({ from: 0, to: Math.max(1, cells) });

/** Whether a span shows all of an axis. */
export const isWhole = (span: Span, cells: number): boolean => span.from <= 0 && span.to >= cells;

/** A span of the same length (no longer than the axis) moved to lie on the axis. */
export function within(span: Span, cells: number): Span {
  const length = Math.min(Math.max(span.to - span.from, Math.min(fewest, cells)), cells);
  const from = Math.min(Math.max(0, span.from), cells - length);
  return { from, to: from + length };
}

/**
 * A span enlarged about a place, which stays where it is in the picture as long as the axis's ends allow.
 * @param about the place in cells.
 * @param factor over 1 shows fewer cells, under 1 more.
 */
export function zoomed(span: Span, about: number, factor: number, cells: number): Span {
  const length = Math.min(Math.max((span.to - span.from) / factor, Math.min(fewest, cells)), cells);
  const share = (about - span.from) / (span.to - span.from);
  const from = about - share * length;
  return within({ from, to: from + length }, cells);
}

/** A span moved by so many cells. */
export const panned = (span: Span, by: number, cells: number): Span => within({ from: span.from + by, to: span.to + by }, cells);

/** A span moved as little as shows a whole cell, with some cells around it. */
export function showing(span: Span, cell: number, cells: number, around = 2): Span {
  const room = Math.min(around, Math.max(0, (span.to - span.from - 1) / 2));
  if (cell - room < span.from) return panned(span, cell - room - span.from, cells);
  if (cell + 1 + room > span.to) return panned(span, cell + 1 + room - span.to, cells);
  return span;
}

/** Where a place in cells lies in a picture of so many pixels; the middle of cell n is at n + ½. */
export const pixelOf = (span: Span, pixels: number, place: number): number => ((place - span.from) / (span.to - span.from)) * pixels;

/** The place in cells under a pixel. */
export const placeAt = (span: Span, pixels: number, pixel: number): number => span.from + (pixel / pixels) * (span.to - span.from);

/** The cell under a pixel, one of 0 … cells − 1. */
export const cellAt = (span: Span, pixels: number, pixel: number, cells: number): number =>
  Math.min(Math.max(0, Math.floor(placeAt(span, pixels, pixel))), Math.max(0, cells - 1));

/** How many pixels a cell has. */
export const cellSize = (span: Span, pixels: number): number => pixels / (span.to - span.from);
