import { theme, type FigureOptions } from '../style.ts';

type Scheme = NonNullable<FigureOptions['scheme']>;

/** A mixture of two colours of a theme, so much of the second; of CSS variables the browser mixes them, the same way. */
function mixed(one: string, other: string, share: number, scheme: Scheme): string {
  if (scheme === 'auto') return `color-mix(in srgb, ${other} ${(100 * share).toFixed(1)}%, ${one})`;
  const channel = (colour: string, i: number): number => Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  const channels = [0, 1, 2].map((i) => Math.round(channel(one, i) + share * (channel(other, i) - channel(one, i))));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The colour of a place on the way round from bar to bar: ink at the bar, blue in the first half, pale in the middle, orange in the
 * second. It ends as it begins; blue and orange, and how strong they are, part the halves for colour-blind readers too.
 * @param turn how far round, 0 to 1.
 */
export function cyclicColour(turn: number, scheme: Scheme): string {
  const { ink, faint, rule, curves } = theme(scheme);
  const middle = mixed(faint, rule, 0.5, scheme);
  const stops = [ink, curves[0]!, middle, curves[1]!, ink];
  const at = 4 * (turn - Math.floor(turn));
  const k = Math.floor(at);
  return at === k ? stops[k]! : mixed(stops[k]!, stops[k + 1]!, at - k, scheme);
}
