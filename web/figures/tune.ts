import type { StudiedTune, Tune } from './data.ts';
import { Sheet } from './panels.ts';
import type { FigureOptions } from './style.ts';
import type { Table } from './table.ts';
import { tokenStrip } from './token-strip.ts';

/** Figure 1: the tune that everything is measured on, its tokens by step and the verdict on each measure. */
export function drawTune(data: StudiedTune, options: FigureOptions = {}): SVGSVGElement {
  const sheet = new Sheet(options);
  const { tune } = data;
  return sheet.stack(`The tokens of ${tune.name} by step, with ${tune.counted} of ${tune.total} measures counted`, [tokenStrip(sheet, tune, null, `${tune.tokens.length} steps, ${tune.total} measures in ${tune.meter}, ${tune.counted} counted`)]);
}

export const tuneTables = (data: StudiedTune): Table[] => [...tokenTables('tune', data.tune)];

/** A tune's tokens by step and its measures with their verdicts. */
export function tokenTables(name: string, tune: Tune): Table[] {
  return [
    { name: `${name}-tokens`, header: ['step', 'token'], rows: tune.tokens.map((token, step) => [step, token]) },
    { name: `${name}-measures`, header: ['measure', 'from step', 'to step (exclusive)', 'duration', 'verdict', 'difference', 'tokens'], rows: tune.measures.map((measure, i) => [i, measure.from, measure.to, measure.duration, measure.verdict, measure.difference, tune.tokens.slice(measure.from, measure.to).join(' ')]) },
  ];
}
