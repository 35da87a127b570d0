import { describe, expect, test } from 'vitest';
import { bitsText, percentText, valueText } from '../../studio/network/numbers.ts';
import type { Operation } from '../../studio/network/operation.ts';
import { operationText } from '../../studio/network/operation-text.ts';
import {
  adjusting,
  excising,
  moved,
  readBias,
  readSteps,
  removed,
  replaced,
  stepsText,
  weightsOf,
} from '../../studio/network/plan-editing.ts';
import { readUnits, unitsText } from '../../studio/network/unit-text.ts';

const chosen = { layer: 1, site: 'c', units: [3, 5], steps: [10, 20] as const };

describe('a plan', () => {
  test('excising_ASelection_NamesItsUnitsAndNoSteps', () => {
    expect(excising(chosen)).toEqual({ op: 'excise', layer: 1, units: [3, 5] });
    expect(excising(chosen, 'tune:7')).toEqual({ op: 'excise', layer: 1, units: [3, 5], fill: 'mean', recording: 'tune:7' });
    expect(excising({ ...chosen, units: [] }).units).toBe('all');
  });
  test('adjusting_ARange_IncludesItsLastStep', () => {
    expect(adjusting('clamp', chosen, 0.5)).toEqual({ op: 'clamp', site: 'L1.c', units: [3, 5], value: 0.5, steps: [10, 19] });
    expect(adjusting('scale', { ...chosen, steps: null }, 2)).not.toHaveProperty('steps');
  });
  test('moved_DownAndUp_KeepsTheRestInOrder', () => {
    const list = [1, 2, 3, 4].map((layer): Operation => ({ op: 'excise', layer, units: 'all' }));
    const layers = (operations: Operation[]): unknown[] => operations.map((o) => (o as { layer: number }).layer);
    expect(layers(moved(list, 0, 2))).toEqual([2, 3, 1, 4]);
    expect(layers(moved(list, 3, 0))).toEqual([4, 1, 2, 3]);
    expect(layers(moved(list, 0, 9))).toEqual([1, 2, 3, 4]);
    expect(layers(removed(list, 1))).toEqual([1, 3, 4]);
    expect(layers(replaced(list, 1, list[0]!))).toEqual([1, 1, 3, 4]);
    expect(layers(list)).toEqual([1, 2, 3, 4]);
  });
  test('weightsOf_AnyShare_SumToOneInHundredths', () => {
    for (let own = 0; own <= 100; own++) {
      const [one, other] = weightsOf(own / 100);
      expect(Math.round(one * 100) + Math.round(other * 100)).toBe(100);
    }
    expect(weightsOf(0.7)).toEqual([0.7, 0.3]);
  });
  test('readSteps_AsTyped_ReadsAndNamesFaults', () => {
    expect(readSteps(' ').steps).toBeUndefined();
    expect(readSteps('12').steps).toEqual([12, 12]);
    expect(readSteps('12 – 30').steps).toEqual([12, 30]);
    expect(readSteps('12-').steps).toEqual([12, null]);
    expect(readSteps('30-12').fault).toContain('12–30');
    expect(readSteps('a').fault).not.toBeNull();
  });
  test('stepsText_OfReadSteps_IsTheSame', () => {
    for (const text of ['', '12', '12–30', '0–']) {
      const { steps } = readSteps(text);
      expect(stepsText(steps ?? undefined)).toBe(text);
    }
  });
  test('readBias_AsTyped', () => expect(['−inf', '-∞', '2', '−1.5', 'x', ''].map(readBias)).toEqual(['-inf', '-inf', 2, -1.5, null, null]));
});

describe('an operation in words', () => {
  const texts: [Operation, string, string][] = [
    [{ op: 'excise', layer: 1, units: [3] }, 'excise', 'L1, unit 3'],
    [{ op: 'excise', layer: 2, units: [1, 2, 3, 9, 11], fill: 'mean', recording: 'tune:7' }, 'excise', 'L2, 5 units, to their mean'],
    [{ op: 'clamp', site: 'L1.c', units: 'all', value: -1, steps: [4, null] }, 'clamp', 'L1.c, all units to −1, steps 4–'],
    [{ op: 'stimulate' }, 'stimulate', '0.7 of the token read + 0.3 of a random pitch'],
    [{ op: 'bias', tokens: { '|': 2, A: '-inf' } }, 'favour', '| +2, A forbidden'],
    [{ op: 'forbid', tokens: ['|', ':|'], steps: [3, 3] }, 'forbid', '| :|, step 3'],
  ];
  test.each(texts)('operationText_%j', (operation, verb, what) => expect(operationText(operation)).toMatchObject({ verb, what }));

  test('operationText_TokensThatSoundInAnotherKey_AreNamedBesides', () => {
    const named = (token: string): string => (token === 'E' ? 'E (F♯)' : token);
    expect(operationText({ op: 'forbid', tokens: ['E', '|'] }, named).what).toBe('E (F♯) |');
    expect(operationText({ op: 'bias', tokens: { E: 2 } }, named).what).toBe('E (F♯) +2');
  });
});

describe('units as text', () => {
  test('unitsText_Runs_AreShort', () => {
    expect(unitsText([3, 5, 6, 7, 9, 10])).toBe('3, 5–7, 9, 10');
    expect(unitsText([1, 3, 5, 7], 2)).toBe('1, 3, …');
  });
  test('readUnits_OfUnitsText_IsTheSame', () => expect(readUnits(unitsText([0, 5, 6, 7, 511]), 512).units).toEqual([0, 5, 6, 7, 511]));
  test('readUnits_Faults_SayWhat', () => {
    expect(readUnits('', 8).fault).toContain('at least one');
    expect(readUnits('3, 8', 8).fault).toContain('no unit 8');
    expect(readUnits('5-3', 8).fault).toContain('3–5');
    expect(readUnits('x', 8).fault).toContain('“x”');
  });
});

describe('numbers', () => {
  test('valueText_Signs', () => expect([-0.5, 0.12345, -0.0001, NaN].map(valueText)).toEqual(['−0.500', '0.123', '0.000', 'no value']));
  test('percentText_DigitsThatSaySomething', () =>
    expect([0.9998, 0.25, 0.0123, 0.0004, 0.00000001, 0].map(percentText)).toEqual([
      '99.98 %',
      '25 %',
      '1.2 %',
      '0.04 %',
      '< 0.01 %',
      '0 %',
    ]));
  test('bitsText_PowersOfTwo', () =>
    expect([1, 0.5, 0.125, 2 ** -12, 0].map(bitsText)).toEqual(['0.0 bits', '1.0 bits', '3.0 bits', '12 bits', '∞ bits']));
});
