import { expect, test } from 'vitest';
import { plainSound, rampedPace, readSound, soundQuery, writeSound } from '../../studio/reading/sound-choice.ts';

test('sound_WrittenAndRead_IsTheSame', () => {
  const all = { instrument: 'whistle', swing: 'reel', chords: true, metronome: true, countIn: true, ramp: true } as const;
  expect(writeSound(plainSound)).toBe('');
  expect(readSound(writeSound(all))).toEqual(all);
  expect(readSound(writeSound({ ...all, swing: null, chords: false }))).toEqual({ ...all, swing: null, chords: false });
});

test('sound_NonsenseOrNothing_IsPlain', () => {
  for (const text of [null, '', 'tuba,polka,,', 'x'.repeat(10_000)]) expect(readSound(text)).toEqual(plainSound);
});

test('soundQuery_Plain_AsksForNothing', () => {
  expect(Object.values(soundQuery(plainSound)).every((value) => value === null)).toBe(true);
  expect(soundQuery(readSound('whistle,jig,countIn'))).toMatchObject({
    instrument: 'whistle',
    swing: 'jig',
    countIn: 'true',
    chords: null,
  });
});

test('rampedPace_RoundAfterRound_GrowsToTheTempo', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(rampedPace).map((pace) => Math.round(100 * pace))).toEqual([60, 70, 80, 90, 100, 100, 100]);
});
