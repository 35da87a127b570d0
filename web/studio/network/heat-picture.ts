import { colourIndex, type ColourScale } from './colour-scale.ts';
import type { Span } from './span.ts';

/** A recording of one site of one layer: `steps` rows of `units` values. */
export interface SiteValues {
  /** [T, H] */
  values: Float32Array;
  steps: number;
  units: number;
}

/** Pixels to be set on a canvas, one column a step. */
export interface HeatPicture {
  width: number;
  height: number;
  /** [height, width] Words of alpha, blue, green, red. */
  pixels: Uint32Array<ArrayBuffer>;
}

/** Steps that are painted together. */
const stepsAtOnce = 16;

/** How a span of rows falls on a picture: its first row, how many rows there are, and how many pixel rows they get. */
interface Rows {
  first: number;
  shown: number;
  high: number;
}

function rowsIn(rows: Span, count: number, height: number): Rows {
  const first = Math.max(0, Math.floor(rows.from));
  const shown = Math.max(1, Math.min(count, Math.ceil(rows.to)) - first);
  return { first, shown, high: Math.max(1, Math.min(shown, Math.floor(height))) };
}

/** The rows that a pixel row shows: from the first up to and without the second. */
function rowsAt({ first, shown, high }: Rows, y: number): [number, number] {
  const from = first + Math.floor((y * shown) / high);
  return [from, Math.max(from + 1, first + Math.floor(((y + 1) * shown) / high))];
}

function loudest({ values, units }: SiteValues, order: ArrayLike<number>, step: number, from: number, to: number): number {
  let best = from;
  let most = Math.abs(values[step * units + order[from]!]!);
  for (let row = from + 1; row < to; row++) {
    const size = Math.abs(values[step * units + order[row]!]!);
    if (size > most) [best, most] = [row, size];
  }
  return best;
}

/**
 * Paints units × steps: a column is a step of the tune, a row a unit, from the top in the order given. Where more units are in
 * view than there are rows to show them, a pixel shows the value of the largest magnitude among its units, so that no spike is lost.
 * @param order [H] The unit of each row.
 * @param rows The rows in view.
 * @param height The most pixel rows worth painting.
 * @param colours [256] Words, the last for NaN.
 */
export function paintHeat(
  site: SiteValues,
  order: ArrayLike<number>,
  rows: Span,
  height: number,
  scale: ColourScale,
  colours: Uint32Array,
): HeatPicture {
  const { values, steps, units } = site;
  if (values.length !== steps * units) throw new RangeError(`${values.length} values are not ${steps} steps of ${units} units`);
  const fall = rowsIn(rows, order.length, height);
  const pixels = new Uint32Array(steps * fall.high);
  const parts = Array.from({ length: fall.high }, (_, y) => rowsAt(fall, y));
  // A few steps at a time, of which all values stay near: from one step to the next of a unit it is far.
  for (let left = 0; left < steps; left += stepsAtOnce) {
    const right = Math.min(steps, left + stepsAtOnce);
    for (let y = 0; y < fall.high; y++) {
      const [from, to] = parts[y]!;
      for (let x = left; x < right; x++) {
        const row = to === from + 1 ? from : loudest(site, order, x, from, to);
        pixels[y * steps + x] = colours[colourIndex(scale, values[x * units + order[row]!]!)]!;
      }
    }
  }
  return { width: steps, height: fall.high, pixels };
}

/** The row whose value a picture of `paintHeat` shows at a place: at a step, and at a place of the axis of rows. */
export function rowShown(site: SiteValues, order: ArrayLike<number>, rows: Span, height: number, step: number, place: number): number {
  const fall = rowsIn(rows, order.length, height);
  const y = Math.min(fall.high - 1, Math.max(0, Math.floor(((place - fall.first) / fall.shown) * fall.high)));
  const [from, to] = rowsAt(fall, y);
  return loudest(site, order, step, from, to);
}

/** The part of a picture of `paintHeat` that a span of rows takes, in its own pixels from the top. */
export function rowsInPicture(rows: Span, count: number, height: number): { top: number; height: number } {
  const { first, shown, high } = rowsIn(rows, count, height);
  return { top: ((rows.from - first) / shown) * high, height: ((rows.to - rows.from) / shown) * high };
}
