import * as Plot from '@observablehq/plot';
import { fixedText } from '../number.ts';
import type { Sheet } from '../panels.ts';

/** A number with its interval, on a line of its own. */
export interface Estimate {
  /** Its line: the band's name, or where it lies on an axis of numbers. */
  row: string | number;
  value: number | null;
  low: number | null;
  high: number | null;
  colour: string;
  /** A letter in the place of the dot. */
  letter?: string;
  /** An empty dot. */
  hollow?: boolean;
  title: string;
}

const beyond = (domain: readonly [number, number], value: number): number => Math.min(domain[1], Math.max(domain[0], value));

/**
 * Estimates as marks of a plot with a line each: the interval a bar, the number a dot or a letter on it, a small arrow where one goes on
 * beyond the domain.
 */
export function estimateMarks(sheet: Sheet, estimates: readonly Estimate[], domain: readonly [number, number]): Plot.Markish[] {
  const { theme } = sheet;
  return estimates.flatMap((one): Plot.Markish[] => {
    const { value, low, high, colour, row, letter } = one;
    if (value === null) return [Plot.text(['–'], { x: (domain[0] + domain[1]) / 2, y: [row], fill: theme.faint, title: () => one.title })];
    const ends = low === null || high === null ? [] : [{ low, high }];
    const out = [value, low, high].filter((end) => end !== null);
    const arrows = [
      ...(Math.min(...out) < domain[0] ? [{ x: domain[0], text: '◂' }] : []),
      ...(Math.max(...out) > domain[1] ? [{ x: domain[1], text: '▸' }] : []),
    ];
    return [
      Plot.link(ends, {
        x1: (d) => beyond(domain, d.low),
        x2: (d) => beyond(domain, d.high),
        y1: () => row,
        y2: () => row,
        stroke: colour,
        strokeWidth: letter === undefined ? 10 : 2,
        strokeOpacity: letter === undefined ? 0.35 : 0.7,
      }),
      letter === undefined
        ? Plot.dot([value], {
            x: (d: number) => beyond(domain, d),
            y: () => row,
            r: 3.2,
            fill: one.hollow === true ? theme.paper : colour,
            stroke: colour,
            strokeWidth: 1.5,
            title: () => one.title,
          })
        : Plot.text([letter], {
            x: () => beyond(domain, value),
            y: () => row,
            fontWeight: 600,
            fontSize: 10,
            fill: colour,
            stroke: theme.paper,
            strokeWidth: 3,
            title: () => one.title,
          }),
      ...arrows.map(({ x, text }) => Plot.text([text], { x: () => x, y: () => row, fill: colour })),
    ];
  });
}

/** The ends of an axis of shares: none and all, and a little of what goes beyond. */
export const shareDomain = [-0.25, 1.25] as const;

/** A number with its interval: "0.98 [0.95, 0.99]"; a dash where there is none. */
export const estimateText = (value: number | null, low: number | null, high: number | null, digits = 2): string =>
  value === null
    ? '–'
    : fixedText(value, digits) + (low === null || high === null ? '' : ` [${fixedText(low, digits)}, ${fixedText(high, digits)}]`);
