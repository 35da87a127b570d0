/** What `lilt sweep effects --page` puts into the page's form. */
export interface Sweep {
  title: string;
  /** What the intervals are over: tunes of so many seeds, of each under all headers together. */
  seeds: number;
  headers: string[];
  /** Plans that are left out, since not all of their tunes are there yet. */
  missing: number;
  figures: { name: string; label: string; unit: string }[];
  conditions: Condition[];
}

/** A plan of a network at a temperature. */
export interface Condition {
  model: string;
  temperature: number;
  plan: string;
  /** By figure: baseline, operated, difference, the ends of its interval, p, q; null where one is not defined. */
  effects: (number | null)[][];
}

/** One figure of one condition. */
export interface Effect {
  plan: string;
  /** Its place among the plans, from 0. */
  place: number;
  baseline: number;
  operated: number;
  difference: number;
  low: number;
  high: number;
  p: number | null;
  q: number | null;
}

/** Differences that stand out after Benjamini and Hochberg. */
export const level = 0.05;

/** The effects of a figure on a network at a temperature, in the order of the plans; those that are not defined are left out. */
export function effectsOf(sweep: Sweep, figure: number, model: string, temperature: number): Effect[] {
  return sweep.conditions
    .filter((condition) => condition.model === model && condition.temperature === temperature)
    .flatMap((condition, place): Effect[] => {
      const [baseline, operated, difference, low, high, p, q] = condition.effects[figure]!;
      return baseline == null || operated == null || difference == null || low == null || high == null
        ? []
        : [{ plan: condition.plan, place, baseline, operated, difference, low, high, p: p ?? null, q: q ?? null }];
    });
}

/** Whether a difference stands out. */
export const standsOut = ({ q }: Effect): boolean => q !== null && q <= level;

/** The largest first; those that stand out before the others. */
export const ranked = (effects: readonly Effect[]): Effect[] =>
  effects.toSorted(
    (a, b) => Number(standsOut(b)) - Number(standsOut(a)) || Math.abs(b.difference) - Math.abs(a.difference) || a.place - b.place,
  );
