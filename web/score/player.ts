import type { Score } from './score.ts';
import { Playback } from './sound.ts';

/** Seconds a whole note lasts at the normal tempo. */
const usual = 1.5;
const now = 'sounding';

export interface PlayerOptions {
  /** Seconds a whole note lasts at the normal tempo. */
  wholeNote?: number;
  /** What to do with the moment, in whole notes, at every frame while it sounds; null when it stops. */
  follow?: (at: number | null) => void;
  /** Whether the page goes along with the notes; true by default. */
  scrolls?: boolean;
}

/** Buttons that play a score, the notes marked as they sound. The level that is heard stands in the <meter>. */
export function player(
  score: Pick<Score, 'events' | 'length'>,
  name: string,
  { wholeNote = usual, follow, scrolls = true }: PlayerOptions = {},
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
  const tempoLabel = document.createElement('label');
  tempoLabel.append('tempo ', tempo);
  const level = document.createElement('meter');
  Object.assign(level, { min: 0, max: 1, value: 0 });
  level.setAttribute('aria-label', 'Sound level');
  bar.append(play, tempoLabel, level);

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

  const start = async (): Promise<void> => {
    const here = (playback = await Playback.start(score.events, {
      length: score.length,
      wholeNote: wholeNote / Number(tempo.value),
      ended: rest,
    }));
    const each = (): void => {
      if (playback !== here) return;
      const { at } = here;
      const current = score.events.findLast((event) => event.at <= at + 1e-6);
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

  play.addEventListener('click', () => {
    if (playback === null) void start();
    else {
      playback.stop();
      rest();
    }
  });
  return bar;
}
