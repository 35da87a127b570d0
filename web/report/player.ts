import * as Tone from 'tone';
import type { Score } from './score.ts';

/** Seconds a whole note lasts at the normal tempo. */
const wholeNote = 1.5;
const now = 'sounding';

/** Only one tune plays at a time: this stops the one that does. */
let stopCurrent: () => void = () => {};

/**
 * Buttons that play a score with a plucked sound made on the spot, the notes marked as they sound. The level that is heard
 * stands in the <meter>.
 */
export function player(score: Score, name: string): HTMLElement {
  const { document } = globalThis;
  const bar = document.createElement('div');
  bar.className = 'player';
  const play = document.createElement('button');
  play.type = 'button';
  const label = (text: string): void => { play.textContent = text; play.setAttribute('aria-label', `${text.slice(2)} ${name}`); };
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

  let stop: (() => void) | null = null;

  const start = async (): Promise<void> => {
    stopCurrent();
    await Tone.start();
    const seconds = wholeNote / Number(tempo.value);
    const meter = new Tone.Meter({ normalRange: true, smoothing: 0.6 });
    const output = new Tone.Volume(-9).connect(meter).toDestination();
    const synth = new Tone.PolySynth(Tone.Synth, {
      oscillator: { type: 'fatsawtooth', count: 2, spread: 9 },
      envelope: { attack: 0.004, decay: 0.35, sustain: 0.18, release: 0.25 },
    });
    const tone = new Tone.Filter({ type: 'lowpass', frequency: 2600, rolloff: -12 });
    synth.chain(tone, output);
    const transport = Tone.getTransport();
    transport.stop();
    transport.cancel();
    for (const event of score.events) {
      transport.schedule((time) => {
        for (const { pitch, length } of event.notes) synth.triggerAttackRelease(Tone.Frequency(pitch, 'midi').toFrequency(), Math.max(0.05, 0.92 * length * seconds), time);
      }, event.at * seconds);
    }
    let marked: Element[] = [];
    let frame = 0;
    const follow = (): void => {
      const at = transport.seconds / seconds;
      const current = score.events.findLast((event) => event.at <= at + 1e-6);
      if (current !== undefined && current.marks !== marked) {
        for (const mark of marked) mark.classList.remove(now);
        marked = current.marks;
        for (const mark of marked) mark.classList.add(now);
        const line = marked[0]?.getBoundingClientRect();
        if (line !== undefined && (line.bottom > innerHeight || line.top < 0)) marked[0]!.scrollIntoView({ block: 'center', behavior: 'smooth' });
      }
      level.value = Math.min(1, 3 * (meter.getValue() as number));
      if (at > score.length + 0.5) stop?.();
      else frame = requestAnimationFrame(follow);
    };
    stop = stopCurrent = () => {
      stop = null;
      stopCurrent = () => {};
      cancelAnimationFrame(frame);
      transport.stop();
      transport.cancel();
      for (const mark of marked) mark.classList.remove(now);
      level.value = 0;
      label('▶ Play');
      for (const node of [synth, tone, output, meter]) node.dispose();
    };
    label('■ Stop');
    transport.start('+0.05');
    frame = requestAnimationFrame(follow);
  };

  play.addEventListener('click', () => { if (stop === null) void start(); else stop(); });
  return bar;
}
