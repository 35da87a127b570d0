import { describe, expect, test } from 'vitest';
import type { Places, PushAnswer } from '../../studio/api/shapes.ts';
import { operationText } from '../../studio/network/operation-text.ts';
import { barLevels, heightOf } from '../../studio/pushing/bar-axis.ts';
import { besides, dosesAt, nearestDose, placeOf } from '../../studio/pushing/places.ts';
import {
  answerText,
  chance,
  doneText,
  doseText,
  eighthsText,
  movedText,
  readAnswer,
  writtenAnswer,
} from '../../studio/pushing/push-text.ts';

/** A pickup of two places, a measure of a half and two quarters, its bar, and what follows. */
const places: Places = {
  full: 8,
  places: [
    { step: 2, measure: 1, distance: 0, canBePushed: false },
    { step: 4, measure: 1, distance: 2, canBePushed: false },
    { step: 5, measure: 2, distance: 0, canBePushed: true },
    { step: 7, measure: 2, distance: 4, canBePushed: true },
    { step: 9, measure: 2, distance: 6, canBePushed: true },
    { step: 11, measure: 2, distance: 8, canBePushed: false },
    { step: 12, measure: 3, distance: 0, canBePushed: false },
  ],
};

const push: PushAnswer = {
  tune: 'a',
  layers: [2],
  by: 2,
  step: 5,
  measure: 2,
  distance: 3,
  full: 8,
  donor: { tune: 'a', name: 'seed 1', isOwn: true, step: 41, measure: 3, distance: 5 },
  own: { step: 11, untouched: Math.log(0.99), pushed: null },
  moved: { step: 9, untouched: Math.log(0.002), pushed: Math.log(0.79) },
  isDue: true,
  length: 6,
  came: true,
  from: 5,
  tokens: ['C', '|'],
  untouched: [-9, -0.1],
  pushed: [-9, null],
  command: 'lilt record',
};

describe('the place that is pushed', () => {
  test('placeOf_ACursor_IsTheLastPlaceUpToItOrTheFirst', () => {
    expect([0, 5, 6, 8, 9, 99].map((cursor) => placeOf(places, cursor)?.step)).toEqual([5, 5, 5, 7, 9, 9]);
    expect(placeOf({ full: null, places: [] }, 3)).toBeNull();
  });
  test('besides_APlace_IsTheNextThatCanBePushed', () => {
    expect(besides(places, 5, 1)?.step).toBe(7);
    expect(besides(places, 7, -1)?.step).toBe(5);
    expect(besides(places, 9, 1)).toBeNull();
    expect(besides(places, 5, -1)).toBeNull();
  });
  test('dosesAt_APlace_StayBeforeTheBar', () => {
    expect(dosesAt(placeOf(places, 5)!, 8)).toEqual([0, 1, 2, 3, 4]);
    expect(dosesAt(placeOf(places, 9)!, 8)).toEqual([-4, -3, -2, -1, 0, 1]);
    expect(dosesAt({ ...placeOf(places, 5)!, distance: 14 / 3 }, 6)).toEqual([-4, -3, -2, -1, 0, 1]);
  });
  test('nearestDose_OneThatIsNotPossible_IsTheNearestAndNoSham', () => {
    expect(nearestDose(2, [0, 1, 2])).toBe(2);
    expect(nearestDose(0, [0, 1])).toBe(0);
    expect(nearestDose(4, [-1, 0, 1])).toBe(1);
    expect(nearestDose(-2, [0, 1])).toBe(1);
    expect(nearestDose(2, [0])).toBe(0);
  });
});

