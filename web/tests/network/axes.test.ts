import { describe, expect, test } from 'vitest';
import { areaPath, decibels, linePath, roundTicks } from '../../studio/network/curves.ts';
import { measureAway } from '../../studio/network/measures.ts';
import { bandBetween, periodAtPixel, periodAxisOf, periodTicks, pixelOfPeriod } from '../../studio/network/period-axis.ts';
import { cellAt, panned, pixelOf, placeAt, showing, whole, within, zoomed } from '../../studio/network/span.ts';
import { lettering } from '../../studio/network/token-kind.ts';

describe('the span of an axis', () => {
  test('zoomed_AboutAPlace_KeepsItUnderThePointer', () => {
    const span = zoomed(whole(150), 40, 2, 150);
    expect(span.to - span.from).toBe(75);
    expect(pixelOf(span, 600, 40)).toBeCloseTo(pixelOf(whole(150), 600, 40), 9);
  });
  test('zoomed_OutAndIn_StaysOnTheAxis', () => {
    expect(zoomed({ from: 100, to: 150 }, 149, 0.1, 150)).toEqual({ from: 0, to: 150 });
    expect(zoomed(whole(150), 0, 1000, 150)).toEqual({ from: 0, to: 4 });
    expect(zoomed(whole(2), 1, 5, 2)).toEqual({ from: 0, to: 2 });
  });
  test('panned_PastTheEnds_Stops', () => {
    expect(panned({ from: 10, to: 30 }, -50, 150)).toEqual({ from: 0, to: 20 });
    expect(panned({ from: 10, to: 30 }, 500, 150)).toEqual({ from: 130, to: 150 });
  });
  test('placeAt_OfPixelOf_IsTheSame', () =>
    expect(placeAt({ from: 3, to: 28 }, 431, pixelOf({ from: 3, to: 28 }, 431, 17.25))).toBeCloseTo(17.25, 9));
  test('cellAt_Outside_IsTheNearest', () => {
    expect(cellAt(whole(10), 100, -5, 10)).toBe(0);
    expect(cellAt(whole(10), 100, 100, 10)).toBe(9);
    expect(cellAt(whole(10), 100, 59.9, 10)).toBe(5);
  });
  test('showing_ACellInView_ChangesNothing', () => {
    const span = { from: 10, to: 30 };
    expect(showing(span, 20, 150)).toBe(span);
    expect(showing(span, 40, 150)).toEqual({ from: 23, to: 43 });
    expect(showing(span, 5, 150)).toEqual({ from: 3, to: 23 });
    expect(showing(span, 149, 150)).toEqual({ from: 130, to: 150 });
  });
  test('within_AShorterTune_IsAllOfIt', () => expect(within({ from: 0, to: 150 }, 40)).toEqual({ from: 0, to: 40 }));
});

describe('the axis of periods', () => {
  const axis = periodAxisOf(147, 500);
  test('pixelOfPeriod_Ends_AreTwoAndTheTune', () => {
    expect(pixelOfPeriod(axis, 2)).toBe(0);
    expect(pixelOfPeriod(axis, 147)).toBeCloseTo(500, 9);
    expect(periodAtPixel(axis, pixelOfPeriod(axis, 9))).toBeCloseTo(9, 9);
    expect(periodAtPixel(axis, 900)).toBeCloseTo(147, 9);
  });
  test('periodTicks_AMeasureOfNine_AreItsMultiplesAndParts', () => {
    const ticks = periodTicks(axis, 9);
    expect(ticks.map(({ period }) => period)).toEqual([2, 3, 4.5, 9, 18, 36, 72]);
    expect(ticks.find(({ period }) => period === 9)?.measures).toBe('1 measure');
  });
  test('periodTicks_NoMeasure_ArePlainNumbersThatDoNotTouch', () => {
    const at = periodTicks(axis, null).map(({ period }) => pixelOfPeriod(axis, period));
    expect(at.length).toBeGreaterThan(5);
    for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThanOrEqual(34);
  });
  test('bandBetween_BackwardsOrAClick_IsABandOrNone', () => {
    const [low, high] = bandBetween(axis, 200, 150)!;
    expect(low).toBeLessThan(high);
    expect(bandBetween(axis, 200, 201)).toBeNull();
  });
});

describe('measures', () => {
  test('measureAway_FromWithin_IsTheNextMeasuresFirstStep', () => {
    const bars = [4, 9, 10, 15];
    expect(measureAway(0, 1, bars, 20)).toBe(5);
    expect(measureAway(6, 1, bars, 20)).toBe(11);
    expect(measureAway(17, 1, bars, 20)).toBe(19);
    expect(measureAway(11, -1, bars, 20)).toBe(5);
    expect(measureAway(3, -1, bars, 20)).toBe(0);
  });
});

describe('tokens in cells', () => {
  test('lettering_NarrowerCells_TurnsThenLeavesOut', () => expect([24, 12, 6].map(lettering)).toEqual(['across', 'turned', 'none']));
});

describe('curves', () => {
  test('linePath_AGap_LiftsThePen', () =>
    expect(
      linePath(
        (i) => i,
        (i) => (i === 1 ? NaN : 2),
        4,
      ),
    ).toBe('M0.0,2.0M2.0,2.0L3.0,2.0'));
  test('areaPath_TwoLines_GoesThereAndBack', () =>
    expect(
      areaPath(
        (i) => i,
        () => 0,
        () => 1,
        2,
      ),
    ).toBe('M0.0,1.0L1.0,1.0L1.0,0.0L0.0,0.0Z'));
  test('decibels_TenTimes_IsTwenty', () => {
    expect(decibels(10, 1)).toBeCloseTo(20, 12);
    expect(decibels(0, 1)).toBe(-80);
  });
  test('roundTicks_ASmallRange_AreRound', () => {
    expect(roundTicks(-0.4, 0.4)).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
    expect(roundTicks(0, 1)).toEqual([0, 0.5, 1]);
    expect(roundTicks(1, 1)).toEqual([]);
  });
});
