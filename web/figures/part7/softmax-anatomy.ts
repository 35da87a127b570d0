import * as Plot from '@observablehq/plot';
import type { SoftmaxAnatomyFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { colourBar, heatMap } from '../heat-map.ts';
import { Sheet, type Panel } from '../panels.ts';
import { diverging, monospace, type FigureOptions } from '../style.ts';
import { matrixTable, type Table } from '../table.ts';

const named = 10;

/** The softmax layer's weights: its columns over the tokens, how alike they are, and its first singular vectors. */
function draw(data: SoftmaxAnatomyFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const margins = { marginLeft: 52, marginRight: 16, marginTop: 4, marginBottom: 32 };
  const wide = sheet.width - margins.marginLeft - margins.marginRight;
  const square = 380;
  const { weights, correlation } = data;
  const singular = data.singularValues.map((value, i) => ({ value, i: i + 1 }));
  const panels: Panel[] = [
    { plot: colourBar(sheet, diverging, weights.lowest, weights.highest, 'weight (logit per unit of h)') },
    {
      title: `The weights: ${weights.rows} tokens × ${weights.columns} units, like columns side by side`,
      plot: sheet.plot({
        ...margins,
        height: 274 + 36,
        x: { domain: [-0.5, weights.columns - 0.5], label: 'units, ordered', labelAnchor: 'center', labelArrow: 'none', ticks: 0 },
        y: { domain: [weights.rows - 0.5, -0.5], label: 'token index', labelAnchor: 'center', labelArrow: 'none', ticks: 6, tickSize: 3 },
        marks: [
          ...heatMap(sheet, weights, diverging, { width: wide, height: 274 }, { columns: data.order }),
          Plot.frame({ stroke: theme.rule }),
        ],
      }),
    },
    { plot: colourBar(sheet, diverging, -1, 1, 'correlation') },
    {
      title: 'Correlation of the columns',
      plot: sheet.plot({
        ...margins,
        marginRight: sheet.width - margins.marginLeft - square,
        height: square + 36,
        x: { domain: [-0.5, correlation.columns - 0.5], label: 'units, ordered', labelAnchor: 'center', labelArrow: 'none', ticks: 0 },
        y: { domain: [correlation.rows - 0.5, -0.5], label: 'units, ordered', labelAnchor: 'center', labelArrow: 'none', ticks: 0 },
        marks: [...heatMap(sheet, correlation, diverging, { width: square, height: square }), Plot.frame({ stroke: theme.rule })],
      }),
    },
    {
      title: 'Correlation of each column with the bias',
      plot: sheet.plot({
        height: 140,
        marginTop: 16,
        marginBottom: 34,
        x: { domain: [-1, 1], label: 'correlation with the bias', labelAnchor: 'right', labelArrow: 'none', ticks: 9 },
        y: { label: '↑ units', labelArrow: 'none', ticks: 4 },
        marks: [
          Plot.rectY(
            data.withBias,
            Plot.binX({ y: 'count' }, {
              x: (d: number) => d,
              thresholds: Array.from({ length: 41 }, (_, i) => -1 + i / 20),
              fill: theme.part,
            } as Plot.BinXInputs<Plot.RectYOptions>),
          ),
          Plot.ruleX([0], { stroke: theme.faint, strokeDasharray: '3,3' }),
          Plot.ruleY([0], { stroke: theme.faint }),
        ],
      }),
    },
    {
      title: 'Singular values',
      plot: sheet.plot({
        height: 160,
        marginTop: 16,
        marginBottom: 34,
        x: { domain: [0, singular.length + 1], label: 'index', labelAnchor: 'right', labelArrow: 'none', ticks: 8 },
        y: { label: '↑ singular value', labelArrow: 'none', ticks: 4, zero: true },
        marks: [
          Plot.ruleX(singular, { x: 'i', y: 'value', stroke: theme.curves[0]!, strokeWidth: 2.5 }),
          Plot.ruleY([0], { stroke: theme.faint }),
        ],
      }),
    },
    ...data.vectors.slice(0, 3).map((vector, k): Panel => {
      const entries = vector.map((value, v) => ({ value, v, token: data.vocabulary[v]! }));
      const loudest = entries
        .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
        .slice(0, named)
        .filter((entry, i, all) =>
          all.slice(0, i).every((other) => Math.abs(other.v - entry.v) * (wide / vector.length) > 22 || other.value * entry.value < 0),
        );
      const reach = 1.25 * Math.max(...entries.map((entry) => Math.abs(entry.value)));
      return {
        ...(k === 0 ? { title: 'The first singular vectors over the tokens, their largest entries named' } : {}),
        plot: sheet.plot({
          height: 120,
          marginTop: 18,
          marginBottom: k === 2 ? 34 : 16,
          x: {
            domain: [-1, vector.length],
            label: k === 2 ? 'token index' : null,
            labelAnchor: 'right',
            labelArrow: 'none',
            ticks: 8,
            tickSize: 3,
          },
          y: { domain: [-reach, reach], label: `↑ vector ${k + 1}`, labelArrow: 'none', ticks: 3 },
          marks: [
            Plot.ruleX(entries, { x: 'v', y: 'value', stroke: theme.part, strokeWidth: 3 }),
            Plot.ruleY([0], { stroke: theme.faint }),
            Plot.text(loudest, {
              x: 'v',
              y: 'value',
              text: 'token',
              dy: -6,
              fontFamily: monospace,
              fontSize: 9,
              fill: theme.ink,
              filter: (d) => d.value >= 0,
            }),
            Plot.text(loudest, {
              x: 'v',
              y: 'value',
              text: 'token',
              dy: 7,
              fontFamily: monospace,
              fontSize: 9,
              fill: theme.ink,
              filter: (d) => d.value < 0,
            }),
          ],
        }),
      };
    }),
  ];
  return sheet.stack('The softmax layer: its weights, the correlation of its columns and its first singular vectors', panels);
}

const tables = (data: SoftmaxAnatomyFigure): Table[] => [
  { name: 'singular-values', header: ['index', 'singular value'], rows: data.singularValues.map((value, i) => [i + 1, value]) },
  {
    name: 'singular-vectors',
    header: ['token', ...data.vectors.map((_, k) => `vector ${k + 1}`)],
    rows: data.vocabulary.map((token, v) => [token, ...data.vectors.map((vector) => vector[v]!)]),
  },
  { name: 'correlation-with-bias', header: ['unit', 'correlation'], rows: data.withBias.map((value, unit) => [unit, value]) },
  matrixTable(
    'weights-8-bit',
    data.weights,
    'token',
    data.vocabulary,
    Array.from({ length: data.weights.columns }, (_, u) => `unit ${u}`),
  ),
];

export const figure: Figure<SoftmaxAnatomyFigure> = {
  name: 'softmaxAnatomy',
  number: null,
  label: 'Weights',
  title: 'The softmax layer',
  draw,
  tables,
};
