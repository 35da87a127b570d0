import { expect, test } from 'vitest';
import type { Selection } from '../../studio/address.ts';
import type { TokenKind } from '../../studio/api/shapes.ts';
import { cellPaths, cellWidth } from '../../studio/network/cell-paths.ts';
import { readPart } from '../../studio/network/read-part.ts';
import { pixelOf } from '../../studio/network/span.ts';
import { draggedSteps, withoutSteps, withSteps } from '../../studio/network/step-choice.ts';
import { cellsInSight, isNamed, measureLines, rowHeight, stepTicks, stripRows, type StripRun } from '../../studio/network/strip-rows.ts';

test('readPart_AnyCursor_HoldsWhatStandsAroundItAndMovesSeldom', () => {
  for (const tokens of [1, 40, 200, 385, 2000]) {
    let moved = 0;
    let last = '';
    for (let cursor = 0; cursor < tokens; cursor++) {
      const [from, to] = readPart(cursor, tokens);
      expect(from).toBeLessThanOrEqual(Math.max(0, cursor - 128));
      expect(to).toBeGreaterThanOrEqual(Math.min(tokens, cursor + 128));
      expect(to).toBeLessThanOrEqual(tokens);
      if (`${from} ${to}` !== last) moved++;
      last = `${from} ${to}`;
    }
    expect(moved).toBeLessThanOrEqual(Math.ceil(tokens / 128));
  }
  expect(readPart(0, 0)).toEqual([0, 0]);
});

test('cellPaths_CellsOfSeveralClasses_StandWhereTheirStepsAre', () => {
  const span = { from: 10, to: 30 };
  const cells = Array.from({ length: 20 }, (_, i) => ({ step: 10 + i, kind: i % 3 === 0 ? ('measure' as const) : ('pitch' as const) }));
  const paths = cellPaths(cells, span, 400, 20, 5, 18);
  expect(paths.map(({ kind }) => kind)).toEqual(['measure', 'pitch']);
  const drawn = paths.flatMap(({ kind, d }) =>
    [...d.matchAll(/M([\d.-]+),5h([\d.]+)v18h-[\d.]+z/g)].map(([, x, wide]) => ({ kind, x: Number(x), wide: Number(wide) })),
  );
  expect(drawn.toSorted((a, b) => a.x - b.x)).toEqual(
    cells.map(({ step, kind }) => ({ kind, x: Number(pixelOf(span, 400, step).toFixed(2)), wide: cellWidth(20) })),
  );
});

const kindOf = (token: string): TokenKind => (token === '|' ? 'measure' : token.startsWith('K:') ? 'key' : 'pitch');

/** A run in C that is shown in D, where `E` sounds F♯. */
const run = (id: string, text: string, more: Partial<StripRun> = {}): StripRun => {
  const tokens = text.split(' ');
  return {
    id,
    name: `tune ${id}`,
    done: null,
    baseline: null,
    names: [{ C: 'D', D: 'E', E: 'F♯' }],
    namesAt: tokens.map(() => 0),
    tune: { tokens } as StripRun['tune'],
    kinds: tokens.map(kindOf),
    ...more,
  };
};

test('stripRows_ATuneAlone_IsARowWithoutAName', () => {
  expect(stripRows(null, null)).toEqual([]);
  expect(stripRows(run('a', 'K:Cmaj C E |'), null)).toEqual([
    {
      id: 'tune',
      name: '',
      tokens: ['K:Cmaj', 'C', 'E', '|'],
      names: ['K:Cmaj', 'D', 'F♯', '|'],
      kinds: ['key', 'pitch', 'pitch', 'measure'],
    },
  ]);
});

test('stripRows_TwoRuns_HasTheOneThatTheTuneIsHeldAgainstOverIt', () => {
  const cut = run('b', 'C D', { done: 'layer 1 cut', baseline: 'a' });
  expect(stripRows(cut, run('a', 'C E')).map(({ id, name, names }) => [id, name, ...names])).toEqual([
    ['other', 'baseline', 'D', 'F♯'],
    ['tune', 'layer 1 cut', 'D', 'E'],
  ]);
});

