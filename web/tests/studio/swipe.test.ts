import { expect, test } from 'vitest';
import { turnOf } from '../../studio/swipe.ts';

test('turnOf_FingerAcross_TurnsTheWayThatThePagesGo', () => {
  expect(turnOf(-80, 5)).toBe(1);
  expect(turnOf(80, -5)).toBe(-1);
});

test('turnOf_FingerThatScrollsOrHardlyMoves_TurnsNothing', () => {
  for (const [across, down] of [
    [-80, 60],
    [-40, 0],
    [0, 300],
    [0, 0],
  ] as const)
    expect(turnOf(across, down)).toBeNull();
});
