import * as Plot from '@observablehq/plot';
import { together, type Panel, type Sheet } from './panels.ts';
import { layerColour } from './style.ts';

/** A layer's change in one column: its target, the random sets beside it, an interval. */
export interface Change {
  layer: number;
  target?: number;
  random?: readonly number[];
  interval?: readonly [number, number];
}

/** A column of a plot of changes: one quantity of every layer. */
export interface ChangeColumn {
  title: string;
  /** From the left end of the plot to the right, in pixels. */
  from: number;
  to: number;
  domain: readonly [number, number];
  changes: readonly Change[];
  /** Whether it says at the left which layer a row is; the first column does. */
  named?: boolean;
}

/** What each row says at its right: one or two lines. */
export type RowText = (layer: number) => readonly string[];

export const rowHeight = 30;

/** The ends that hold zero and everything shown, with a little room. */
export function changeDomain(columns: readonly (readonly Change[])[]): [number, number] {
  const values = columns
    .flat()
    .flatMap(({ target, random = [], interval = [] }) => [...(target === undefined ? [] : [target]), ...random, ...interval]);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const pad = 0.05 * (high - low || 1);
  return [low - pad, high + pad];
}

/** The marks of one column: zero dashed, random sets as ticks, the interval as a bar, the target as a diamond. */
export function changeMarks(sheet: Sheet, changes: readonly Change[]): Plot.Markish[] {
  const { theme } = sheet;
  const colour = ({ layer }: { layer: number }): string => layerColour(layer, theme);
  const name = ({ layer }: { layer: number }): string => `layer ${layer}`;
  const random = changes.flatMap(({ layer, random: values = [] }) => values.map((value) => ({ layer, value })));
  const most = Math.max(1, ...changes.map(({ random: values = [] }) => values.length));
  const spans = changes.flatMap(({ layer, interval }) => (interval === undefined ? [] : [{ layer, low: interval[0], high: interval[1] }]));
  const targets = changes.flatMap(({ layer, target }) => (target === undefined ? [] : [{ layer, target }]));
  return [
    Plot.ruleX([0], { stroke: theme.faint, strokeDasharray: '3,3' }),
    // Of hundreds of sets the darkness shows where most lie.
    Plot.tickX(random, {
      x: 'value',
      y: name,
      stroke: theme.faint,
      strokeOpacity: Math.max(0.16, Math.min(0.75, 12 / most)),
      insetTop: 5,
      insetBottom: 5,
    }),
    Plot.link(spans, { x1: 'low', x2: 'high', y1: name, y2: name, stroke: colour, strokeWidth: 2 }),
    Plot.dot(targets, { x: 'target', y: name, r: 4.5, fill: colour, stroke: theme.paper, symbol: 'diamond' }),
  ];
}

/** Columns of changes beside each other, a row a layer, over one title. */
export function changePlot(
  sheet: Sheet,
  title: string,
  layers: readonly number[],
  columns: readonly ChangeColumn[],
  words: RowText,
): Panel {
  const { theme } = sheet;
  const names = layers.map((layer) => `layer ${layer}`);
  const height = rowHeight * names.length + 46;
  const plots = columns.map((column) =>
    sheet.plot({
      height,
      marginTop: 20,
      marginBottom: 26,
      marginLeft: column.from,
      marginRight: sheet.width - column.to,
      x: { domain: [...column.domain], label: null, ticks: Math.max(2, Math.round((column.to - column.from) / 60)), tickSize: 3 },
      y: { domain: names, ...(column.named === true ? { label: null, tickSize: 0 } : { axis: null }), padding: 0 },
      marks: [
        ...changeMarks(sheet, column.changes),
        Plot.text([column.title], { frameAnchor: 'top-left', dy: -15, textAnchor: 'start', fill: theme.faint }),
      ],
    }),
  );
  const right = columns.at(-1)!.to;
  const lines = layers.flatMap((layer) => {
    const said = words(layer);
    return said.map((text, i) => ({ name: `layer ${layer}`, text, dy: 11 * i - 5.5 * (said.length - 1) }));
  });
  const texts = sheet.plot({
    height,
    marginTop: 20,
    marginBottom: 26,
    marginLeft: right,
    marginRight: 0,
    x: { domain: [0, 1], axis: null },
    y: { type: 'band', domain: names, axis: null, padding: 0 },
    marks: [...new Set(lines.map(({ dy }) => dy))].map((dy) =>
      Plot.text(
        lines.filter((line) => line.dy === dy),
        { x: 0, y: 'name', text: 'text', dx: 10, dy, textAnchor: 'start', fontSize: 9.5, fill: theme.ink },
      ),
    ),
  });
  return { title, plot: together([...plots, texts]) };
}
