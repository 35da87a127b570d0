import * as Plot from '@observablehq/plot';
import type { HiddenStatesFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { colourBar, heatMap } from '../heat-map.ts';
import { fixedText } from '../number.ts';
import { Sheet } from '../panels.ts';
import { diverging, type FigureOptions } from '../style.ts';
import { matrixTable, type Table } from '../table.ts';

interface HiddenStatesOptions extends FigureOptions {
  /** Units in file order, the default, or by the period of their spectrum's peak. */
  order?: 'file' | 'peak';
}

/** Figure 2: the hidden states of the layers, units across and time from bottom to top. */
function draw(data: HiddenStatesFigure, options: HiddenStatesOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const margins = { marginLeft: 52, marginRight: 16, marginTop: 4, marginBottom: 32 };
  const frame = { width: sheet.width - margins.marginLeft - margins.marginRight, height: 190 };
  const first = data.layers[0]!.h;
  const panels = data.layers.map(({ layer, h, byPeakPeriod, activeShare }) => ({
    title: `Layer ${layer}: ${fixedText(100 * activeShare, 1)} % of unit-steps with |h| > ${data.activeOver}`,
    plot: sheet.plot({
      ...margins,
      height: frame.height + margins.marginTop + margins.marginBottom,
      x: {
        domain: [-0.5, h.columns - 0.5],
        label: options.order === 'peak' ? 'units, longest peak period first' : 'unit',
        labelAnchor: 'right',
        labelArrow: 'none',
        tickSize: 3,
        ...(options.order === 'peak' ? { ticks: 0 } : { ticks: 8 }),
      },
      y: { domain: [-0.5, h.rows - 0.5], label: 'step', labelArrow: 'up', labelAnchor: 'center', tickSize: 3, ticks: 6 },
      marks: [
        ...heatMap(sheet, h, diverging, frame, {
          rows: Array.from({ length: h.rows }, (_, i) => h.rows - 1 - i),
          ...(options.order === 'peak' ? { columns: byPeakPeriod } : {}),
        }),
        Plot.axisY({ anchor: 'left', ticks: 6, tickSize: 3, label: 'step', labelAnchor: 'center', labelArrow: 'none' }),
        Plot.axisY(data.measureSteps, { anchor: 'right', tickSize: 3, tickFormat: () => '', label: null, stroke: theme.faint }),
        Plot.frame({ stroke: theme.rule }),
      ],
    }),
  }));
  return sheet.stack('Heat maps of the hidden states of each layer, units by steps', [
    { plot: colourBar(sheet, diverging, first.lowest, first.highest, 'h (ticks at the right: measure tokens written)') },
    ...panels,
  ]);
}

const tables = (data: HiddenStatesFigure): Table[] =>
  data.layers.map(({ layer, h }) =>
    matrixTable(
      `layer-${layer}-h-8-bit`,
      h,
      'step',
      Array.from({ length: h.rows }, (_, t) => t),
      Array.from({ length: h.columns }, (_, u) => `unit ${u}`),
    ),
  );

export const figure: Figure<HiddenStatesFigure> = {
  name: 'hiddenStates',
  number: 2,
  title: 'Hidden states of the layers',
  draw,
  tables,
  views: [
    { name: 'file order', options: {} },
    { name: 'by peak period', options: { order: 'peak' } },
  ],
};
