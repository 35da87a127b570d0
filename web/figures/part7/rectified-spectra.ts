import type { RectifiedSpectraFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { Sheet } from '../panels.ts';
import { spectrumPlot, spectrumTables } from '../spectrum-plot.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

/** Figure 11: the mean spectra of the rectified sequences, |h|. */
function draw(data: RectifiedSpectraFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  return sheet.stack('Mean spectra of the rectified sequences', spectrumPlot(sheet, data.panel));
}

const tables = (data: RectifiedSpectraFigure): Table[] => spectrumTables('rectified-spectra', data.panel);

export const figure: Figure<RectifiedSpectraFigure> = {
  name: 'rectifiedSpectra',
  number: 11,
  title: 'Mean spectra of rectified sequences',
  draw,
  tables,
};
