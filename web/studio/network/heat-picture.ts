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

/**
 * Paints units × steps: a column is a step of the tune, a row a unit, from the top in the order given. Where more units are in
 * view than there are rows to show them, a pixel shows the value of the largest magnitude among its units, so that no spike is lost.
 * @param order [H] The unit of each row.
 * @param rows The rows in view.
 * @param height The most pixel rows worth painting.
 * @param colours [256] Words, the last for NaN.
 */
export function paintHeat({ values, steps, units }: SiteValues, order: ArrayLike<number>, rows: Span, height: number, scale: ColourScale, colours: Uint32Array): HeatPicture {
  if (values.length !== steps * units) throw new RangeError(`${values.length} values are not ${steps} steps of ${units} units`);
  const first = Math.floor(rows.from);
  const last = Math.min(order.length, Math.ceil(rows.to));
  const shown = Math.max(1, last - first);
  const high = Math.max(1, Math.min(shown, Math.floor(height)));
  const pixels = new Uint32Array(steps * high);
  for (let y = 0; y < high; y++) {
    const from = first + Math.floor((y * shown) / high);
    const to = Math.max(from + 1, first + Math.floor(((y + 1) * shown) / high));
    for (let x = 0; x < steps; x++) {
      let value = values[x * units + order[from]!]!;
      for (let row = from + 1; row < to; row++) {
        const other = values[x * units + order[row]!]!;
        if (Math.abs(other) > Math.abs(value)) value = other;
      }
      pixels[y * steps + x] = colours[colourIndex(scale, value)]!;
    }
  }
  return { width: steps, height: high, pixels };
}
