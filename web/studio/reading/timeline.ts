import type { SoundEvent } from '../../score/sound.ts';
import type { PlayedNote } from '../api/shapes.ts';

/** A tune as it sounds, and how its steps lie in time. Times are in whole notes from the beginning. */
export interface Timeline {
  events: SoundEvent[];
  length: number;
  /** The step that is under way at a time; between two notes the tokens between them share the time. Notes that no step wrote (grace notes, other voices) move nothing. */
  stepAt(time: number): number;
  /** When a step first sounds: the next note from it on; 0 for a step after the last. */
  timeOf(step: number): number;
}

/** What begins at one time, and the step that it is of. */
interface TimedEvent {
  at: number;
  step: number;
  notes: { pitch: number; length: number }[];
}

/** How many tokens at most stand between two notes that follow each other: a length, bars, a tuplet's sign. */
const mostBetween = 6;

/**
 * @param notes what sounds.
 * @param played what becomes of its events before they are played, such as swing; none goes before another.
 */
export function timelineOf(
  notes: readonly PlayedNote[],
  played: (events: readonly TimedEvent[]) => TimedEvent[] = (events) => [...events],
): Timeline {
  const sorted = notes.toSorted((a, b) => a.at - b.at || a.step - b.step);
  const written: TimedEvent[] = [];
  for (const { at, step, pitch, length } of sorted) {
    const last = written.at(-1);
    if (last !== undefined && last.at === at) {
      last.notes.push({ pitch, length });
      if (last.step < 0) last.step = step;
    } else written.push({ at, step, notes: [{ pitch, length }] });
  }
  const events = played(written);
  const length = Math.max(0, ...sorted.map((note) => note.at + note.length));
  const stepped = events.filter(({ step }) => step >= 0);
  const firstAt = new Map<number, number>();
  for (const { at, step } of stepped) if (!firstAt.has(step)) firstAt.set(step, at);
  const steps = [...firstAt.keys()].toSorted((a, b) => a - b);

  const stepAt = (time: number): number => {
    let low = 0;
    let high = stepped.length - 1;
    if (high < 0) return 0;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stepped[middle]!.at <= time + 1e-9) low = middle;
      else high = middle - 1;
    }
    const here = stepped[low]!;
    const next = stepped[low + 1];
    const end = next?.at ?? length;
    const distance = next === undefined ? 1 : next.step - here.step;
    if (distance <= 1 || distance > mostBetween || end <= here.at) return here.step;
    const share = Math.max(0, Math.min(1, (time - here.at) / (end - here.at)));
    return here.step + Math.min(distance - 1, Math.floor(share * distance));
  };
  const timeOf = (step: number): number => {
    const next = steps.find((other) => other >= step);
    if (next === undefined) return 0;
    // What no step wrote may sound before the first note that one did.
    return next === steps[0] ? events[0]!.at : firstAt.get(next)!;
  };
  return { events, length, stepAt, timeOf };
}