describe('what is said of a push', () => {
  test('eighthsText_AnyNumber_HasATrueMinusAndTwoDigits', () => {
    expect([3, -2, 14 / 3, 0].map(eighthsText)).toEqual(['3', '−2', '4.67', '0']);
    expect([doseText(2), doseText(-1), doseText(0)]).toEqual(['2 eighths later', '1 eighth earlier', 'no eighth: a sham']);
    expect([movedText(2), movedText(-1)]).toEqual(['2 eighths earlier', '1 eighth later']);
  });
  test('doneText_OwnOrOtherDonor_NamesBothPlaces', () => {
    expect(doneText(push, 3)).toBe(
      'Layer 2 was given its memory from 2 eighths later in a measure (measure 3, step 41), after step 5, measure 2, 3 of 8 eighths gone.',
    );
    const other = { ...push, layers: [1, 2, 3], by: -1, donor: { ...push.donor, isOwn: false } };
    expect(doneText(other, 3)).toContain(
      'All layers were given their memory from 1 eighth earlier in a measure (measure 3, step 41 of “seed 1”)',
    );
    expect(doneText({ ...push, layers: [1, 3] }, 3)).toContain('Layers 1 and 3 were given');
    expect(doneText({ ...push, by: 0 }, 3)).toContain('the same place of another measure, a sham');
  });
  test('readAnswer_PushedOn_GoesByTheMovedBoundary', () => {
    expect(readAnswer(push)).toEqual({
      question: 'Read again with the same tokens, is a bar due 2 eighths earlier?',
      yes: true,
      why: '79 %, untouched 0.20 % at step 9',
    });
    expect(readAnswer({ ...push, moved: null, isDue: null }).why).toBe('no bar could stand just there in this tune');
    expect(readAnswer({ ...push, isDue: null }).why).toContain('where a bar was likely already');
  });
  test('readAnswer_PutBackOrSham_GoesByTheOwnBoundary', () => {
    const back = readAnswer({ ...push, by: -2, moved: null });
    expect([back.question, back.why]).toEqual([
      'Read again with the same tokens, is the bar no longer due where it stands?',
      '0 %, untouched 99 % at step 11',
    ]);
    expect(readAnswer({ ...push, by: 0, moved: null }).question).toContain('still due');
  });
  test('writtenAnswer_SaysHowLongTheMeasureBecame', () => {
    expect(writtenAnswer(push)).toEqual({
      question: 'Written on with the same random numbers, did the bar come 2 eighths earlier?',
      yes: true,
      why: 'after 6 eighths, untouched 8',
    });
    expect(writtenAnswer({ ...push, came: false, length: null })!.why).toBe('no bar ends the measure');
    expect(writtenAnswer({ ...push, by: 0 })!.question).toContain('did the bar stay?');
    expect(writtenAnswer({ ...push, came: null })).toBeNull();
    expect([answerText(true), answerText(false), answerText(null)]).toEqual(['yes', 'no', 'cannot be told']);
  });
  test('chance_OfNothing_IsZero', () => {
    expect(chance(null)).toBe('0 %');
    expect(chance(Math.log(0.5))).toBe('50 %');
  });
});

describe('the axis of a bar’s probability', () => {
  test('heightOf_Levels_AreEvenlySpacedDownToTheFoot', () => {
    expect(barLevels.map(({ p }) => Number(heightOf(Math.log(p)).toFixed(6)))).toEqual([1, 0.8, 0.6, 0.4, 0.2]);
    expect([heightOf(null), heightOf(-99), heightOf(0)]).toEqual([0, 0, 1]);
  });
});

describe('a patch in words', () => {
  test('operationText_AnInterchange_NamesSitesStepsAndEdge', () => {
    expect(
      operationText({ op: 'patch', site: ['L2.c', 'L2.h'], units: 'all', recording: 'a.npz', steps: [5, 5], at: 41, edge: 'recurrent' })
        .what,
    ).toBe('L2.c L2.h, all units from a.npz, its step 41, step 5, for its own next step');
    expect(operationText({ op: 'patch', site: 'L1.h', units: [3], recording: 'a', edge: 'up', directions: 'd.npy' }).what).toBe(
      'L1.h, unit 3 from a, along d.npy, for the layers above',
    );
  });
});
