import { expect, test } from 'vitest';
import { chancesBeside, pastText } from '../../studio/network/chances-beside.ts';

const vocabulary = Array.from({ length: 13 }, (_, i) => `t${i}`);
/** Two steps; the first has nothing to do with it. */
const posterior = (values: Record<number, number>) => {
  const all = new Float32Array(26).fill(0);
  all.fill(1 / 13, 0, 13);
  for (const [token, p] of Object.entries(values)) all[13 + Number(token)] = p;
  return { rows: 2, columns: 13, values: all };
};

test('chancesBeside_TheLikeliestOfEither_StandInOneListWithBothProbabilities', () => {
  const rows = chancesBeside(
    vocabulary,
    1,
    { posterior: posterior({ 3: 0.75, 5: 0.25 }), token: 't3' },
    { posterior: posterior({ 5: 0.5, 7: 0.5, 3: 0 }), token: 't7' },
  );
  expect(rows.slice(0, 3)).toEqual([
    { token: 't3', tune: 0.75, other: 0, tuneHas: true, otherHas: false },
    { token: 't5', tune: 0.25, other: 0.5, tuneHas: false, otherHas: false },
    { token: 't7', tune: 0, other: 0.5, tuneHas: false, otherHas: true },
  ]);
  expect(rows).toHaveLength(10);
});

test('chancesBeside_ATokenOfARunThatIsNotAmongTheLikeliest_IsShownAtTheEnd', () => {
  const even = Object.fromEntries(vocabulary.slice(0, 11).map((_, i) => [i, 0.09]));
  const rows = chancesBeside(vocabulary, 1, { posterior: posterior(even), token: 't12' }, { posterior: posterior(even), token: 't0' });
  expect(rows).toHaveLength(11);
  expect(rows.at(-1)).toEqual({ token: 't12', tune: 0, other: 0, tuneHas: true, otherHas: false });
});

test('pastText_BeforeAtAndAfterTheParting_SaysWhetherThePastsAreTheSame', () => {
  expect(pastText(3, null)).toContain('the same tokens');
  expect(pastText(3, 4)).toBe('Both runs have read the same tokens before this step.');
  expect(pastText(4, 4)).toContain('and part here');
  expect(pastText(5, 4)).toContain('parted at step 4');
});
