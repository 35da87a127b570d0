import * as Plot from '@observablehq/plot';
import type { Matrix8 } from './contract/study.ts';
import type { Sheet } from './panels.ts';
import { png, pngAddress } from './png.ts';
import type { Palette } from './style.ts';

/** The bytes of a matrix, row by row. */
export function matrixBytes(matrix: Matrix8): Uint8Array {
  const bytes = Uint8Array.from(atob(matrix.bytes), (c) => c.charCodeAt(0));
  if (bytes.length !== matrix.rows * matrix.columns)
    throw new RangeError(`a matrix of ${matrix.rows} × ${matrix.columns} has ${bytes.length} bytes`);
  return bytes;
}

/** The value of a byte of a matrix; null for the byte that stands for none. */
export const matrixValue = (matrix: Matrix8, byte: number): number | null =>
  byte === 255 ? null : matrix.lowest + (byte * (matrix.highest - matrix.lowest)) / 254;

/** Which rows and columns of a matrix are shown, in order from the top and from the left; all in file order by default. */
export interface Arrangement {
  rows?: readonly number[];
  columns?: readonly number[];
}

const upTo = (length: number): number[] => Array.from({ length }, (_, i) => i);

/**
 * A matrix as marks that fill a plot's frame: one picture, or for a sheet that follows light and dark one of each.
 * @param frame the frame's size in pixels, margins left out.
 */
export function heatMap(
  sheet: Sheet,
  matrix: Matrix8,
  palette: Palette,
  frame: { width: number; height: number },
  arrangement: Arrangement = {},
): Plot.Markish[] {
  const rows = arrangement.rows ?? upTo(matrix.rows);
  const columns = arrangement.columns ?? upTo(matrix.columns);
  const bytes = matrixBytes(matrix);
  const pixels = new Uint8Array(rows.length * columns.length);
  rows.forEach((row, y) =>
    columns.forEach((column, x) => {
      pixels[y * columns.length + x] = bytes[row * matrix.columns + column]!;
    }),
  );
  return pictures(sheet, palette, columns.length, rows.length, pixels, frame);
}

/** Cells of so many pixels are large. */
const large = 3;

function pictures(
  sheet: Sheet,
  palette: Palette,
  width: number,
  height: number,
  pixels: Uint8Array,
  frame: { width: number; height: number },
): Plot.Markish[] {
  const kinds = sheet.scheme === 'auto' ? (['light', 'dark'] as const) : ([sheet.scheme] as const);
  // Few, large cells are repeated in the picture itself: not every program that shows an SVG leaves their edges sharp.
  const repeats = (room: number, cells: number): number => (room / cells < large ? 1 : Math.round(room / cells));
  const wide = repeats(frame.width, width);
  const high = repeats(frame.height, height);
  const enlarged = wide * high === 1 ? pixels : new Uint8Array(width * wide * height * high);
  if (wide * high > 1) {
    for (let y = 0; y < height * high; y++) {
      const from = Math.floor(y / high) * width;
      for (let x = 0; x < width * wide; x++) enlarged[y * width * wide + x] = pixels[from + Math.floor(x / wide)]!;
    }
  }
  return kinds.map((kind) => {
    const address = pngAddress(png(width * wide, height * high, enlarged, palette[kind]));
    return Plot.image([0], {
      src: () => address,
      frameAnchor: 'middle',
      width: frame.width,
      height: frame.height,
      preserveAspectRatio: 'none',
      imageRendering: 'pixelated',
      className: sheet.scheme === 'auto' ? `lilt-${kind}` : 'lilt-picture',
    });
  });
}

/** The colours of a scale with numbers under them, as a small plot of its own. */
export function colourBar(sheet: Sheet, palette: Palette, lowest: number, highest: number, label: string): Element {
  const barWidth = 240;
  const pixels = Uint8Array.from({ length: 255 }, (_, i) => i);
  return sheet.plot({
    height: 48,
    marginTop: 16,
    marginBottom: 22,
    marginLeft: 52,
    marginRight: sheet.width - 52 - barWidth,
    x: { domain: [lowest, highest], ticks: 5, tickSize: 3, label: null },
    y: { axis: null },
    marks: [
      ...pictures(sheet, palette, 255, 1, pixels, { width: barWidth, height: 10 }),
      Plot.frame({ stroke: sheet.theme.rule }),
      Plot.text([label], { frameAnchor: 'top-left', dy: -14, textAnchor: 'start', fill: sheet.theme.faint }),
    ],
  });
}
