import * as Plot from '@observablehq/plot';
import type { PlaceMean } from '../contract/study.ts';
import { fixedText, numberText } from '../number.ts';
import type { Theme } from '../style.ts';

/** How a curve is drawn. */
export interface Look {
  stroke: string;
  strokeWidth: number;
  strokeDasharray?: string;
}

/** Where places lie between two eighths: those on the eighths are far more, and a line joins only what lies alike. */
const offBeat = (eighths: number): number => eighths - Math.floor(eighths);

/** Means of B by distance as a line with a dot a place. */
export function curveMarks(places: readonly PlaceMean[], look: Look, name: string, value: 'b' | 'without' = 'b'): Plot.Markish[] {
  const known = places.filter((place) => place[value] !== null);
  const { strokeDasharray: _, ...solid } = look;
  return [
    Plot.line(known, { x: 'eighths', y: value, z: (d) => offBeat(d.eighths), ...look }),
    Plot.dot(known, {
      x: 'eighths',
      y: value,
      r: (d) => (offBeat(d.eighths) === 0 ? 2.4 : 1.6),
      fill: solid.stroke,
      title: (d) => `${name}: B ${fixedText(d[value]!, 2)} at d = ${numberText(d.eighths)}, ${d.places} places`,
    }),
  ];
}

/** An upright with its name over the plot. */
export const uprightMarks = (
  uprights: readonly { at: number; text: string; anchor?: 'start' | 'middle' | 'end' }[],
  theme: Theme,
): Plot.Markish[] =>
  uprights.flatMap(({ at, text, anchor = 'middle' }) => [
    Plot.ruleX([at], { stroke: theme.faint, strokeDasharray: '4,3' }),
    Plot.text([text], { x: at, frameAnchor: 'top', dy: -9, textAnchor: anchor, fill: theme.ink }),
  ]);

/** The ends of an axis of B that hold all of it, with a little room. */
export function nats(values: readonly (number | null)[]): [number, number] {
  const known = values.filter((value) => value !== null);
  return [Math.min(-2, ...known) - 0.6, Math.max(0, ...known) + 1];
}

/** The axes of B against distance, whose names `axisNames` sets: of several plots beside each other, each its own. */
export const distanceAxes = (
  domain: readonly [number, number],
  range: readonly [number, number],
  width: number,
): Pick<Plot.PlotOptions, 'x' | 'y'> => ({
  x: { domain: [...domain], label: null, ticks: Math.min(domain[1] - domain[0], width / 26), tickSize: 3 },
  y: { domain: [...range], label: null, ticks: 5, tickSize: 3 },
});

/** A plot's heading and the names of its axes, within its own frame. */
export const axisNames = (
  theme: Theme,
  { heading, y, x, lift = 30 }: { heading?: string; y?: string; x?: string; lift?: number },
): Plot.Markish[] => [
  ...(heading === undefined
    ? []
    : [
        Plot.text([heading], {
          frameAnchor: 'top-left',
          dy: -lift,
          dx: -6,
          textAnchor: 'start',
          fontWeight: 600,
          fontSize: 12,
          fill: theme.ink,
        }),
      ]),
  ...(y === undefined
    ? []
    : [
        Plot.text([y], {
          frameAnchor: 'top-left',
          dy: -lift + (heading === undefined ? 0 : 16),
          dx: -40,
          textAnchor: 'start',
          fill: theme.ink,
        }),
      ]),
  ...(x === undefined ? [] : [Plot.text([x], { frameAnchor: 'bottom-right', dy: 30, textAnchor: 'end', fill: theme.ink })]),
];
