import { expect, test } from 'vitest';
import { placesOf } from '../../score/measure-places.ts';
import { swung, type Swing } from '../../score/swing.ts';

/** Notes one after another, of so many eighths each. */
function row(eighths: readonly number[], from = 0): { at: number; notes: { pitch: number; length: number }[] }[] {
  let at = from;
  return eighths.map((length) => {
    const event = { at, notes: [{ pitch: 60, length: length / 8 }] };
    at += length / 8;
    return event;
  });
}
const lengths = (events: readonly { notes: readonly { length: number }[] }[]): number[] =>
  events.map(({ notes }) => Math.round(notes[0]!.length * 480) / 480);

test.each<[string, Swing, number[], number[]]>([
  ['6/8', 'jig', [1, 1, 1, 2, 1], [5 / 32, 3 / 32, 1 / 8, 1 / 4, 1 / 8]],
  ['6/8', 'jig', [1, 2, 1, 1, 1], [1 / 8, 1 / 4, 5 / 32, 3 / 32, 1 / 8]],
  ['4/4', 'reel', [1, 1, 1, 1, 2, 1, 1], [0.15, 0.1, 0.15, 0.1, 0.25, 0.15, 0.1]],
  ['2/2', 'hornpipe', [1, 1, 2, 4], [1 / 6, 1 / 12, 1 / 4, 1 / 2]],
  ['4/4', 'hornpipe', [1.5, 0.5, 1, 1, 4], [3 / 16, 1 / 16, 1 / 6, 1 / 12, 1 / 2]],
  ['4/4', 'reel', [2, 1, 2, 1, 2], [1 / 4, 1 / 8, 1 / 4, 1 / 8, 1 / 4]],
  ['3/4', 'reel', [1, 1, 1, 1, 1, 1], [1 / 8, 1 / 8, 1 / 8, 1 / 8, 1 / 8, 1 / 8]],
])('swung_%s_%s_%j', (meter, swing, eighths, expected) => {
  const events = row(eighths);
  const end = eighths.reduce((sum, length) => sum + length, 0) / 8;
  const played = swung(events, placesOf([0, end], meter), meter, swing);
  expect(lengths(played)).toEqual(expected.map((length) => Math.round(length * 480) / 480));
  // Each begins where the one before ends.
  for (const [i, { at }] of played.entries()) if (i > 0) expect(at).toBeCloseTo(played[i - 1]!.at + played[i - 1]!.notes[0]!.length, 9);
});

test('swung_AfterAnUpbeat_GoesByTheMeasure', () => {
  const played = swung(row([1, 1, 1, 1, 1, 1, 1]), placesOf([0, 0.125, 0.875], '6/8'), '6/8', 'jig');
  expect(lengths(played)).toEqual([1 / 8, 5 / 32, 3 / 32, 1 / 8, 5 / 32, 3 / 32, 1 / 8].map((length) => Math.round(length * 480) / 480));
});

test('swung_NoSwing_IsAsItStands', () => {
  const events = row([1, 1]);
  expect(swung(events, placesOf([0, 0.25], '4/4'), '4/4', null)).toEqual(events);
});
