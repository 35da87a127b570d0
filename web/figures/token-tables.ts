import type { StudyTune } from './contract/study.ts';
import type { Table } from './table.ts';

/** A tune's tokens by step and its measures with their verdicts. */
export function tokenTables(name: string, tune: StudyTune): Table[] {
  return [
    { name: `${name}-tokens`, header: ['step', 'token'], rows: tune.tokens.map((token, step) => [step, token]) },
    {
      name: `${name}-measures`,
      header: ['measure', 'from step', 'to step (exclusive)', 'duration', 'verdict', 'difference', 'tokens'],
      rows: tune.measures.map((measure, i) => [
        i,
        measure.from,
        measure.to,
        measure.duration,
        measure.verdict,
        measure.difference,
        tune.tokens.slice(measure.from, measure.to).join(' '),
      ]),
    },
  ];
}
