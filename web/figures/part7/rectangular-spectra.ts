import type { RectangularSpectraFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { Sheet } from '../panels.ts';
import { spectrumPlot, spectrumTables } from '../spectrum-plot.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

/** Figure 10: the mean spectra under a rectangular window; peaks that only it shows are diamonds. */
function draw(data: RectangularSpectraFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  return sheet.stack('Mean spectra under a rectangular window', spectrumPlot(sheet, data.panel));
}

const tables = (data: RectangularSpectraFigure): Table[] => spectrumTables('rectangular-spectra', data.panel);

export const figure: Figure<RectangularSpectraFigure> = {
  name: 'rectangularSpectra',
  number: 10,
  title: 'Mean spectra under a rectangular window',
  draw,
  tables,
};
