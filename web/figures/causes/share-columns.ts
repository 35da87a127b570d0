import * as Plot from '@observablehq/plot';
import { fixedText } from '../number.ts';
import type { Theme } from '../style.ts';
import type { Cell } from './columns.ts';

/** A share with its interval, in a row of its own. */
export interface ShareRow {
  name: string;
  colour: string;
  /** Of a set that is drawn broken elsewhere: its dot is empty. */
  dash?: string;
  value: number | null;
  low: number | null;
  high: number | null;
}

/** A column of shares: one question, a row a set of layers. */
export interface ShareColumn {
  title: string;
  rows: readonly ShareRow[];
}

const rowHeight = 22;

/** A share in words: "0.63 [0.36, 0.92]"; what is written where there is none. */
export const shareInWords = ({ value, low, high }: Omit<ShareRow, 'name' | 'colour'>): string =>
  value === null
    ? 'none to share'
    : fixedText(value, 2) + (low === null || high === null ? '' : ` [${fixedText(low, 2)}, ${fixedText(high, 2)}]`);

/** The height of a column of so many shares. */
export const shareHeight = (rows: number): number => rowHeight * rows + 60;

/** Columns of shares on one scale, with 0 and 1 marked; an interval that leaves the scale ends in an arrow. */
export function shareCells(theme: Theme, columns: readonly ShareColumn[], axis: string): Cell[] {
  const values = columns.flatMap(({ rows }) => rows.flatMap(({ value }) => (value === null ? [] : [value])));
  const domain: [number, number] = [Math.min(-0.5, ...values), Math.max(1.5, ...values)];
  return columns.map(({ title, rows }): Cell => {
    const known = rows.flatMap((row) =>
      row.value === null
        ? []
        : [{ ...row, from: Math.max(domain[0], row.low ?? row.value), to: Math.min(domain[1], row.high ?? row.value) }],
    );
    const beyond = (side: 0 | 1): ShareRow[] =>
      rows.filter(({ low, high }) => (side === 0 ? low !== null && low < domain[0] : high !== null && high > domain[1]));
    return {
      title,
      xLabel: axis,
      marginLeft: 92,
      marginRight: 108,
      options: {
        x: { domain, label: null, ticks: [0, 0.5, 1], tickSize: 3 },
        y: { type: 'band', domain: rows.map(({ name }) => name), label: null, tickSize: 0, padding: 0 },
        marks: [
          Plot.ruleX([0, 1], { stroke: theme.faint, strokeDasharray: '3,3' }),
          Plot.link(known, { x1: 'from', x2: 'to', y1: 'name', y2: 'name', stroke: 'colour', strokeWidth: 9, strokeOpacity: 0.35 }),
          ...([0, 1] as const).map((side) =>
            Plot.text(beyond(side), { x: domain[side], y: 'name', text: () => '◂▸'[side]!, fill: 'colour', dx: side === 0 ? -2 : 2 }),
          ),
          Plot.dot(known, {
            x: 'value',
            y: 'name',
            r: 3.2,
            fill: (d) => (d.dash === undefined ? d.colour : theme.paper),
            stroke: 'colour',
            strokeWidth: 1.5,
          }),
          Plot.text(rows, {
            y: 'name',
            frameAnchor: 'right',
            dx: 106,
            textAnchor: 'end',
            text: shareInWords,
            fontVariant: 'tabular-nums',
            fill: theme.ink,
          }),
        ],
      },
    };
  });
}
