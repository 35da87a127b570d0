import { expect, test } from 'vitest';
import { setWords, type Parsed } from '../../score/annotation.ts';
import { halfSteps, tonicOf, tonics } from '../../score/key.ts';
import { beatOf } from '../../score/tempo.ts';
import { align } from '../../studio/reading/alignment.ts';
import { timelineOf } from '../../studio/reading/timeline.ts';
import { primeOf } from '../../studio/writing/prime.ts';

// |: A 2 B | c :| played twice, then d.
const notes = [
  { step: 1, at: 0, length: 0.25, pitch: 69 },
  { step: 3, at: 0.25, length: 0.125, pitch: 71 },
  { step: 5, at: 0.375, length: 0.125, pitch: 72 },
  { step: 1, at: 0.5, length: 0.25, pitch: 69 },
  { step: 3, at: 0.75, length: 0.125, pitch: 71 },
  { step: 5, at: 0.875, length: 0.125, pitch: 72 },
  { step: 7, at: 1, length: 0.125, pitch: 74 },
];

test('timeline_TokensBetweenNotes_ShareTheTime', () => {
  const { stepAt } = timelineOf(notes);
  expect([0, 0.1, 0.125, 0.24, 0.25, 0.3125, 0.374].map(stepAt)).toEqual([1, 1, 2, 2, 3, 4, 4]);
});

test('timeline_Repeat_GoesBackAndTheFirstTimeOfAStepIsItsFirstPass', () => {
  const { stepAt, timeOf, length } = timelineOf(notes);
  expect([0.49, 0.5, 0.9, 1, 5].map(stepAt)).toEqual([5, 1, 5, 7, 7]);
  expect([0, 1, 2, 5, 6, 7, 8].map(timeOf)).toEqual([0, 0, 0.25, 0.375, 1, 1, 0]);
  expect(length).toBe(1.125);
});

test('timeline_NoNotes_IsStillATimeline', () => {
  const { stepAt, timeOf, length, events } = timelineOf([]);
  expect([stepAt(3), timeOf(3), length, events]).toEqual([0, 0, 0, []]);
});

test('timeline_NotesAtOneTime_SoundTogether', () => {
  expect(
    timelineOf([
      { step: 0, at: 0, length: 1, pitch: 60 },
      { step: 1, at: 0, length: 0.5, pitch: 64 },
    ]).events.map((event) => event.notes.length),
  ).toEqual([2]);
});

test('timeline_NotesThatNoStepWrote_SoundAndMoveNothing', () => {
  // {g}c2 d over a second voice of three eighths.
  const { events, stepAt, timeOf } = timelineOf([
    { step: -1, at: 0, length: 1 / 32, pitch: 79 },
    { step: -1, at: 0, length: 1 / 8, pitch: 48 },
    { step: 3, at: 1 / 32, length: 7 / 32, pitch: 72 },
    { step: -1, at: 1 / 8, length: 1 / 8, pitch: 50 },
    { step: -1, at: 1 / 4, length: 1 / 8, pitch: 52 },
    { step: 5, at: 1 / 4, length: 1 / 8, pitch: 74 },
  ]);
  expect(events.map((event) => event.notes.length)).toEqual([2, 1, 1, 2]);
  expect([0, 0.03, 0.1, 0.2, 0.25, 0.3].map(stepAt)).toEqual([3, 3, 3, 4, 5, 5]);
  expect([0, 3, 5, 9].map(timeOf)).toEqual([0, 0, 0.25, 0]);
});

const meters = ['M:4/4', 'M:6/8'];
const modes = ['K:Cmaj', 'K:Cdor'];
test.each([
  [null, null, [], ''],
  ['M:6/8', null, [], 'M:6/8'],
  [null, 'K:Cdor', [], '* K:Cdor'],
  ['M:6/8', 'K:Cdor', ['|:', null, 'c'], 'M:6/8 K:Cdor |: * c'],
  [null, null, ['c', null], '* * c *'],
  ['M:6/8', 'K:Cdor', ['M:4/4', 'K:Cmaj', 'c'], 'M:4/4 K:Cmaj c'],
  ['M:6/8', 'K:Cdor', ['K:Cmaj', 'c'], 'M:6/8 K:Cmaj c'],
  ['M:6/8', null, [null, 'K:Cmaj', 'c'], 'M:6/8 K:Cmaj c'],
  ['M:9/8', null, ['c'], '* * c'],
])('primeOf_%s_%s_%j_Is %s', (meter, mode, tokens, prime) => {
  expect(primeOf({ meter, mode, tokens }, meters, modes)).toBe(prime);
});

test('primeOf_ModelWithoutHeaderTokens_IsTheTextAlone', () => {
  expect(primeOf({ meter: 'M:6/8', mode: null, tokens: ['c', 'd'] }, [], [])).toBe('c d');
});

test('halfSteps_ThereAndBack_Cancel', () => {
  for (const from of tonics) for (const to of tonics) expect(halfSteps(from, to) + halfSteps(to, from), `${from} ${to}`).toBe(0);
  expect(['D', 'G', 'A', 'F', 'Bb'].map((to) => halfSteps('C', to))).toEqual([2, 7, -3, 5, -2]);
  expect(halfSteps(null, 'G')).toBe(0);
});

test('tonicOf_KeyLine_IsItsTonic', () => {
  expect(tonicOf('X:1\nK:Bbmin\nc')).toBe('Bb');
  expect(tonicOf('X:1\nK:none\nc')).toBeNull();
});

test('beatOf_Meters_IsWhatAMusicianCounts', () => {
  expect(['6/8', '9/8', '4/4', '3/4', '2/4', '3/8', '3/2', 'none'].map(beatOf)).toEqual([
    3 / 8,
    3 / 8,
    1 / 2,
    1 / 4,
    1 / 4,
    1 / 8,
    1 / 2,
    1 / 4,
  ]);
});

test('setWords_PlaceInsideAChord_StandsAtTheChord', () => {
  // What abcjs reads of '[CG]3 "A"c': a chord, and a note that has a name over it already.
  const chord = { el_type: 'note', startChar: 0, endChar: 6 };
  const note = { el_type: 'note', startChar: 6, endChar: 10, chord: [{ name: 'A', position: 'default' }] };
  const parsed: Parsed = { lines: [{ staff: [{ voices: [[chord, note]] }] }], formatting: {} };
  setWords(parsed, [
    { at: 1, text: 'full', under: true },
    { at: 9, text: 'short', under: false },
    { at: 9, text: 'other', under: false },
    { at: 11, text: 'nowhere', under: false },
  ]);
  expect(chord).toMatchObject({ chord: [{ name: 'full', position: 'below' }] });
  expect(note.chord).toEqual([
    { name: 'A', position: 'default' },
    { name: 'short\nother', position: 'above' },
  ]);
});

test('align_RunsOfOtherLengths_ShowBothToTheEnd', () => {
  const steps = align(['a', 'b', 'c', 'd'], ['a', 'x', 'c']);
  expect(steps.map(({ same }) => same)).toEqual([true, false, true, false]);
  expect(steps[3]).toEqual({ step: 3, here: 'd', there: null, same: false });
});
