import { expect, test } from 'vitest';
import { pinchOf } from '../../studio/network/pinch.ts';

test('pinchOf_FingersThatPartAlongOneAxis_EnlargesThatOneAboutTheirMiddle', () => {
  const { x, y, about, by } = pinchOf(
    [
      { x: 100, y: 50 },
      { x: 200, y: 50 },
    ],
    [
      { x: 50, y: 50 },
      { x: 250, y: 50 },
    ],
  );
  expect({ x, y, about, by }).toEqual({ x: 2, y: 1, about: { x: 150, y: 50 }, by: { x: 0, y: 0 } });
});

test('pinchOf_FingersThatMoveTogether_EnlargesNothing', () => {
  const { x, y, by } = pinchOf(
    [
      { x: 100, y: 50 },
      { x: 200, y: 150 },
    ],
    [
      { x: 110, y: 30 },
      { x: 210, y: 130 },
    ],
  );
  expect({ x, y, by }).toEqual({ x: 1, y: 1, by: { x: 10, y: -20 } });
});

test('pinchOf_FingersOverEachOther_AreNotDividedByNothing', () => {
  const { x, y } = pinchOf(
    [
      { x: 100, y: 50 },
      { x: 100, y: 150 },
    ],
    [
      { x: 90, y: 0 },
      { x: 140, y: 200 },
    ],
  );
  expect([x, y]).toEqual([1, 2]);
});
