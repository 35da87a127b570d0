import type { Rgb } from '../../figures/png.ts';
import { diverging, sequential, type Palette } from '../../figures/style.ts';

/** What the colours of a heat map mean: the values of its first and of its last colour. */
export interface ColourScale {
  kind: 'diverging' | 'sequential';
  lowest: number;
  highest: number;
}

/** The share of values that the scale's ends hold; what lies beyond has the end's colour. */
const held = 0.995;
const bins = 2048;

/**
 * The least number that is not under the magnitudes of 99.5 % of the values, rounded up to two digits; 1 where all are 0.
 * Values that are not finite are left out.
 */
export function magnitudeLimit(values: ArrayLike<number>): number {
  let most = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (!Number.isFinite(size)) continue;
    count++;
    if (size > most) most = size;
  }
  if (most === 0) return 1;
  const histogram = new Uint32Array(bins);
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (Number.isFinite(size)) histogram[Math.min(bins - 1, Math.floor((size / most) * bins))]!++;
  }
  let under = 0;
  let bin = 0;
  while (bin < bins - 1 && (under += histogram[bin]!) < held * count) bin++;
  return roundedUp(Math.min(most, ((bin + 1) / bins) * most));
}

function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(2));
}

/** The scale of a site: the gates i, f and o lie between 0 and 1, all else and every difference is signed with 0 in the middle. */
export function scaleOf(site: string, values: ArrayLike<number>, difference: boolean): ColourScale {
  if (!difference && (site === 'i' || site === 'f' || site === 'o')) return { kind: 'sequential', lowest: 0, highest: 1 };
  const limit = magnitudeLimit(values);
  return { kind: 'diverging', lowest: -limit, highest: limit };
}

/** The colours that a scale has. */
export const paletteOf = (scale: ColourScale): Palette => (scale.kind === 'diverging' ? diverging : sequential);

/** The index of a value's colour, 0 to 254; 255, the colour of what is missing, for NaN. */
export function colourIndex({ lowest, highest }: ColourScale, value: number): number {
  if (Number.isNaN(value)) return 255;
  return Math.min(254, Math.max(0, Math.round(((value - lowest) / (highest - lowest)) * 254)));
}

/** Colours as the words of an image's memory on a little-endian machine: alpha, blue, green, red. */
export function colourWords(colours: readonly Rgb[]): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(colours, ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0);
}
