import type { Places } from '../api/shapes.ts';

type Place = Places['places'][number];

/** The places of a tune whose clock can be pushed, ascending by step. */
export const pushable = (places: Places): Place[] => places.places.filter(({ canBePushed }) => canBePushed);

/** The place that a cursor means: the last one up to it, so that of a note it is the place before it; the first where none is. */
export function placeOf(places: Places, cursor: number): Place | null {
  const all = pushable(places);
  return all.findLast(({ step }) => step <= cursor) ?? all[0] ?? null;
}

/** The place before another, or after it; null where there is none. */
export function besides(places: Places, step: number, direction: 1 | -1): Place | null {
  const all = pushable(places);
  return (direction === 1 ? all.find((place) => place.step > step) : all.findLast((place) => place.step < step)) ?? null;
}

/** How far a clock may be pushed, in eighths, the furthest back first; 0 is a sham. */
const doses: readonly number[] = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/** Those that lead to a place before the bar of the measure. */
export const dosesAt = ({ distance }: Place, full: number): number[] =>
  doses.filter((by) => distance + by >= -1e-9 && distance + by < full - 1e-9);

/** The dose nearest to one that is wanted; of two as near the one further on, and a sham only where nothing else is left. */
export function nearestDose(wanted: number, possible: readonly number[]): number {
  if (possible.includes(wanted)) return wanted;
  const [best] = possible.filter((by) => by !== 0).toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || b - a);
  return best ?? 0;
}
