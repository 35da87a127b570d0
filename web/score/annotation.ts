import type { StudyTune } from '../figures/contract/study.ts';

/** A word to set over a note, or under it. */
export interface Word {
  /** The note's place in the tune's ABC. */
  at: number;
  text: string;
  under: boolean;
}

/** Of a tune that abcjs has read and not yet drawn, what is changed before it is. */
export interface Parsed {
  lines: { staff?: { meter?: unknown; voices: ParsedElement[][] }[]; vskip?: number }[];
  formatting: { staffsep?: number; musicspace?: number };
}
interface ParsedElement {
  el_type: string;
  startChar: number;
  endChar: number;
  chord?: { name: string; position: string }[];
}

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
 * Sets words at notes of a tune that abcjs has read. They stand at the note or chord itself and not in the text, where they would come to
 * stand inside a chord's brackets or between a sign and its note, and so change the music.
 */
export function setWords({ lines }: Parsed, words: readonly Word[]): void {
  const notes = lines
    .flatMap(({ staff = [] }) => staff.flatMap(({ voices }) => voices.flat()))
    .filter(({ el_type: kind }) => kind === 'note')
    .toSorted((a, b) => a.startChar - b.startChar);
  for (const { at, text, under } of words) {
    const note = notes[lastFrom(notes, at)];
    if (note === undefined || at >= note.endChar) continue;
    const position = under ? 'below' : 'above';
    const there = note.chord?.find((word) => word.position === position);
    if (there === undefined) note.chord = [...(note.chord ?? []), { name: text, position }];
    else there.name += `\n${text}`;
  }
}

/** Which of some elements, by where they begin, is the last that begins at a place or before; −1 where none does. */
function lastFrom(elements: readonly ParsedElement[], at: number): number {
  let from = 0;
  let to = elements.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (elements[middle]!.startChar <= at) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
