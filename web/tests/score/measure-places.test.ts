import { expect, test } from 'vitest';
import { clicksOf, countIn, placesOf } from '../../score/measure-places.ts';

const text = (clicks: readonly { at: number; first: boolean }[]): string =>
  clicks.map(({ at, first }) => `${at}${first ? '!' : ''}`).join(' ');

// The same measures as the program's own tests have them.
test.each([
  ['6/8', [0, 0.75, 1.5], '0! 0.375 0.75! 1.125'],
  ['4/4', [0, 1, 2], '0! 0.5 1! 1.5'],
  ['3/4', [0, 0.75], '0! 0.25 0.5'],
  ['6/8', [0, 0.125, 0.875, 1.625], '0.125! 0.5 0.875! 1.25'],
  ['6/8', [0, 0.125, 0.875, 1.5, 1.625, 2.375, 3], '0.125! 0.5 0.875! 1.25 1.625! 2 2.375! 2.75'],
  ['none', [0, 0.75], ''],
  ['6/8', [], ''],
])('clicksOf_%s_%j_Are %s', (meter, bars, clicks) => {
  expect(text(clicksOf(placesOf(bars, meter), meter))).toBe(clicks);
});

test.each([
  ['6/8', [0, 0.75], 0, 1.5, '-1.5! -1.125 -0.75! -0.375'],
  ['6/8', [0, 0.125, 0.875], 0, 1.375, '-1.375! -1 -0.625! -0.25'],
  ['3/4', [0, 0.75], 0, 0.75, '-0.75! -0.5 -0.25'],
  ['3/4', [0, 0.25, 1], 0, 1.25, '-1.25! -1 -0.75 -0.5! -0.25'],
  ['4/4', [0, 1, 2], 1.5, 1.5, '0! 0.5 1!'],
  ['none', [], 0, 1, '-1! -0.75 -0.5 -0.25'],
])('countIn_%s_%j_From%d_LeadsToIt', (meter, bars, at, length, clicks) => {
  const counted = countIn(
    placesOf(bars, meter).find(({ to }) => at < to),
    at,
    meter,
  );
  expect(counted.length).toBe(length);
  expect(text(counted.clicks)).toBe(clicks);
});
