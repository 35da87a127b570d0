import { instrumentNames, type InstrumentName } from './instrument-names.ts';
import { clicksOf, countIn, placesOf } from './measure-places.ts';
import type { Score } from './score.ts';
import { Playback } from './sound.ts';
import { suits, swings, swung, type Swing } from './swing.ts';
import { beatOf, beatText } from './tempo.ts';

/** Seconds a whole note lasts at the normal tempo. */
const usual = 1.5;
const now = 'sounding';

export interface PlayerOptions {
  /** Seconds a whole note lasts at the normal tempo. */
  wholeNote?: number;
  /** The tune's meter, where its beats are told and clicked: the tempo then stands in beats a minute, and what else can be chosen is there. */
  meter?: string | null;
  /** What to do with the moment, in whole notes, at every frame while it sounds; null when it stops. */
  follow?: (at: number | null) => void;
  /** Whether the page goes along with the notes; true by default. */
  scrolls?: boolean;
}

/** What a person chose of the sound. */
interface Chosen {
  instrument: InstrumentName;
  swing: Swing | null;
  metronome: boolean;
  countIn: boolean;
  chords: boolean;
}

/** Controls of what is chosen, and what was; anything but the plain sound only where there is a meter. */
function choices(score: Pick<Score, 'chords'>, name: string, meter: string, changed: () => void): { element: HTMLElement; chosen: Chosen } {
  const { document } = globalThis;
  const chosen: Chosen = { instrument: 'plucked', swing: null, metronome: false, countIn: false, chords: false };
  const element = document.createElement('details');
  element.className = 'choices';
  const summary = document.createElement('summary');
  summary.textContent = 'sound';
  summary.setAttribute('aria-label', `sound of ${name}`);
  element.append(summary);
  const select = <T extends string>(label: string, options: readonly (readonly [T, string])[], take: (value: T) => void): void => {
    const field = document.createElement('select');
    for (const [value, text] of options) field.add(new Option(text, value));
    field.addEventListener('change', () => {
      take(options[field.selectedIndex]![0]);
      changed();
    });
    const around = document.createElement('label');
    around.append(`${label} `, field);
    element.append(around);
  };
  select(
    'instrument',
    instrumentNames.map((of) => [of, of === 'plucked' ? 'plucked strings' : of] as const),
    (value) => {
      chosen.instrument = value;
    },
  );
  const dances = swings.filter((swing) => suits(swing, meter));
  if (dances.length > 0)
    select<Swing | ''>('swing', [['', 'as written'], ...dances.map((swing) => [swing, swing] as const)], (value) => {
      chosen.swing = value === '' ? null : value;
    });
  const check = (label: string, of: 'metronome' | 'countIn' | 'chords'): void => {
    const field = document.createElement('input');
    field.type = 'checkbox';
    field.addEventListener('change', () => {
      chosen[of] = field.checked;
      changed();
    });
    const around = document.createElement('label');
    around.append(field, ` ${label}`);
    element.append(around);
  };
  check('metronome', 'metronome');
  check('count in', 'countIn');
  element.addEventListener('toggle', () => {
    // When its notes sound takes a while to find out, so chord names are looked for where somebody asks.
    if (element.open && score.chords.length > 0 && element.querySelector('.chords') === null) {
      check('chords', 'chords');
      element.lastElementChild!.classList.add('chords');
    }
  });
  return { element, chosen };
}

/** Buttons that play a score, the notes marked as they sound. The level that is heard stands in the <meter>. */
export function player(
  score: Pick<Score, 'events' | 'length' | 'bars' | 'chords'>,
  name: string,
  { wholeNote = usual, meter = null, follow, scrolls = true }: PlayerOptions = {},
): HTMLElement {
  const { document } = globalThis;
  const bar = document.createElement('div');
  bar.className = 'player';
  const play = document.createElement('button');
  play.type = 'button';
  const label = (text: string): void => {
    play.textContent = text;
    play.setAttribute('aria-label', `${text.slice(2)} ${name}`);
  };
  label('▶ Play');
  const tempo = document.createElement('input');
  Object.assign(tempo, { type: 'range', min: '0.5', max: '1.5', step: '0.05', value: '1' });
  tempo.setAttribute('aria-label', `Tempo of ${name}`);
  const told = document.createElement('output');
  const tell = (): void => {
    const share = Number(tempo.value);
    const [text, words] =
      meter === null
        ? [`${Math.round(100 * share)} %`, `${Math.round(100 * share)} per cent`]
        : [
            String(Math.round((60 / wholeNote / beatOf(meter)) * share)),
            `${Math.round((60 / wholeNote / beatOf(meter)) * share)} ${beatText(meter)} a minute`,
          ];
    told.textContent = text;
    tempo.setAttribute('aria-valuetext', words);
  };
  tell();
  const tempoLabel = document.createElement('label');
  tempoLabel.append('tempo ', tempo, ' ', told);
  const level = document.createElement('meter');
  Object.assign(level, { min: 0, max: 1, value: 0 });
  level.setAttribute('aria-label', 'Sound level');

  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  let playback: Playback | null = null;
  let frame = 0;
  let marked: Element[] = [];

  const rest = (): void => {
    cancelAnimationFrame(frame);
    playback = null;
    for (const mark of marked) mark.classList.remove(now);
    marked = [];
    level.value = 0;
    follow?.(null);
    label('▶ Play');
  };

  const paced = (): number => wholeNote / Number(tempo.value);
  const sound =
    meter === null
      ? null
      : choices(score, name, meter, () => {
          if (playback === null) return;
          const { at } = playback;
          playback.stop();
          rest();
          void start(at);
        });

  const start = async (from = 0): Promise<void> => {
    const chosen = sound?.chosen;
    const places = meter === null ? [] : placesOf(score.bars, meter);
    const events = swung(score.events, places, meter ?? '', chosen?.swing ?? null);
    const here = (playback = await Playback.start(events, {
      length: score.length,
      wholeNote: paced(),
      from,
      ...(chosen === undefined || meter === null
        ? {}
        : {
            instrument: chosen.instrument,
            clicks: chosen.metronome ? clicksOf(places, meter) : [],
            chords: chosen.chords ? score.chords : [],
            before: chosen.countIn && from === 0 ? countIn(places[0], 0, meter) : null,
          }),
      ended: rest,
    }));
    const each = (): void => {
      if (playback !== here) return;
      const { at } = here;
      const current = events.findLast((event) => event.at <= at + 1e-6);
      if (current !== undefined && current.marks !== marked) {
        for (const mark of marked) mark.classList.remove(now);
        marked = current.marks;
        for (const mark of marked) mark.classList.add(now);
        const line = marked[0]?.getBoundingClientRect();
        if (scrolls && line !== undefined && (line.bottom > innerHeight || line.top < 0))
          marked[0]!.scrollIntoView({ block: 'center', behavior: stillness.matches ? 'auto' : 'smooth' });
      }
      level.value = here.level;
      follow?.(at);
      frame = requestAnimationFrame(each);
    };
    label('■ Stop');
    frame = requestAnimationFrame(each);
  };

  tempo.addEventListener('input', () => {
    tell();
    if (playback !== null) playback.wholeNote = paced();
  });
  play.addEventListener('click', () => {
    if (playback === null) void start();
    else {
      playback.stop();
      rest();
    }
  });
  bar.append(play, tempoLabel, level, ...(sound === null ? [] : [sound.element]));
  return bar;
}
