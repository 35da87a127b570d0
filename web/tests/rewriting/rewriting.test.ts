import { expect, test } from 'vitest';
import type { Offer, OutsideRange, Places, PlayedNote } from '../../studio/api/shapes.ts';
import type { Bar } from '../../studio/reading/bars.ts';
import { isLocked, lockedSteps, notesOf, toggled } from '../../studio/rewriting/locks.ts';
import { passageOf } from '../../studio/rewriting/passage.ts';
import { numbersText, offerText, outsideText } from '../../studio/rewriting/words.ts';

const note = (step: number, at: number, length = 0.25, pitch = 60): PlayedNote => ({ step, at, length, pitch });

test('passageOf ends where a repeat leads away, and begins with the first time', () => {
  const twice = [note(3, 0), note(5, 0.25), note(7, 0.5), note(3, 0.75), note(5, 1), note(7, 1.25), note(9, 1.5)];
  const passage = passageOf(twice, 5, 10)!;
  expect([passage.from, passage.to]).toEqual([0.25, 0.75]);
  expect(passage.events.map(({ at }) => at)).toEqual([0.25, 0.5]);
});

test('passageOf plays one bar that is repeated at once a single time', () => {
  const passage = passageOf([note(3, 0), note(5, 0.25), note(3, 0.5), note(5, 0.75)], 3, 6)!;
  expect([passage.from, passage.to]).toEqual([0, 0.5]);
});

test('passageOf keeps chords together and says where no note stands', () => {
  const chord = [note(3, 0, 0.5, 60), note(4, 0, 0.25, 64), note(6, 0.5)];
  expect(passageOf(chord, 3, 7)!.events[0]!.notes.map(({ pitch }) => pitch)).toEqual([60, 64]);
  expect(passageOf(chord, 7, 9)).toBeNull();
});

const bar: Bar = { number: 2, from: 10, to: 17 };
const places: Places = {
  full: 8,
  places: [9, 10, 12, 13, 17, 18].map((step) => ({ step, measure: 2, distance: 0, canBePushed: false })),
};

test('notesOf gives what stands between two places of the bar', () => {
  expect(notesOf(bar, places)).toEqual([
    { note: 1, from: 10, to: 12 },
    { note: 2, from: 12, to: 13 },
    { note: 3, from: 13, to: 17 },
  ]);
});

test('toggled locks and frees notes, and makes a bar of all of them', () => {
  const one = toggled([], 2, 1, 3);
  expect(one).toEqual([{ measure: 2, note: 1 }]);
  const all = toggled(toggled(one, 2, 3, 3), 2, 2, 3);
  expect(all).toEqual([{ measure: 2, note: null }]);
  expect(isLocked(all, 2, 3)).toBe(true);
  expect(toggled(all, 2, 2, 3)).toEqual([
    { measure: 2, note: 1 },
    { measure: 2, note: 3 },
  ]);
  expect(toggled([{ measure: 1, note: null }, ...all], 2, null, 3)).toEqual([{ measure: 1, note: null }]);
});

test('lockedSteps are those of the locked notes alone', () => {
  expect([...lockedSteps([{ measure: 2, note: 2 }], [bar], places)]).toEqual([12]);
  expect([...lockedSteps([{ measure: 3, note: null }], [bar], places)]).toEqual([]);
});

test('numbersText joins runs', () => {
  expect(numbersText([3])).toBe('3');
  expect(numbersText([3, 7, 8, 12])).toBe('3, 7–8 and 12');
});

test('outsideText says which bars go over, and how', () => {
  const outside = (notes: [number, boolean][]): OutsideRange => ({
    range: 'D-b',
    notes: 40,
    outside: notes.map(([measure, isUnder], step) => ({ step, measure, isUnder })),
  });
  expect(outsideText(outside([]))).toBe('All 40 notes are within D-b.');
  expect(outsideText(outside([[3, true]]))).toBe('Bar 3 goes outside D-b: 1 under of 40 notes.');
  expect(
    outsideText(
      outside([
        [3, true],
        [3, true],
        [4, false],
      ]),
    ),
  ).toBe('Bars 3–4 go outside D-b: 2 under, 1 over of 40 notes.');
});

test('offerText names what is there', () => {
  const offer = { share: 0.306, outside: 1, passage: { fresh: [3, 5], notes: 12 } } as unknown as Offer;
  expect(offerText(offer, 'bars')).toBe('2 of 12 notes new · 31 % · 1 locked note goes over the range');
  expect(offerText({ ...offer, outside: 0 }, 'octaves')).toBe('2 of 12 notes moved');
});
