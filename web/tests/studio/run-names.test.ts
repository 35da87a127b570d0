import { expect, test } from 'vitest';
import { runNames } from '../../studio/reading/run-names.ts';

const run = (id: string, name: string, done: string | null = null, baseline: string | null = null) => ({ id, name, done, baseline });

test('runNames_ARunBesideTheOneThatItWasMadeFrom_IsCalledByWhatWasDone', () => {
  const untouched = run('a', 'seed 42');
  const cut = run('b', 'seed 42, layer 1 cut', 'layer 1 cut', 'a');
  expect(runNames(cut, untouched)).toEqual({ tune: 'layer 1 cut', other: 'baseline' });
  expect(runNames(untouched, cut)).toEqual({ tune: 'baseline', other: 'layer 1 cut' });
});

test('runNames_TwoOperatedRuns_AreEachCalledByWhatWasDoneAndNeverBaseline', () => {
  const one = run('b', 'seed 42, layer 1 cut', 'layer 1 cut', 'a');
  const two = run('c', 'seed 42, | forbidden', '| forbidden', 'a');
  expect(runNames(one, two)).toEqual({ tune: 'layer 1 cut', other: '| forbidden' });
  // Made from one that was operated itself.
  expect(runNames({ ...two, baseline: 'b' }, one)).toEqual({ tune: '| forbidden', other: 'layer 1 cut' });
});

test('runNames_TheSameDoneToTwoTunes_IsToldApartByTheirNames', () => {
  const one = run('b', 'seed 1, layer 1 cut', 'layer 1 cut', 'a');
  const two = run('d', 'seed 2, layer 1 cut', 'layer 1 cut', 'c');
  expect(runNames(one, two)).toEqual({ tune: 'seed 1, layer 1 cut', other: 'seed 2, layer 1 cut' });
});

test('runNames_TwoTunesThatNothingWasDoneTo_HaveTheirNames', () => {
  expect(runNames(run('a', 'seed 1'), run('b', 'seed 2'))).toEqual({ tune: 'seed 1', other: 'seed 2' });
});
