import type { StudiedTuneFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { Sheet } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { tokenStrip } from '../token-strip.ts';
import { tokenTables } from '../token-tables.ts';

/** Figure 1: the tune that everything is measured on, its tokens by step and the verdict on each measure. */
function draw(data: StudiedTuneFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { tune } = data;
  return sheet.stack(`The tokens of ${tune.name} by step, with ${tune.counted} of ${tune.total} measures counted`, [
    tokenStrip(sheet, tune, null, `${tune.tokens.length} steps, ${tune.total} measures in ${tune.meter}, ${tune.counted} counted`),
  ]);
}

const tables = (data: StudiedTuneFigure): Table[] => tokenTables('tune', data.tune);

export const figure: Figure<StudiedTuneFigure> = {
  name: 'tune',
  number: 1,
  title: 'The tune that everything is measured on',
  draw,
  tables,
  tunes: ({ tune }) => [{ tune, firstDivergence: null }],
  answer: ({ tune }) => ({ tunes: [{ tune, firstDivergence: null }] }),
};
