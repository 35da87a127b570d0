import { expect, test } from 'vitest';
import { touchedText } from '../../studio/network/touched.ts';

const model = { layers: 3, units: 512 };

test('touchedText_UnitsOfSeveralOperations_AreCountedOnce', () => {
  expect(
    touchedText(
      [
        { op: 'excise', layer: 1, units: [1, 2, 3] },
        { op: 'clamp', site: 'L1.h', units: [3, 4], value: 0 },
        { op: 'scale', site: 'L2.c', units: [3], value: 2 },
      ],
      model,
    ),
  ).toBe('on 5 units');
});

test('touchedText_AllOfALayer_IsItsSize', () => {
  expect(touchedText([{ op: 'excise', layer: 3, units: 'all' }], model)).toBe('on 512 units');
});

test('touchedText_PlanOfTokens_SaysNothingOfUnits', () => {
  expect(touchedText([{ op: 'forbid', tokens: '|' }], model)).toBe('');
  expect(touchedText([], model)).toBe('');
});
