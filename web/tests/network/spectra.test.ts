import { describe, expect, test } from 'vitest';
import { Problem } from '../../studio/api/problem.ts';
import type { Spectra } from '../../studio/network/answers.ts';
import { orderKeys } from '../../studio/network/order-keys.ts';
import { faultyOperation } from '../../studio/network/plan-editing.ts';
import { binOf, decibelRange, layerCurves, namedPeaks, unitCurve, type Curve } from '../../studio/network/spectrum-curves.ts';
import { readTokens } from '../../studio/network/token-list.ts';

const frequencies = [0, 0.125, 0.25, 0.375, 0.5];
const spectra = {
  site: 'h',
  window: 'hann',
  steps: 8,
  frequencies,
  measureInterval: null,
  band: null,
  layers: [
    {
      layer: 1,
      mean: [10, 1, 1, 1, 1],
      sem: [0, 0, 0.5, 0, 0],
      peaks: [
        { period: null, magnitude: 10, prominence: 20, standing: 'stands' },
        { period: 4, magnitude: 1, prominence: 5, standing: 'couldBeLeakage' },
        { period: 2, magnitude: 1, prominence: 1, standing: 'stands' },
      ],
    },
    { layer: 2, mean: [20, 1, 1, 1, 1], sem: [0, 0, 0, 0, 0], peaks: [] },
  ],
} as unknown as Spectra;

describe('the curves of the layers', () => {
  test('layerCurves_AnyLayer_IsRelativeToTheLargestOfLayerOne', () => {
    const curves = layerCurves(spectra, (layer) => `colour ${layer}`);
    expect(curves.map(({ name, colour }) => [name, colour])).toEqual([
      ['L1', 'colour 1'],
      ['L2', 'colour 2'],
    ]);
    expect(curves[0]!.decibels[0]).toBe(0);
    expect(curves[0]!.decibels[1]).toBeCloseTo(-20, 9);
    expect(curves[1]!.decibels[0]).toBeCloseTo(20 * Math.log10(2), 9);
  });
  test('layerCurves_TheBand_RunsFromMeanLessSemToMeanAndSem', () => {
    const [first] = layerCurves(spectra, () => '');
    expect(first!.low![2]).toBeCloseTo(20 * Math.log10(0.05), 9);
    expect(first!.high![2]).toBeCloseTo(20 * Math.log10(0.15), 9);
  });
  test('layerCurves_Peaks_LeaveOutFrequencyZeroAndWhatIsHardlyOne', () => {
    expect(layerCurves(spectra, () => '')[0]!.peaks.map(({ period, stands }) => [period, stands])).toEqual([[4, false]]);
  });
  test('unitCurve_ItsPeak_IsZeroDecibelsOfPower', () => {
    // The second bin is the lobe of the unit's mean: stronger than the peak, and not it.
    const curve = unitCurve('u', '', { window: 'hann', frequencies, power: [400, 1000, 100, 0, 1], peakPeriod: 4 });
    expect(curve.decibels[2]).toBeCloseTo(0, 12);
    expect(curve.decibels[1]).toBeCloseTo(10, 9);
    expect(curve.decibels[4]).toBeCloseTo(-20, 9);
    expect(curve.decibels[3]).toBe(-80);
  });
  test('binOf_AnyPeriod_IsTheNearestBinButFrequencyZero', () => {
    expect([2, 2.6, 4, 8, 1000].map((period) => binOf(frequencies, period))).toEqual([4, 3, 2, 1, 1]);
  });
  const curve = (decibels: number[], peaks: Curve['peaks'] = []): Curve => ({
    name: '',
    colour: '',
    decibels,
    low: null,
    high: null,
    peaks,
  });
  test('decibelRange_LongPeriods_AreNotOnTheAxis', () => {
    expect(decibelRange([curve([99, 50, 0, -5, -9])], frequencies, 5)).toEqual([-10, 2]);
    expect(decibelRange([curve([0, 0, 0, -5, -200])], frequencies, 8)).toEqual([-45, 2]);
  });
  test('namedPeaks_CloseTogether_TheHighestHasTheName', () => {
    const peak = (period: number, decibels: number) => ({ period, decibels, prominence: 5, stands: true });
    expect(
      namedPeaks([curve([], [peak(9, -3), peak(4, -9)]), curve([], [peak(9.1, -1)])], (period) => 20 * period).map(({ period }) => period),
    ).toEqual([9.1, 4]);
  });
});

describe('what rows were ordered by', () => {
  test('orderKeys_EachOrder_HasItsUnit', () => {
    expect(orderKeys({ by: 'peak', units: [1, 0], key: [36, null] })).toEqual({
      heading: 'steps',
      short: ['36', '–'],
      full: ['most power at a period of 36 steps', 'silent'],
    });
    expect(orderKeys({ by: 'band', units: [1, 0], key: [0.5, 0.0123] })!.short).toEqual(['50 %', '1.2 %']);
    expect(orderKeys({ by: 'binding', units: [1, 0], key: [0.5, -0.25] })!.short).toEqual(['0.50', '−0.25']);
    expect(orderKeys({ by: 'similarity', units: [1, 0], key: [null, null] })).toBeNull();
  });
});

describe('tokens as typed', () => {
  test('readTokens_KnownOnes_EachOnce', () => expect(readTokens(' |  :| | ', ['|', ':|']).tokens).toEqual(['|', ':|']));
  test('readTokens_AnUnknownOne_NamesWhatIsNear', () =>
    expect(readTokens('^g', ['^G', "^g'", 'A']).fault).toBe("The model has no token ^g; near it are ^G ^g'."));
  test('readTokens_None_SaysHow', () => expect(readTokens(' ', ['A']).fault).toContain('at least one'));
});

test('faultyOperation_ARefusal_IsItsPlaceFromZero', () => {
  expect(faultyOperation(new Problem('Operation 2 of the plan (clamp) names L9.h.', 422, { operation: 1 }))).toBe(1);
  expect(faultyOperation(new Problem('Operation 1 of the plan (clamp) names L9.h.', 422, { operation: 0 }))).toBe(0);
  expect(faultyOperation(new Problem('The plan is too long.', 413))).toBeNull();
  expect(faultyOperation(null)).toBeNull();
});
