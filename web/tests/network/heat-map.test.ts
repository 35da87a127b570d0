import { describe, expect, test } from 'vitest';
import { diverging } from '../../figures/style.ts';
import { colourIndex, colourWords, magnitudeLimit, paletteOf, scaleOf } from '../../studio/network/colour-scale.ts';
import { paintHeat, rowShown, rowsInPicture } from '../../studio/network/heat-picture.ts';
import { byIndex, rowsOf, runsOfRows, unitsBetween } from '../../studio/network/unit-order.ts';

const all = { from: 0, to: 4 };
// The words of this table are the colour's own index, so that a picture can be read.
const numbered = Uint32Array.from({ length: 256 }, (_, i) => i);

describe('the colours of a heat map', () => {
  test('colourIndex_ZeroOfASignedScale_IsTheMiddle', () => {
    expect(colourIndex({ kind: 'diverging', lowest: -0.3, highest: 0.3 }, 0)).toBe(127);
    expect(diverging.light[127]).toEqual([255, 255, 255]);
    expect(diverging.dark[127]).toEqual([0, 0, 0]);
  });
  test('colourIndex_BeyondTheEnds_IsTheEnd', () => {
    const scale = { kind: 'sequential', lowest: 0, highest: 1 } as const;
    expect([-1, 0, 1, 9].map((v) => colourIndex(scale, v))).toEqual([0, 0, 254, 254]);
    expect(colourIndex(scale, NaN)).toBe(255);
  });
  test('magnitudeLimit_AFewOutliers_AreLeftOut', () => {
    const values = Float32Array.from({ length: 10_000 }, (_, i) => (i < 20 ? -50 : Math.sin(i)));
    expect(magnitudeLimit(values)).toBeGreaterThanOrEqual(1);
    expect(magnitudeLimit(values)).toBeLessThanOrEqual(1.1);
  });
  test('magnitudeLimit_AllZeroOrNone_IsOne', () => {
    expect(magnitudeLimit(new Float32Array(8))).toBe(1);
    expect(magnitudeLimit(new Float32Array())).toBe(1);
  });
  test('magnitudeLimit_OneMagnitude_IsItRoundedUp', () => {
    expect(magnitudeLimit([0.1234, -0.1234])).toBe(0.13);
    expect(magnitudeLimit([0.25])).toBe(0.25);
  });
  test('scaleOf_Gates_RunFromZeroToOneAndTheirDifferenceIsSigned', () => {
    expect(scaleOf('f', [0.2], false)).toEqual({ kind: 'sequential', lowest: 0, highest: 1 });
    expect(scaleOf('f', [0.2], true)).toEqual({ kind: 'diverging', lowest: -0.2, highest: 0.2 });
    expect(paletteOf(scaleOf('g', [0.2], false))).toBe(diverging);
  });
  test('colourWords_Red_IsAbgr', () => expect(colourWords([[255, 1, 2]])[0]).toBe(0xff0201ff));
});

describe('the picture of a heat map', () => {
  // Two steps of four units.
  const site = { values: Float32Array.of(-1, 0, 1, 0.5, 0.5, -0.5, 0, -1), steps: 2, units: 4 };
  const scale = { kind: 'diverging', lowest: -1, highest: 1 } as const;
  test('paintHeat_RoomForAll_HasARowAUnitInOrder', () => {
    const picture = paintHeat(site, [3, 0, 1, 2], all, 100, scale, numbered);
    expect([picture.width, picture.height]).toEqual([2, 4]);
    expect([...picture.pixels]).toEqual([191, 0, 0, 191, 127, 64, 254, 127]);
  });
  test('paintHeat_TwoUnitsAPixel_ShowsTheLargerMagnitude', () => {
    const picture = paintHeat(site, byIndex(4), all, 2, scale, numbered);
    expect([...picture.pixels]).toEqual([-1, 0.5, 1, -1].map((v) => colourIndex(scale, v)));
  });
  test('paintHeat_ZoomedIn_ShowsTheRowsInView', () => {
    const picture = paintHeat(site, byIndex(4), { from: 1.5, to: 2.5 }, 100, scale, numbered);
    expect(picture.height).toBe(2);
    expect([...picture.pixels]).toEqual([0, -0.5, 1, 0].map((v) => colourIndex(scale, v)));
  });
  test('rowShown_TwoUnitsAPixel_IsTheUnitWhoseColourIsSeen', () => {
    expect(rowShown(site, byIndex(4), all, 2, 0, 0.2)).toBe(0);
    expect(rowShown(site, byIndex(4), all, 2, 1, 3.9)).toBe(3);
    expect(rowShown(site, byIndex(4), all, 2, 0, 3.9)).toBe(2);
    expect(rowShown(site, byIndex(4), all, 100, 0, 3.9)).toBe(3);
  });
  test('rowsInPicture_APartOfARow_IsAPartOfAPixel', () => {
    expect(rowsInPicture({ from: 1.5, to: 2.5 }, 4, 100)).toEqual({ top: 0.5, height: 1 });
    expect(rowsInPicture(all, 4, 2)).toEqual({ top: 0, height: 2 });
  });
  test('paintHeat_ValuesThatDoNotFit_Throws', () =>
    expect(() => paintHeat({ ...site, steps: 3 }, byIndex(4), all, 9, scale, numbered)).toThrow(RangeError));
});

describe('the order of units', () => {
  test('rowsOf_AnOrder_IsItsInverse', () => expect([...rowsOf([2, 0, 1])]).toEqual([1, 2, 0]));
  test('rowsOf_AUnitTwice_Throws', () => expect(() => rowsOf([0, 0, 1])).toThrow(RangeError));
  test('unitsBetween_EitherWay_IsAscending', () => {
    expect(unitsBetween([5, 3, 4, 0, 1, 2], 3, 1)).toEqual([0, 3, 4]);
    expect(unitsBetween([1, 0], -4, 9)).toEqual([0, 1]);
  });
  test('runsOfRows_Neighbours_AreOneRun', () =>
    expect(runsOfRows(rowsOf([5, 3, 4, 0, 1, 2]), [3, 4, 2])).toEqual([
      [1, 2],
      [5, 5],
    ]));
});
