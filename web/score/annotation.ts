import type { StudyTune } from '../figures/contract/study.ts';

/** A text to set into ABC before an offset. */
export interface Insertion {
  at: number;
  mark: string;
}

/** A word over a note, or under it, to set before the note. */
export const wordAt = (at: number, text: string, under: boolean): Insertion => ({ at, mark: `"${under ? '_' : '^'}${text}"` });

const pitch = /^(?:[\^_=]*[A-Ga-g][,']*|z)$/;

/** The offset in the tune's ABC of the first note or rest written from a step on, up to and without another; −1 where there is none. */
export function firstNoteFrom(tune: StudyTune, from: number, to: number): number {
  for (let step = from; step < to; step++) if (pitch.test(tune.tokens[step]!) && tune.offsets[step]! >= 0) return tune.offsets[step]!;
  return -1;
}

/** The offset in the tune's ABC of the note or rest that ends with a step or before; −1 where there is none. */
export function lastNoteTo(tune: StudyTune, step: number): number {
  for (let at = Math.min(step, tune.tokens.length - 1); at >= 0; at--) {
    const offset = firstNoteFrom(tune, at, at + 1);
    if (offset >= 0) return offset;
  }
  return -1;
}

/**
 * Sets annotations and the like into ABC.
 * @returns the text, and a function that says where a place in it stood before: the beginning of an annotation is the note's own place.
 */
export function annotate(abc: string, insertions: readonly Insertion[]): { abc: string; original: (place: number) => number } {
  const sorted = insertions.toSorted((a, b) => a.at - b.at);
  const set: { place: number; length: number }[] = [];
  let text = '';
  let at = 0;
  for (const { at: place, mark } of sorted) {
    text += abc.slice(at, place);
    at = place;
    set.push({ place: text.length, length: mark.length });
    text += mark;
  }
  text += abc.slice(at);
  const original = (place: number): number => {
    let moved = 0;
    for (const { place: from, length } of set) if (from < place) moved += Math.min(length, place - from);
    return place - moved;
  };
  return { abc: text, original };
}
