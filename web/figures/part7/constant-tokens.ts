import * as Plot from '@observablehq/plot';
import type { ConstantTokensFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { legend, Sheet, together, type Panel } from '../panels.ts';
import { layerColour, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

/** The axis begins here; smaller shifts stand on it. */
const least = 0.01;

/** Variants beside each other, so that each has room for its name and its counts. */
const columns = 3;
const gap = 18;
const marginLeft = 46;

/** Figure 16: how far each unit's mean moves when the same body stands under another meter or mode. */
function draw(data: ConstantTokensFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const layers = [...new Set(data.variants.flatMap((variant) => variant.layers.map(({ layer }) => layer)))];
  const sizes = data.variants.flatMap((variant) => variant.layers.flatMap(({ shift }) => shift.map(Math.abs)));
  const highest = sizes.reduce((a, b) => Math.max(a, b), 2) * 1.2;
  const units = Math.max(1, ...data.variants.flatMap((variant) => variant.layers.map(({ shift }) => shift.length)));
  const wide = (sheet.width - marginLeft - 8 - (columns - 1) * gap) / columns;
  const one = ({ token, instead, layers: moved }: ConstantTokensFigure['variants'][number], column: number, last: boolean): Element => {
    const left = marginLeft + column * (wide + gap);
    const over = moved.map(({ movedUnits }) => movedUnits);
    return sheet.plot({
      height: 150 + (last ? 36 : 18),
      marginTop: 34,
      marginBottom: last ? 36 : 18,
      marginLeft: left,
      marginRight: sheet.width - left - wide,
      x: {
        domain: [1, units],
        label: last && column === 0 ? 'units, sorted' : null,
        labelAnchor: 'left',
        labelArrow: 'none',
        ticks: 4,
        tickSize: 3,
      },
      y: {
        type: 'log',
        domain: [least, highest],
        clamp: true,
        label: null,
        ...(column === 0 ? { ticks: 4, tickFormat: '~g', tickSize: 3 } : { axis: null }),
      },
      marks: [
        Plot.ruleY([1], { stroke: theme.faint, strokeDasharray: '3,3' }),
        ...moved.map(({ layer, shift }) =>
          Plot.line(
            shift.map(Math.abs).sort((a, b) => b - a),
            {
              x: (_: number, i: number) => i + 1,
              y: (d: number) => Math.max(least, d),
              stroke: layerColour(layer, theme),
              strokeWidth: 1.7,
            } as Plot.LineOptions,
          ),
        ),
        Plot.text([`${token} for ${instead}`], { frameAnchor: 'top-left', dy: -28, textAnchor: 'start', fontWeight: 600, fill: theme.ink }),
        Plot.text([`units over 1, by layer: ${over.join(', ')}`], {
          frameAnchor: 'top-left',
          dy: -14,
          textAnchor: 'start',
          fontSize: 9.5,
          fill: theme.ink,
        }),
      ],
    });
  };
  const rows = Array.from({ length: Math.ceil(data.variants.length / columns) }, (_, row) =>
    data.variants.slice(row * columns, (row + 1) * columns),
  );
  const panels = rows.map((row, i): Panel => ({
    plot: together(row.map((variant, column) => one(variant, column, i === rows.length - 1))),
  }));
  return sheet.stack('How far units move their mean under another meter or mode, sorted', [
    {
      title: '↑ |shift of the mean| over the body (standard deviations), and how many units move by more than one',
      plot: legend(
        sheet,
        layers.map((layer) => ({ name: `layer ${layer}`, colour: layerColour(layer, theme) })),
      ),
    },
    ...panels,
  ]);
}

const tables = (data: ConstantTokensFigure): Table[] => [
  {
    name: 'moved-by-more-than-one',
    header: [
      'token',
      'instead of',
      ...[...new Set(data.variants.flatMap((variant) => variant.layers.map(({ layer }) => layer)))].flatMap((layer) => [
        `units of layer ${layer}`,
        `largest shift in layer ${layer} (standard deviations)`,
      ]),
    ],
    rows: data.variants.map((variant) => [
      variant.token,
      variant.instead,
      ...variant.layers.flatMap(({ movedUnits, largestShift }) => [movedUnits, largestShift]),
    ]),
  },
  {
    name: 'shifts-of-the-mean',
    header: ['token', 'instead of', 'layer', 'unit', 'shift (standard deviations)'],
    rows: data.variants.flatMap((variant) =>
      variant.layers.flatMap(({ layer, shift }) => shift.map((value, unit) => [variant.token, variant.instead, layer, unit, value])),
    ),
  },
];

export const figure: Figure<ConstantTokensFigure> = {
  name: 'constantTokens',
  number: 16,
  title: 'Tokens that are present throughout',
  draw,
  tables,
};
