import abcjs from 'abcjs';
import type { Tune } from '../figures/data.ts';
import { verdictText } from '../figures/token-strip.ts';

/** A tune drawn as staff notation, with what a player needs. */
export interface Score {
  element: HTMLElement;
  /** One event a note or rest as played, repeats played out, ascending. */
  events: ScoreEvent[];
  /** The whole length in whole notes. */
  length: number;
}
export interface ScoreEvent {
  /** In whole notes from the beginning. */
  at: number;
  /** The sounding notes: MIDI pitch, and length in whole notes. */
  notes: { pitch: number; length: number }[];
  /** What stands for it in the notation. */
  marks: Element[];
}

const note = /^[\^_=]*[A-Ga-g][,']*/;

/**
 * The tune's ABC with an annotation over each measure that is not full, and over the first note that differs from the
 * baseline's tune.
 */
export function annotated(tune: Tune, divergence: number | null): string {
  const texts: { at: number; text: string }[] = [];
  const firstNote = (from: number, to: number): number => {
    for (let step = from; step < to; step++) if (note.test(tune.tokens[step]!) && tune.offsets[step]! >= 0) return tune.offsets[step]!;
    return -1;
  };
  for (const { from, to, verdict, difference } of tune.measures) {
    const at = verdict === 'full' ? -1 : firstNote(from, to);
    if (at >= 0) texts.push({ at, text: verdictText(verdict, difference) });
  }
  if (divergence !== null) {
    const at = firstNote(divergence, tune.tokens.length);
    if (at >= 0) texts.push({ at, text: '◆ first difference' });
  }
  let abc = tune.abc;
  for (const { at, text } of texts.toSorted((a, b) => b.at - a.at)) abc = `${abc.slice(0, at)}"^${text}"${abc.slice(at)}`;
  return abc;
}

/** Draws a tune into a new element. It must be in the page already when text is measured, so it is put at the end of `host`. */
export function engrave(host: HTMLElement, tune: Tune, divergence: number | null, width: number): Score {
  const element = host.ownerDocument.createElement('div');
  element.className = 'score';
  host.append(element);
  const [drawn] = abcjs.renderAbc(element, annotated(tune, divergence), {
    add_classes: true, responsive: 'resize', staffwidth: width, paddingleft: 2, paddingright: 2, paddingtop: 4, paddingbottom: 4,
    wrap: { minSpacing: 1.15, maxSpacing: 2.7, preferredMeasuresPerLine: width < 520 ? 3 : 4 },
    format: { titlefont: 'Helvetica 0', annotationfont: 'Helvetica 11', repeatfont: 'Helvetica 11', tripletfont: 'Helvetica 10 italic' },
  } as Parameters<typeof abcjs.renderAbc>[2]);
  if (drawn === undefined) return { element, events: [], length: 0 };
  // abcjs measures text in a picture of its own that it sometimes leaves at the end of the page.
  for (const left of host.ownerDocument.querySelectorAll('body > svg')) left.remove();
  element.querySelector('svg')?.setAttribute('aria-label', `Staff notation of ${tune.name}`);
  drawn.setUpAudio({});
  // At this tempo a whole note lasts one second, so that the timings are in whole notes.
  (drawn as { setTiming(bpm: number): void }).setTiming(60 / drawn.getBeatLength());
  const timings = (drawn as unknown as { noteTimings: { milliseconds: number; type: string; elements?: Element[][]; midiPitches?: { pitch: number; duration: number }[] }[] }).noteTimings;
  const events = timings.filter((event) => event.type === 'event').map((event): ScoreEvent => ({
    at: event.milliseconds / 1000,
    notes: (event.midiPitches ?? []).map(({ pitch, duration }) => ({ pitch, length: duration })),
    marks: (event.elements ?? []).flat(),
  }));
  return { element, events, length: (timings.at(-1)?.milliseconds ?? 0) / 1000 };
}
