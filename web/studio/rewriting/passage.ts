import type { SoundEvent } from '../../score/sound.ts';
import type { PlayedNote } from '../api/shapes.ts';

/** A stretch of a tune as it sounds, in whole notes from the tune's beginning. */
export interface Passage {
  events: SoundEvent[];
  from: number;
  to: number;
}

/**
 * What sounds from one step up to another, the first time that it is played: where a repeat leads away from it, it ends.
 * @returns null where no note stands there.
 */
export function passageOf(notes: readonly PlayedNote[], from: number, to: number): Passage | null {
  const sorted = notes.toSorted((a, b) => a.at - b.at || a.step - b.step);
  const within = ({ step }: PlayedNote): boolean => step >= from && step < to;
  const first = sorted.findIndex(within);
  if (first < 0) return null;
  const after = sorted.findIndex(
    (note, i) => i > first && (!within(note) || note.step < sorted[i - 1]!.step) && note.at > sorted[i - 1]!.at,
  );
  const events: SoundEvent[] = [];
  const heard = sorted.slice(first, after < 0 ? undefined : after);
  for (const { at, pitch, length } of heard) {
    const last = events.at(-1);
    if (last !== undefined && last.at === at) events[events.length - 1] = { at, notes: [...last.notes, { pitch, length }] };
    else events.push({ at, notes: [{ pitch, length }] });
  }
  return { events, from: events[0]!.at, to: Math.max(...heard.map((note) => note.at + note.length)) };
}
