import type { TuneDetail } from '../api/shapes.ts';

type Run = Pick<TuneDetail, 'id' | 'name' | 'baseline' | 'done'>;

/** What each of two runs is called where they stand beside each other. */
export interface RunNames {
  tune: string;
  other: string;
}

/** The one that nothing was done to, and that the other was made from, is the baseline; else it is called by what was done to it, or by its name. */
const called = (run: Run, beside: Run): string => (beside.baseline === run.id && run.done === null ? 'baseline' : (run.done ?? run.name));

/** What two runs are called beside each other; no two are called the same where their names tell them apart. */
export function runNames(tune: Run, other: Run): RunNames {
  const names = { tune: called(tune, other), other: called(other, tune) };
  return names.tune === names.other ? { tune: tune.name, other: other.name } : names;
}
