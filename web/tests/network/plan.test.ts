import { describe, expect, test } from 'vitest';
import { bitsText, percentText, valueText } from '../../studio/network/numbers.ts';
import type { Operation } from '../../studio/network/operation.ts';
import { operationText } from '../../studio/network/operation-text.ts';
import {
  adjusting,
  excising,
  filled,
  interchanging,
  moved,
  patching,
  readBias,
  readSites,
  readStep,
  readSteps,
  removed,
  replaced,
  stepsText,
  weightsOf,
} from '../../studio/network/plan-editing.ts';
import { recordedName, withTuneNames } from '../../studio/network/recorded-tunes.ts';
import { readUnits, unitsText } from '../../studio/network/unit-text.ts';

const chosen = { layer: 1, site: 'c', units: [3, 5], steps: [10, 20] as const };

describe('a plan', () => {
  test('excising_ASelection_NamesItsUnitsAndNoSteps', () => {
    expect(excising(chosen)).toEqual({ op: 'excise', layer: 1, units: [3, 5] });
    expect(excising({ ...chosen, units: [] }).units).toBe('all');
  });
  test('adjusting_ARange_IncludesItsLastStep', () => {
    expect(adjusting('clamp', chosen, 0.5)).toEqual({ op: 'clamp', site: 'L1.c', units: [3, 5], value: 0.5, steps: [10, 19] });
    expect(adjusting('scale', { ...chosen, steps: null }, 2)).not.toHaveProperty('steps');
  });
  test('filled_EachFill_HasItsOwnMembersAndNoOthers', () => {
    const cut = excising(chosen);
    expect(filled(cut, 'mean', 'a.npz', 9)).toEqual({ ...cut, fill: 'mean', recording: 'a.npz' });
    const frozen = filled(cut, 'freeze', 'a.npz', 9);
    expect(frozen).toEqual({ ...cut, fill: 'freeze', recording: 'a.npz', at: 9 });
    const drawn = filled({ ...frozen, recording: 'b.npz' }, 'resample', 'a.npz', 9);
    expect(drawn).toEqual({ ...cut, fill: 'resample', recording: 'b.npz' });
    expect(filled({ ...drawn, seed: 3 }, 'mean', null, 0)).toEqual({ ...cut, fill: 'mean', recording: 'b.npz' });
    expect(filled(drawn, 'zero', 'a.npz', 9)).toEqual(cut);
    expect(filled(cut, 'mean', null, 9)).toEqual(cut);
  });
  test('patching_ASelection_TakesItsUnitsInItsSteps', () => {
    expect(patching(chosen, 'a.npz')).toEqual({ op: 'patch', site: 'L1.c', units: [3, 5], recording: 'a.npz', steps: [10, 19] });
    expect(patching({ ...chosen, units: [], steps: null }, 'a.npz')).toEqual({
      op: 'patch',
      site: 'L1.c',
      units: 'all',
      recording: 'a.npz',
    });
  });
  test('interchanging_ALayer_TakesItsWholeMemoryAtOneStepsEnd', () =>
    expect(interchanging(2, 40, 'a.npz', 36)).toEqual({
      op: 'patch',
      site: ['L2.c', 'L2.h'],
      units: 'all',
      recording: 'a.npz',
      steps: [40, 40],
      at: 36,
      edge: 'recurrent',
    }));
  test('readStep_AsTyped_ReadsAndNamesFaults', () => {
    const tune = { name: 'seed 7', steps: 100 };
    expect(readStep(' 99 ', tune)).toEqual({ step: 99, fault: null });
    expect(readStep('', tune).step).toBeUndefined();
    expect(readStep('100', tune).fault).toBe('seed 7 has no step 100: it has 100, from 0 to 99.');
    expect(readStep('100', null).step).toBe(100);
    expect(readStep('-1', tune).fault).toContain('“-1” is no step');
  });
  test('readSites_AsTyped_ReadsAndNamesFaults', () => {
    expect(readSites('L2.c, L2.h', 3).sites).toEqual(['L2.c', 'L2.h']);
    expect(readSites('posterior', 3).sites).toEqual(['posterior']);
    expect(readSites(' ', 3).fault).toContain('Name a site');
    expect(readSites('L2.x', 3).fault).toContain('“L2.x” is no site');
    expect(readSites('L4.h', 3).fault).toContain('no layer 4');
    expect(readSites('L1.h input', 3).fault).toContain('input is patched alone');
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
    [
      { op: 'excise', layer: 2, units: [1, 2, 3, 9, 11], fill: 'mean', recording: 'tune:7' },
      'excise',
      'L2, 5 units, to their mean in tune:7',
    ],
    [{ op: 'clamp', site: 'L1.c', units: 'all', value: -1, steps: [4, null] }, 'clamp', 'L1.c, all units to −1, steps 4–'],
    [{ op: 'stimulate' }, 'stimulate', '0.7 of the token read + 0.3 of a random pitch'],
    [{ op: 'bias', tokens: { '|': 2, A: '-inf' } }, 'favour', '| +2, A forbidden'],
    [{ op: 'forbid', tokens: ['|', ':|'], steps: [3, 3] }, 'forbid', '| :|, step 3'],
    [
      { op: 'excise', layer: 1, units: [3], fill: 'freeze', recording: 'tune:7', at: 12 },
      'excise',
      'L1, unit 3, to that of step 12 of tune:7',
    ],
    [
      { op: 'excise', layer: 1, units: [3], fill: 'resample', recording: 'tune:7', seed: 4 },
      'excise',
      'L1, unit 3, to those of random steps of tune:7, seed 4',
    ],
  ];
  test.each(texts)('operationText_%j', (operation, verb, what) => expect(operationText(operation)).toMatchObject({ verb, what }));

  test('operationText_ARecording_IsCalledByItsTune', () =>
    expect(
      operationText(interchanging(1, 40, '01a2.npz', 36), undefined, (recording) =>
        recordedName(recording, [{ id: '01a2', name: 'seed 7' }]),
      ).what,
    ).toBe('L1.c L1.h, all units from seed 7, its step 36, step 40, for its own next step'));
  test('withTuneNames_ASentenceOfTheServer_ShowsNoId', () => {
    const plan = [patching(chosen, '01a2.npz'), filled(excising(chosen), 'mean', '03b4', 0)];
    const tunes = [{ id: '01a2', name: 'seed 7' }];
    expect(withTuneNames("names the recording '01a2.npz' of a network", plan, tunes)).toBe('names the recording of “seed 7” of a network');
    expect(withTuneNames('values from the recording 01a2.npz, from step 3 on', plan, tunes)).toBe(
      'values from the recording of “seed 7”, from step 3 on',
    );
    expect(withTuneNames("The plan reads the recording '03b4', and", plan, tunes)).toBe(
      'The plan reads the recording of a tune that is not in this session, and',
    );
  });

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
