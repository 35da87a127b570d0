import abcjs from 'abcjs';
import type { StudyTune } from '../figures/contract/study.ts';
import type { Done } from '../figures/measure-blocks.ts';
import { countingOf, verdictText } from '../figures/verdict.ts';
import { firstNoteFrom, lastNoteTo, setWords, type Parsed, type Word } from './annotation.ts';
import { mendFirstLine } from './first-line.ts';
import { asWritten, bare } from './fonts.ts';
import { renderLines } from './long-measures.ts';
import type { SoundEvent } from './sound.ts';

/** A tune drawn as staff notation, with what a player needs. */
export interface Score {
  element: HTMLElement;
  /** One event a note or rest as played, repeats played out, ascending. */
  events: ScoreEvent[];
  /** The whole length in whole notes. */
  length: number;
  /** Where its measures begin as it is played, in whole notes, and where the last ends. */
  bars: readonly number[];
  /** What is played to its chord names. */
  chords: readonly SoundEvent[];
  /** What stands in the notation for a token: for a duration or a tuplet sign, its note; empty where nothing is drawn before or at the step. */
  marksAt(step: number): readonly Element[];
  /** The steps that have a mark of their own, with it, ascending. */
  marks: readonly { step: number; element: Element; kind: 'note' | 'rest' | 'bar' }[];
}
export interface ScoreEvent extends SoundEvent {
  /** What stands for it in the notation. */
  marks: Element[];
}

export interface ScoreOptions {
  /** The first step that differs from the tune that it is compared with; it is marked. */
  divergence?: number | null;
  /** What is done to the network at the end of a step; it stands under the note. */
  done?: Done | null;
  /** The width to lay out for, in pixels; the picture is scaled to its place. */
  width: number;
  /** Half steps up to draw it in another key. */
  semitones?: number;
  /** Which verdicts stand in it: over each measure that is not full, under every one, or none. */
  verdicts?: 'odd' | 'all' | 'none';
  /** Whether there is to be room over each line for something else, such as surprise. */
  airy?: boolean;
  /** Whether the tune's ABC is as a person wrote it: its titles, names and words are drawn as well. */
  ownText?: boolean;
}

const differs = '◆ first difference';

/**
 * A word over each measure that is not full (or under every measure), and over the first note that differs from the baseline's tune, and one
 * under the note after which something is done.
 */
function wordsOf(tune: StudyTune, { divergence = null, done = null, verdicts = 'odd' }: ScoreOptions): Word[] {
  const list: Word[] = [];
  for (const { from, to, verdict, difference } of tune.measures) {
    if (verdicts === 'none' || (countingOf(verdict) === 'good' && verdicts === 'odd')) continue;
    list.push({ at: firstNoteFrom(tune, from, to), text: verdictText(verdict, difference), under: verdicts === 'all' });
  }
  if (divergence !== null) list.push({ at: firstNoteFrom(tune, divergence, tune.tokens.length), text: differs, under: false });
  if (done !== null) list.push({ at: lastNoteTo(tune, done.step), text: `▲ ${done.text}`, under: true });
  return list.filter(({ at }) => at >= 0);
}

interface Drawn {
  lines: {
    staff?: { voices: { el_type: string; rest?: unknown; startChar: number; endChar: number; abselem?: { elemset: Element[] } }[][] }[];
  }[];
  noteTimings: {
    milliseconds: number;
    type: string;
    measureStart?: boolean;
    elements?: Element[][];
    midiPitches?: { pitch: number; duration: number }[];
  }[];
  setUpAudio(options: object): { tracks: { cmd: string; pitch?: number; start?: number; volume?: number }[][] };
  setTiming(bpm: number): void;
  getBeatLength(): number;
}

/** The elements of the notation by the step of the token that they are drawn for. */
function marksOf(drawn: Drawn, tune: StudyTune): Score['marks'] {
  const steps = tune.offsets
    .map((offset, step) => ({ offset, step }))
    .filter(({ offset }) => offset >= 0)
    .toSorted((a, b) => a.offset - b.offset || a.step - b.step);
  const marks: { step: number; element: Element; kind: 'note' | 'rest' | 'bar' }[] = [];
  for (const { staff = [] } of drawn.lines) {
    for (const { el_type: kind, rest, startChar, endChar, abselem } of staff.flatMap(({ voices }) => voices.flat())) {
      const element = abselem?.elemset?.[0];
      if (element === undefined || (kind !== 'note' && kind !== 'bar') || startChar < 0) continue;
      for (const { offset, step } of steps) {
        if (offset >= startChar && offset < endChar)
          marks.push({ step, element, kind: kind === 'bar' ? 'bar' : rest === undefined ? 'note' : 'rest' });
      }
    }
  }
  return marks.toSorted((a, b) => a.step - b.step);
}

// A verdict over a line's last note is wider than what is left of the line.
function keepInside(picture: SVGSVGElement): void {
  const edge = picture.viewBox?.baseVal?.width ?? 0;
  if (edge === 0) return;
  // All are measured before any is moved: the browser would lay the picture out again after each.
  const over = [...picture.querySelectorAll<SVGTextElement>('text.abcjs-annotation')]
    .map((text) => ({ text, box: text.getBBox?.() }))
    .filter(({ box }) => box !== undefined && box.x + box.width > edge);
  for (const { text, box } of over) text.setAttribute('transform', `translate(${edge - box.x - box.width} 0)`);
}

