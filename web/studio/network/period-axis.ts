import { periodText } from '../../figures/period.ts';

/** An axis of periods, even in their logarithm: from `shortest` at pixel 0 to `longest` at `pixels`. */
export interface PeriodAxis {
  shortest: number;
  longest: number;
  pixels: number;
}

/** The axis of a tune: from two steps, the shortest period there is, to its whole length. */
export const periodAxisOf = (steps: number, pixels: number): PeriodAxis => ({ shortest: 2, longest: Math.max(8, steps), pixels });

export const pixelOfPeriod = ({ shortest, longest, pixels }: PeriodAxis, period: number): number =>
  (Math.log(period / shortest) / Math.log(longest / shortest)) * pixels;

export const periodAtPixel = ({ shortest, longest, pixels }: PeriodAxis, pixel: number): number =>
  shortest * (longest / shortest) ** Math.min(1, Math.max(0, pixel / pixels));

/** A label of the axis: a period, and what it is of the tune's measure ("1 measure"), if anything. */
export interface PeriodTick {
  period: number;
  text: string;
  measures: string | null;
}

const fractions: readonly [number, string][] = [
  [8, '8 measures'],
  [4, '4 measures'],
  [2, '2 measures'],
  [1, '1 measure'],
  [1 / 2, '½'],
  [1 / 3, '⅓'],
  [1 / 4, '¼'],
];
const plain = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
/** Labels nearer than this run into each other. */
const apart = 34;

/**
 * Labels at the periods that the tune's measure makes, and at plain numbers where it has no clear measure.
 * @param measure The tune's measure in steps, or null.
 */
export function periodTicks(axis: PeriodAxis, measure: number | null): PeriodTick[] {
  const wanted: PeriodTick[] =
    measure === null
      ? plain.map((period) => ({ period, text: periodText(period), measures: null }))
      : fractions.map(([of, name]) => ({ period: of * measure, text: periodText(of * measure), measures: name }));
  wanted.push({ period: 2, text: '2', measures: null });
  // The measure itself first, then from the longest down: what comes first keeps its place.
  const first = (tick: PeriodTick): number => (tick.measures === '1 measure' ? 0 : tick.measures === null ? 2 : 1);
  const kept: PeriodTick[] = [];
  for (const tick of wanted
    .filter(({ period }) => period >= axis.shortest && period <= axis.longest)
    .sort((a, b) => first(a) - first(b) || b.period - a.period)) {
    if (kept.every((other) => Math.abs(pixelOfPeriod(axis, other.period) - pixelOfPeriod(axis, tick.period)) >= apart)) kept.push(tick);
  }
  return kept.sort((a, b) => a.period - b.period);
}

/** A band from two periods in either order, to three digits; null where it is a click and no brush. */
export function bandBetween(axis: PeriodAxis, one: number, other: number): [number, number] | null {
  if (Math.abs(one - other) < 3) return null;
  const rounded = (pixel: number): number => Number(periodAtPixel(axis, pixel).toPrecision(3));
  const band: [number, number] = [rounded(Math.min(one, other)), rounded(Math.max(one, other))];
  return band[0] < band[1] ? band : null;
}
