import type { TuneDetail } from '../api/shapes.ts';

/** What stands between two bar lines and has notes or rests. */
export interface Bar {
  /** From 1, as `lilt count` numbers measures: those without notes are left out. */
  number: number;
  /** Its first step. */
  from: number;
  /** The step of the bar line, or of the end token, that closes it. */
  to: number;
}

/** The bars of a tune; in free meter too. */
export function barsOf({ tune, kinds }: Pick<TuneDetail, 'tune' | 'kinds'>): Bar[] {
  const bars: Bar[] = [];
  const header = kinds.findIndex((kind) => kind !== 'meter' && kind !== 'key' && kind !== 'unit');
  let from = Math.max(0, header);
  let sounds = false;
  for (let step = from; step <= tune.tokens.length; step++) {
    const kind = kinds[step];
    sounds ||= kind === 'pitch' || kind === 'rest';
    if (kind !== undefined && kind !== 'measure' && kind !== 'end') continue;
    if (sounds) bars.push({ number: bars.length + 1, from, to: step });
    from = step + 1;
    sounds = false;
  }
  return bars;
}

/** The steps that some bars span, from the first up to and without the second: the bar line that closes the last is one of them. */
export const stepsOf = (bars: readonly Bar[], { from, to }: { from: number; to: number }): [number, number] => [
  bars[from - 1]!.from,
  bars[to - 1]!.to + 1,
];

/** The number of the bar that a step stands in, a bar line in the one that it closes; of a step between two, the next one's. */
export const barAt = (bars: readonly Bar[], step: number): number | null =>
  (bars.find(({ to }) => step <= to) ?? bars.at(-1))?.number ?? null;

/** Bars in words. */
export const barsText = ({ from, to }: { from: number; to: number }): string => (from === to ? `bar ${from}` : `bars ${from}–${to}`);
