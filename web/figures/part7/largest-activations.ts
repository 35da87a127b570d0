import * as Plot from '@observablehq/plot';
import type { LargestActivationsFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { legend, Sheet } from '../panels.ts';
import { layerColour, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

/** Figure 4: the largest |h| of every unit, sorted. */
function draw(data: LargestActivationsFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const units = Math.max(...data.layers.map(({ largest }) => largest.length));
  return sheet.stack('Sorted largest magnitudes of each unit in each layer', [
    {
      plot: legend(
        sheet,
        data.layers.map(({ layer }) => ({ name: `layer ${layer}`, colour: layerColour(layer, theme) })),
      ),
    },
    {
      plot: sheet.plot({
        height: 280,
        marginBottom: 36,
        marginTop: 18,
        x: { domain: [1, units], label: 'units, sorted', labelAnchor: 'right', labelArrow: 'none' },
        y: { domain: [0, 1], label: '↑ largest |h|', labelArrow: 'none', grid: false, ticks: 5 },
        marks: [
          Plot.ruleY([0.25, 0.5, 0.75, 1], { stroke: theme.rule, strokeWidth: 0.75 }),
          Plot.ruleY([0], { stroke: theme.faint }),
          ...data.layers.map(({ layer, largest }) =>
            Plot.line(largest, {
              x: (_, i: number) => i + 1,
              y: (d: number) => d,
              stroke: layerColour(layer, theme),
              strokeWidth: 1.8,
            } as Plot.LineOptions),
          ),
        ],
      }),
    },
  ]);
}

const tables = (data: LargestActivationsFigure): Table[] => [
  {
    name: 'largest-activations',
    header: ['rank', ...data.layers.map(({ layer }) => `layer ${layer}`)],
    rows: Array.from({ length: Math.max(...data.layers.map(({ largest }) => largest.length)) }, (_, i) => [
      i + 1,
      ...data.layers.map(({ largest }) => largest[i] ?? null),
    ]),
  },
];

export const figure: Figure<LargestActivationsFigure> = {
  name: 'largestActivations',
  number: 4,
  title: 'Largest magnitudes of the units',
  draw,
  tables,
};
