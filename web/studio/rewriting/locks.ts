import type { NoteLock, Places } from '../api/shapes.ts';
import type { Bar } from '../reading/bars.ts';

/** What of a bar can be locked by itself: a note or rest with its length, a chord, a tuplet, a pair in broken rhythm. */
export interface BarNote {
  /** From 1. */
  note: number;
  from: number;
  to: number;
}

/** The notes of a bar: what stands between two places at which a bar line could stand. */
export function notesOf(bar: Bar, places: Places): BarNote[] {
  const within = places.places.filter(({ step }) => step >= bar.from && step <= bar.to);
  return within.slice(1).map(({ step }, i) => ({ note: i + 1, from: within[i]!.step, to: step }));
}

export const isLocked = (locks: readonly NoteLock[], measure: number, note: number | null): boolean =>
  locks.some((lock) => lock.measure === measure && ((lock.note ?? null) === null || lock.note === note));

/** Locks a note, or a whole bar (null), or frees it; of a bar that is locked whole, freeing one note keeps the others. */
export function toggled(locks: readonly NoteLock[], measure: number, note: number | null, notes: number): NoteLock[] {
  const others = locks.filter((lock) => lock.measure !== measure);
  const here = locks.filter((lock) => lock.measure === measure);
  const whole = here.some((lock) => (lock.note ?? null) === null);
  if (note === null) return whole ? others : [...others, { measure, note: null }];
  const each = whole ? Array.from({ length: notes }, (_, i) => i + 1) : here.map((lock) => lock.note!);
  const left = each.includes(note) ? each.filter((one) => one !== note) : [...each, note].toSorted((a, b) => a - b);
  return left.length === notes && notes > 0
    ? [...others, { measure, note: null }]
    : [...others, ...left.map((one) => ({ measure, note: one }))];
}

/** The steps that are locked. */
export function lockedSteps(locks: readonly NoteLock[], bars: readonly Bar[], places: Places): Set<number> {
  const steps = new Set<number>();
  for (const bar of bars)
    for (const { note, from, to } of notesOf(bar, places))
      if (isLocked(locks, bar.number, note)) for (let step = from; step < to; step++) steps.add(step);
  return steps;
}
