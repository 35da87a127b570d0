import { pixelOf, type Span } from './span.ts';

/** A cell to be drawn: its step, and its class. */
export interface Cell<Class extends string> {
  step: number;
  kind: Class;
}

/**
 * The cells of a row as paths, one a class in the order in which they come: of a tune of thousands of tokens an element a cell takes the
 * browser long to make and to lay out.
 * @param y The top of the row, and its height: pixels.
 */
export function cellPaths<Class extends string>(
  cells: readonly Cell<Class>[],
  span: Span,
  width: number,
  cell: number,
  y: number,
  height: number,
): { kind: Class; d: string }[] {
  const wide = cellWidth(cell).toFixed(2);
  const parts = new Map<Class, string[]>();
  for (const { step, kind } of cells) {
    const of = parts.get(kind) ?? [];
    of.push(`M${pixelOf(span, width, step).toFixed(2)},${y}h${wide}v${height}h-${wide}z`);
    parts.set(kind, of);
  }
  return [...parts].map(([kind, of]) => ({ kind, d: of.join('') }));
}

/** What of a cell is coloured, in pixels: the rest parts it from the next. */
export const cellWidth = (cell: number): number => Math.max(1, cell - (cell > 4 ? 1 : 0.4));
