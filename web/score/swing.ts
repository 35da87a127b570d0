import type { MeasurePlace } from './measure-places.ts';
import type { SoundEvent } from './sound.ts';

export type Swing = 'jig' | 'reel' | 'hornpipe';
export const swings: readonly Swing[] = ['jig', 'reel', 'hornpipe'];

const shares: Record<Swing, readonly number[]> = { jig: [5 / 12, 3 / 12, 4 / 12], reel: [3 / 5, 2 / 5], hornpipe: [2 / 3, 1 / 3] };
const near = 1e-6;

function unitOf(swing: Swing, meter: string): number | null {
  if (swing === 'jig') return /^(3|6|9|12)\/8$/.test(meter) ? 1 / 8 : null;
  return meter === '4/4' || meter === '2/2' ? 1 / 8 : meter === '2/4' ? 1 / 16 : null;
}

/** The swing that suits a meter: what most tunes in it are. */
export const suits = (swing: Swing, meter: string): boolean => unitOf(swing, meter) !== null;

/**
 * What sounds, with the lilt of a dance: even notes that fill a group share its time, as `lilt render --swing` has it.
 * @param events one an onset, ascending.
 * @param places the measures that they stand in.
 */
export function swung<T extends SoundEvent>(
  events: readonly T[],
  places: readonly MeasurePlace[],
  meter: string,
  swing: Swing | null,
): T[] {
  const unit = swing === null ? null : unitOf(swing, meter);
  if (swing === null || unit === null) return [...events];
  const parts = shares[swing];
  const group = unit * parts.length;
  const result = [...events];
  let next = 0;
  for (const { from, to } of places) {
    while (next < events.length && events[next]!.at < from - near) next++;
    for (let i = next; i + parts.length <= events.length && events[i]!.at < to - near;) {
      const start = events[i]!.at;
      const inside = (start - from) / group;
      const fills =
        Math.abs(inside - Math.round(inside)) < near &&
        start + group <= to + near &&
        parts.every((_, k) => {
          const { at, notes } = events[i + k]!;
          return Math.abs(at - start - k * unit) < near && notes.length === 1 && Math.abs(notes[0]!.length - unit) < near;
        });
      if (!fills) {
        i++;
        continue;
      }
      let at = start;
      for (const [k, part] of parts.entries()) {
        const event = events[i + k]!;
        result[i + k] = { ...event, at, notes: [{ ...event.notes[0]!, length: part * group }] };
        at += part * group;
      }
      i += parts.length;
    }
  }
  return result;
}