type Timed = Pick<Score, 'events' | 'length' | 'bars'>;

/** As long as one sounds, in whole notes: what `lilt render --chords` plays. */
const chordLength = 1 / 8;

/** What abcjs plays to the chord names, one event an onset. */
function chordsOf(drawn: Drawn): SoundEvent[] {
  const byOnset = new Map<number, { pitch: number; length: number }[]>();
  // With its voices off, abcjs gives their notes no volume.
  for (const { cmd, pitch, start, volume = 0 } of drawn.setUpAudio({ voicesOff: true }).tracks.flat()) {
    if (cmd !== 'note' || volume === 0 || pitch === undefined || start === undefined) continue;
    byOnset.set(start, [...(byOnset.get(start) ?? []), { pitch, length: chordLength }]);
  }
  return [...byOnset].toSorted(([a], [b]) => a - b).map(([at, notes]) => ({ at, notes }));
}

/** When the notes sound. It takes abcjs as long as a good part of the drawing, so it is done for whoever asks. */
function timesOf(drawn: Drawn): Timed {
  drawn.setUpAudio({ chordsOff: true });
  // At this tempo a whole note lasts one second, so that the timings are in whole notes.
  drawn.setTiming(60 / drawn.getBeatLength());
  const events = drawn.noteTimings
    .filter((event) => event.type === 'event')
    .map((event): ScoreEvent => ({
      at: event.milliseconds / 1000,
      notes: (event.midiPitches ?? []).map(({ pitch, duration }) => ({ pitch, length: duration })),
      marks: (event.elements ?? []).flat(),
    }));
  const length = (drawn.noteTimings.at(-1)?.milliseconds ?? 0) / 1000;
  const starts = drawn.noteTimings.filter(({ type, measureStart }) => type === 'event' && measureStart === true);
  return { events, length, bars: [...starts.map(({ milliseconds }) => milliseconds / 1000), length] };
}

/**
 * Draws a tune into a new element; its verdicts have the class `good`, `part` or `bad`, by how they count, and the other words that are set into it `difference`. It must be in the page already when text is measured, so it is put at the end of `host`.
 */
export function engrave(host: HTMLElement, tune: StudyTune, options: ScoreOptions): Score {
  const { width, semitones = 0, airy = false, ownText = false } = options;
  const words = wordsOf(tune, options);
  const element = host.ownerDocument.createElement('div');
  element.className = 'score';
  host.append(element);
  const first = renderLines(element, tune.abc, {
    add_classes: true,
    responsive: 'resize',
    // A click is the page's: abcjs would colour the note that it meets.
    selectTypes: false,
    staffwidth: width,
    paddingleft: 2,
    paddingright: 2,
    paddingtop: airy && !ownText ? 38 : 4,
    paddingbottom: 4,
    wrap: { minSpacing: 1.15, maxSpacing: 2.7, preferredMeasuresPerLine: width < 400 ? 2 : width < 520 ? 3 : width > 1000 ? 6 : 4 },
    format: ownText ? asWritten : bare(options.verdicts === 'all' ? 9 : 11),
    afterParsing(parsed: Parsed) {
      setWords(parsed, words);
      // Room between the lines, in points; abcjs takes it from the tune alone.
      if (airy) parsed.formatting.staffsep = 74;
      if (ownText) {
        parsed.formatting.musicspace = airy ? 34 : 6;
        mendFirstLine(parsed, () => abcjs.parseOnly(tune.abc));
      }
    },
    ...(semitones === 0 ? {} : { visualTranspose: semitones }),
  } as unknown as Parameters<typeof renderLines>[2]);
  if (first === undefined) return { element, events: [], length: 0, bars: [], chords: [], marks: [], marksAt: () => [] };
  const drawn = first as unknown as Drawn;
  // abcjs measures text in a picture of its own that it sometimes leaves at the end of the page.
  for (const left of [...host.ownerDocument.body.children]) if (left.localName === 'svg') left.remove();
  const countings = new Map(tune.measures.map(({ verdict, difference }) => [verdictText(verdict, difference), countingOf(verdict)]));
  const set = new Set(words.map(({ text }) => text));
  for (const text of element.querySelectorAll('.abcjs-annotation'))
    if (set.has(text.textContent ?? '')) text.classList.add(countings.get(text.textContent ?? '') ?? 'difference');
  const picture = element.querySelector('svg');
  if (picture !== null) keepInside(picture);
  picture?.setAttribute('aria-label', `Staff notation of ${tune.name}`);
  const marks = marksOf(drawn, tune);
  const byStep = new Map<number, Element[]>();
  for (const mark of marks) byStep.set(mark.step, [...(byStep.get(mark.step) ?? []), mark.element]);
  const marksAt = (step: number): readonly Element[] => {
    for (let at = Math.min(step, tune.tokens.length - 1); at >= 0; at--) {
      const here = byStep.get(at);
      if (here !== undefined) return here;
    }
    return [];
  };
  let timed: Timed | null = null;
  let chords: SoundEvent[] | null = null;
  const time = (): Timed => (timed ??= timesOf(drawn));
  return {
    element,
    get events() {
      return time().events;
    },
    get length() {
      return time().length;
    },
    get bars() {
      return time().bars;
    },
    get chords() {
      return (chords ??= chordsOf(drawn));
    },
    marks,
    marksAt,
  };
}
