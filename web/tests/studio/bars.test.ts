import { expect, test } from 'vitest';
import type { TuneDetail } from '../../studio/api/shapes.ts';
import { barAt, barsOf, barsText, stepsOf } from '../../studio/reading/bars.ts';

const kindOf = (token: string): string =>
  /^M:/.test(token)
    ? 'meter'
    : /^K:/.test(token)
      ? 'key'
      : /^[|:]/.test(token)
        ? 'measure'
        : token === '</s>'
          ? 'end'
          : token === 'z'
            ? 'rest'
            : /^[A-Ga-g]/.test(token)
              ? 'pitch'
              : 'duration';
const of = (text: string): Pick<TuneDetail, 'tune' | 'kinds'> => {
  const tokens = text.split(' ');
  return { tune: { tokens }, kinds: tokens.map(kindOf) } as unknown as Pick<TuneDetail, 'tune' | 'kinds'>;
};

test('barsOf leaves out what has no notes and counts from 1', () => {
  const bars = barsOf(of('M:4/4 K:Cmaj |: G 2 | c 8 | z 8 :| |: d 8 :| </s>'));
  expect(bars).toEqual([
    { number: 1, from: 3, to: 5 },
    { number: 2, from: 6, to: 8 },
    { number: 3, from: 9, to: 11 },
    { number: 4, from: 13, to: 15 },
  ]);
});

test('barsOf closes the last bar at the end token, or where a cut tune ends', () => {
  expect(barsOf(of('M:4/4 K:Cmaj c 8 | d 8 </s>'))[1]).toEqual({ number: 2, from: 5, to: 7 });
  expect(barsOf(of('M:4/4 K:Cmaj c 8 | d'))[1]).toEqual({ number: 2, from: 5, to: 6 });
});

test('stepsOf holds the bar line that closes the last bar', () => {
  const bars = barsOf(of('M:4/4 K:Cmaj c 8 | d 8 | e 8 | </s>'));
  expect(stepsOf(bars, { from: 2, to: 3 })).toEqual([5, 11]);
});

test('barAt counts a bar line to the bar that it closes and a header to the first', () => {
  const bars = barsOf(of('M:4/4 K:Cmaj c 8 | d 8 | </s>'));
  expect([0, 2, 4, 5, 7, 8].map((step) => barAt(bars, step))).toEqual([1, 1, 1, 2, 2, 2]);
  expect(barAt([], 0)).toBeNull();
});

test('barsText names one bar or several', () => {
  expect(barsText({ from: 5, to: 5 })).toBe('bar 5');
  expect(barsText({ from: 5, to: 8 })).toBe('bars 5–8');
});
