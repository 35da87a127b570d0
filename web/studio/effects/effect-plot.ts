import * as Plot from '@observablehq/plot';
import { Sheet } from '../../figures/panels.ts';
import type { FigureOptions } from '../../figures/style.ts';
import type { Effect } from '../api/shapes.ts';
import { effectRows, type EffectRow } from './effect-rows.ts';

const rowHeight = 26;
/** With its name over it. */
const tallRow = 38;
/** Under this width a row's name stands over its interval, and not before it. */
const narrow = 520;

/**
 * The differences of an effect with their intervals, a row a figure, on one axis: percentage points of a share, per cent of the baseline's mean
 * of a length. What is undetermined is hollow.
 */
export function effectPlot(effect: Effect, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme, width } = sheet;
  const rows = effectRows(effect).filter((row): row is EffectRow & { shift: NonNullable<EffectRow['shift']> } => row.shift !== null);
  const isNarrow = width < narrow;
  const name = ({ label }: EffectRow): string => label;
  const values = rows.flatMap(({ shift }) => [shift.low, shift.high, shift.value]);
  const most = Math.max(1, ...values.map(Math.abs)) * 1.08;
  const low = Math.min(0, ...values) < 0 ? -most : -0.1 * most;
  const high = Math.max(0, ...values) > 0 ? most : 0.1 * most;
  const colour = ({ verdict }: EffectRow): string => (verdict === 'undetermined' ? theme.faint : theme.accent);
  const height = isNarrow ? tallRow : rowHeight;
  const plot = sheet.plot({
    height: 48 + height * rows.length,
    marginTop: isNarrow ? 12 : 6,
    marginBottom: 42,
    marginLeft: isNarrow ? 8 : 290,
    x: {
      domain: [low, high],
      label: 'difference: points of a share, % of a length or range',
      labelAnchor: 'center',
      labelArrow: 'none',
      tickFormat: signed,
    },
    y: { domain: rows.map(name), label: null, padding: 0, axis: isNarrow ? null : 'left', tickSize: 0 },
    marks: [
      Plot.gridX({ stroke: theme.rule, strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: theme.faint, strokeDasharray: '3,3' }),
      ...(isNarrow ? [Plot.text(rows, { y: name, text: name, frameAnchor: 'left', dy: -12, fill: theme.ink })] : []),
      Plot.link(rows, {
        x1: ({ shift }: (typeof rows)[0]) => shift.low,
        x2: ({ shift }: (typeof rows)[0]) => shift.high,
        y1: name,
        y2: name,
        stroke: colour,
        strokeWidth: 2,
      }),
      Plot.dot(rows, {
        x: ({ shift }: (typeof rows)[0]) => shift.value,
        y: name,
        r: 4,
        fill: (row: EffectRow) => (row.verdict === 'undetermined' ? theme.paper : theme.accent),
        stroke: colour,
        strokeWidth: 1.5,
      }),
    ],
  });
  const said = rows.map(({ label, verdict, differenceText }) => `${label}: ${differenceText}, ${verdict}`).join('; ');
  return sheet.stack(`What the plan does over ${effect.made} seeds. ${said}`, [
    { title: `${effect.done}: ${effect.made} tunes from seed ${effect.seed}, operated less baseline, 95 % intervals`, plot },
  ]);
}

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`;