test('isNamed_OneNameOfEitherRunDiffers_IsTrue', () => {
  const plain = run('a', 'C |', { names: [{}] });
  expect(isNamed(stripRows(plain, plain))).toBe(false);
  expect(isNamed(stripRows(plain, run('b', '| C')))).toBe(true);
  expect(isNamed(stripRows(run('b', '| C'), plain))).toBe(true);
});

test('rowHeight_LettersThatNeedRoom_HaveItTwiceWhereTokensStandBeneath', () => {
  const heights = (named: boolean, type: number): number[] =>
    (['none', 'across', 'turned'] as const).map((letters) => rowHeight(letters, named, type));
  expect(heights(false, 1)).toEqual([20, 20, 42]);
  expect(heights(true, 1)).toEqual([20, 30, 58]);
  expect(heights(true, 1.5)).toEqual([30, 45, 87]);
});

test('cellsInSight_CellsThatAreCutAtBothEnds_AreThereWhole', () => {
  const [row] = stripRows(run('a', 'K:Cmaj C D E |'), null);
  expect(cellsInSight(row!, { from: 1.5, to: 3.2 })).toEqual([
    { step: 1, token: 'C', name: 'D', kind: 'pitch' },
    { step: 2, token: 'D', name: 'E', kind: 'pitch' },
    { step: 3, token: 'E', name: 'F♯', kind: 'pitch' },
  ]);
  // The axis is that of the longer of two runs: the shorter ends before it.
  expect(cellsInSight(row!, { from: 4, to: 9 })).toEqual([{ step: 4, token: '|', name: '|', kind: 'measure' }]);
});

test('measureLines_AnySpan_StandInTheMiddleOfCellsThatAreInSight', () => {
  expect(measureLines([0, 4, 9, 10, 14], { from: 1, to: 10 }, 90, 20)).toBe('M35.0,0V20M85.0,0V20');
  expect(measureLines([4], { from: 4.9, to: 14.9 }, 100, 20)).toBe('M-4.0,0V20');
  expect(measureLines([4], { from: 5, to: 15 }, 100, 20)).toBe('');
});

test('stepTicks_AnySpan_AreWholeStepsThatStandBeforeTheEnd', () => {
  const all = stepTicks({ from: 0, to: 100 }, 900, Infinity);
  expect(all).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(stepTicks({ from: 0, to: 100 }, 900, 900 * 0.605)).toEqual(all.slice(0, 6));
  expect(stepTicks({ from: 10, to: 14 }, 900, Infinity)).toEqual([10, 11, 12, 13]);
});

test('draggedSteps_EitherWay_HoldBothEnds', () => {
  expect(draggedSteps(3, 7)).toEqual([3, 8]);
  expect(draggedSteps(7, 3)).toEqual([3, 8]);
  expect(draggedSteps(3, 3)).toBeNull();
});

test('withSteps_UnitsOfTheLayerInSight_StayChosenAndThoseOfAnotherNot', () => {
  const chosen: Selection = { layer: 2, site: 'c', units: [4, 7], steps: null };
  expect(withSteps(chosen, 2, 'h', [3, 8])).toEqual({ layer: 2, site: 'h', units: [4, 7], steps: [3, 8] });
  expect(withSteps(chosen, 1, 'h', [3, 8])).toEqual({ layer: 1, site: 'h', units: [], steps: [3, 8] });
  expect(withSteps(null, 1, 'h', [3, 8])).toEqual({ layer: 1, site: 'h', units: [], steps: [3, 8] });
});

test('withoutSteps_ChosenUnits_StayChosen', () => {
  const chosen: Selection = { layer: 2, site: 'c', units: [4, 7], steps: [3, 8] };
  expect(withoutSteps(chosen)).toEqual({ ...chosen, steps: null });
  expect(withoutSteps({ ...chosen, units: [] })).toBeNull();
  expect(withoutSteps(null)).toBeNull();
});
