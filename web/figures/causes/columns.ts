import * as Plot from '@observablehq/plot';
import { broken, together, type Panel, type Sheet } from '../panels.ts';

/** A plot that stands beside others where there is room, and under them where there is none. */
export interface Cell {
  title: string;
  /** What its axes are, with units: over the left one, and under the lower one. */
  yLabel?: string;
  xLabel?: string;
  marginLeft: number;
  marginRight: number;
  options: Plot.PlotOptions;
}

/** Sheets of fewer pixels are a phone's. */
export const isNarrow = (sheet: Sheet): boolean => sheet.width < 560;

/** A generous width of a title's letter, the height of its line, and the room between columns. */
const letter = 6.6;
const line = 15;
const between = 18;

/** The least width of a column. */
const least = 268;

/** How many columns a sheet has room for, of so many. */
export const columnsIn = (sheet: Sheet, wanted: number): number =>
  Math.max(1, Math.min(wanted, Math.floor((sheet.width + between) / (least + between))));

/**
 * Cells of one height beside each other, each under its title, two a row or as many as are asked for, as far as there is room.
 * @param height of each cell, its title left out.
 */
export function inColumns(sheet: Sheet, cells: readonly Cell[], height: number, columns = 2): Panel[] {
  const perRow = columnsIn(sheet, columns);
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, i) => cells.slice(perRow * i, perRow * (i + 1)));
  const width = (sheet.width - between * (perRow - 1)) / perRow;
  return rows.map((row) => {
    const titles = row.map(({ title }) => broken(title, Math.floor(width / letter)));
    const top = line * Math.max(...titles.map(({ length }) => length));
    const plots = row.map(({ marginLeft, marginRight, options, xLabel = '', yLabel = '' }, i) => {
      const from = i * (width + between);
      return sheet.plot({
        ...options,
        height: height + top,
        marginTop: top + 28,
        marginBottom: 36,
        marginLeft: from + marginLeft,
        marginRight: sheet.width - from - width + marginRight,
        marks: [
          ...(options.marks ?? []),
          Plot.text([yLabel], { frameAnchor: 'top-left', dx: -marginLeft, dy: -17, textAnchor: 'start', fill: sheet.theme.ink }),
          Plot.text([xLabel], { frameAnchor: 'bottom-right', dy: 32, textAnchor: 'end', fill: sheet.theme.ink }),
          ...titles[i]!.map((text, n) =>
            Plot.text([text], {
              frameAnchor: 'top-left',
              dx: -marginLeft,
              dy: line * n - top - 24,
              textAnchor: 'start',
              fontWeight: 600,
              fontSize: 11.5,
              fill: sheet.theme.ink,
            }),
          ),
        ],
      });
    });
    return { plot: together(plots) };
  });
}
