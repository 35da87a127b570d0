import * as Plot from '@observablehq/plot';
import { periodAxis, periodScale } from '../axes.ts';
import { fixedText } from '../number.ts';
import { periodText } from '../period.ts';
import type { UnitSpectraFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { colourBar, heatMap } from '../heat-map.ts';
import { Sheet, type Panel } from '../panels.ts';
import { layerColour, sequential, type FigureOptions } from '../style.ts';
import { matrixTable, type Table } from '../table.ts';

interface UnitSpectraOptions extends FigureOptions {
  /** Units by the period of their peak, the default, or in file order. */
  order?: 'file' | 'peak';
}

/** Figure 5: the magnitude spectrum of every unit, units up and periods across, and how many units peak where. */
function draw(data: UnitSpectraFigure, options: UnitSpectraOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const byPeak = options.order !== 'file';
  const margins = { marginLeft: 52, marginRight: 16, marginTop: 4, marginBottom: 32 };
  const frame = { width: sheet.width - margins.marginLeft - margins.marginRight, height: 200 };
  const first = data.layers[0]!.decibels;
  const maps: Panel[] = data.layers.map(({ layer, decibels, byPeakPeriod, shareOver8 }) => {
    const half = 0.25 / (decibels.columns - 1);
    return {
      title: `Layer ${layer}: ${fixedText(100 * shareOver8, 1)} % of its power, DC left out, at periods over 8 steps`,
      plot: sheet.plot({
        ...margins,
        height: frame.height + margins.marginTop + margins.marginBottom,
        x: periodScale([-half, 0.5 + half]),
        y: {
          domain: [decibels.rows - 0.5, -0.5],
          label: byPeak ? 'units by peak period' : 'unit',
          labelAnchor: 'center',
          labelArrow: 'none',
          tickSize: byPeak ? 0 : 3,
          ticks: byPeak ? 0 : 6,
        },
        marks: [
          ...heatMap(sheet, decibels, sequential, frame, byPeak ? { rows: byPeakPeriod } : {}),
          ...periodAxis(theme, false, [-half, 0.5 + half]),
          Plot.frame({ stroke: theme.rule }),
        ],
      }),
    };
  });
  const bands = data.layers.flatMap(({ layer, peaks }) =>
    peaks.map((peak) => ({
      layer: `layer ${layer}`,
      number: layer,
      band: `${peak.to === 'inf' ? 'over ' : ''}${periodText(peak.from)}${peak.to === 'inf' ? '' : `–${periodText(peak.to)}`}`,
      units: peak.units,
    })),
  );
  return sheet.stack('Heat maps of the magnitude spectra of all units of each layer', [
    { plot: colourBar(sheet, sequential, first.lowest, first.highest, 'magnitude (dB, 0: the largest of layer 1)') },
    ...maps,
    {
      title: 'Units by the period of their peak, DC left out',
      plot: sheet.plot({
        height: 150,
        marginBottom: 34,
        marginTop: 16,
        fx: {
          domain: [...new Set(bands.map((d) => d.band))],
          label: 'peak period (steps)',
          labelAnchor: 'right',
          labelArrow: 'none',
          padding: 0.12,
        } as Plot.ScaleOptions,
        x: { axis: null, domain: [...new Set(bands.map((d) => d.layer))] },
        y: { label: '↑ units', labelArrow: 'none', ticks: 4, grid: false },
        marks: [
          Plot.axisFx({ anchor: 'bottom', label: 'peak period (steps)', labelAnchor: 'right', labelArrow: 'none' } as Plot.AxisXOptions),
          Plot.barY(bands, {
            fx: 'band',
            x: 'layer',
            y: 'units',
            fill: (d) => layerColour(d.number, theme),
            title: (d) => `${d.layer}: ${d.units} units`,
          }),
          Plot.text(bands, { fx: 'band', x: 'layer', y: 'units', text: (d) => String(d.units), dy: -6, fontSize: 9, fill: theme.ink }),
          Plot.ruleY([0], { stroke: theme.faint }),
        ],
      }),
    },
  ]);
}

const tables = (data: UnitSpectraFigure): Table[] => [
  ...data.layers.map(({ layer, decibels }) =>
    matrixTable(
      `layer-${layer}-spectra-8-bit-db`,
      decibels,
      'unit',
      Array.from({ length: decibels.rows }, (_, u) => u),
      Array.from({ length: decibels.columns }, (_, j) => `${(j / (2 * (decibels.columns - 1))).toFixed(6)} cycles a step`),
    ),
  ),
  {
    name: 'units-by-peak-period',
    shown: true,
    header: ['layer', 'from (steps)', 'to (steps)', 'units'],
    rows: data.layers.flatMap(({ layer, peaks }) => peaks.map(({ from, to, units }) => [layer, from, to, units])),
  },
];

export const figure: Figure<UnitSpectraFigure> = {
  name: 'unitSpectra',
  number: 5,
  title: 'Magnitude spectra of every unit',
  draw,
  tables,
  views: [
    { name: 'by peak period', options: {} },
    { name: 'file order', options: { order: 'file' } },
  ],
};
