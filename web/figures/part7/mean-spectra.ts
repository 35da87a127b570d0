import { periodText } from '../period.ts';
import type { MeanSpectraFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { Sheet } from '../panels.ts';
import { spectrumPlot, spectrumTables } from '../spectrum-plot.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

interface MeanSpectraOptions extends FigureOptions {
  /** The studied tune, the default; many tunes with an interval over them; or unit-normalised spectra. */
  view?: 'tune' | 'overTunes' | 'unitNormalised';
}

/** Figure 7: the mean spectra of the layers and of the posterior, with their bands and peaks. */
function draw(data: MeanSpectraFigure, options: MeanSpectraOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const panel =
    (options.view === 'overTunes' ? data.overTunes : options.view === 'unitNormalised' ? data.unitNormalised : null) ?? data.panel;
  const peaks = panel.peaks.map((peak) => periodText(peak.period)).join(', ');
  return sheet.stack(`Mean spectra over period; peaks at ${peaks} steps`, spectrumPlot(sheet, panel, 380));
}

const tables = (data: MeanSpectraFigure): Table[] => [
  ...spectrumTables('mean-spectra', data.panel),
  {
    name: 'strongest-at-peaks',
    shown: true,
    header: ['period (steps)', 'strongest'],
    rows: data.strongest.map((d) => [d.period, d.curve]),
  },
  {
    name: 'similarity',
    shown: true,
    header: ['one', 'other', 'correlation of dB'],
    rows: data.similarity.map((d) => [d.one, d.other, d.correlation]),
  },
  {
    name: 'sem',
    shown: true,
    header: ['curve', 'half height at DC (dB)', 'median elsewhere (dB)'],
    rows: data.sem.map((d) => [d.curve, d.atZero, d.elsewhere]),
  },
  {
    name: 'at-measure',
    header: ['curve', 'over its neighbours (dB)', 'tunes', 'p', 'p after Holm'],
    rows: data.atMeasure.map((d) => [d.curve, d.ratioDecibels, d.tunes, d.p, d.holm]),
  },
  ...(data.overTunes === null ? [] : spectrumTables('mean-spectra-over-tunes', data.overTunes)),
  ...spectrumTables('mean-spectra-unit-normalised', data.unitNormalised),
];

export const figure: Figure<MeanSpectraFigure> = {
  name: 'meanSpectra',
  number: 7,
  title: 'Mean spectra of the layers and of the posterior',
  draw,
  tables,
  views: [
    { name: 'this tune', options: {} },
    { name: 'over many tunes', options: { view: 'overTunes' } },
    { name: 'unit-normalised', options: { view: 'unitNormalised' } },
  ],
};
