import * as Plot from '@observablehq/plot';
import type { ActivationDensitiesFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText, numberText } from '../number.ts';
import { legend, Sheet } from '../panels.ts';
import { layerColour, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

/** Figure 3: how the values of h are distributed in each layer, on a logarithmic axis. */
function draw(data: ActivationDensitiesFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const rows = data.layers.flatMap(({ layer, values, density }) => values.map((value, i) => ({ layer, value, density: density[i]! })));
  const least = Math.min(...rows.map((row) => row.density).filter((density) => density > 0));
  const entries = data.layers.map(({ layer, shareUnderTenth, kurtosis }) => ({
    name: `layer ${layer}: |h| < 0.1 in ${fixedText(100 * shareUnderTenth, 1)} %, kurtosis ${numberText(kurtosis)}`,
    colour: layerColour(layer, theme),
  }));
  return sheet.stack('The density of activation values in each layer on a logarithmic axis', [
    { plot: legend(sheet, entries) },
    {
      plot: sheet.plot({
        height: 300,
        marginBottom: 36,
        marginTop: 18,
        x: { domain: [-1, 1], label: 'h', labelAnchor: 'right', labelArrow: 'none' },
        y: {
          type: 'log',
          domain: [least / 1.5, Math.max(...rows.map((row) => row.density)) * 1.5],
          label: '↑ density (1 / unit of h)',
          labelArrow: 'none',
          tickFormat: '~g',
          ticks: 5,
          grid: false,
        },
        marks: [
          Plot.ruleX([-0.1, 0.1], { stroke: theme.rule, strokeDasharray: '3,3' }),
          // A bin without a value leaves a gap: its density has no logarithm.
          ...data.layers.map(({ layer }) =>
            Plot.line(
              rows.filter((row) => row.layer === layer),
              {
                x: 'value',
                y: (d) => (d.density > 0 ? d.density : NaN),
                stroke: layerColour(layer, theme),
                strokeWidth: 1.6,
                curve: 'step',
              },
            ),
          ),
        ],
      }),
    },
  ]);
}

const tables = (data: ActivationDensitiesFigure): Table[] => [
  {
    name: 'densities',
    header: ['h', ...data.layers.map(({ layer }) => `layer ${layer}`)],
    rows: data.layers[0]!.values.map((value, i) => [value, ...data.layers.map(({ density }) => density[i]!)]),
  },
  {
    name: 'sparsity',
    shown: true,
    header: ['layer', 'share of |h| < 0.1', 'kurtosis'],
    rows: data.layers.map(({ layer, shareUnderTenth, kurtosis }) => [layer, shareUnderTenth, kurtosis]),
  },
];

export const figure: Figure<ActivationDensitiesFigure> = {
  name: 'activationDensities',
  number: 3,
  title: 'Distributions of activation values',
  draw,
  tables,
};
