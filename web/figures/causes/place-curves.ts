import * as Plot from '@observablehq/plot';
import type { PlaceMean } from '../contract/study.ts';
import { fixedText, numberText } from '../number.ts';
import type { Theme } from '../style.ts';
import { estimateText } from './estimates.ts';

/** How a curve is drawn. */
export interface Look {
  stroke: string;
  strokeWidth: number;
  strokeDasharray?: string;
}

/** Whether a place lies between two eighths: few do, and a line joins only what lies alike. */
const isOffBeat = ({ eighths }: PlaceMean): boolean => !Number.isInteger(eighths);

/** Means of B by distance as a line with a dot a place and its interval; those between the eighths are small dots beside it. */
export function curveMarks(places: readonly PlaceMean[], look: Look, name: string, value: 'b' | 'without' = 'b'): Plot.Markish[] {
  const known = places.filter((place) => place[value] !== null);
  const onBeat = known.filter((place) => !isOffBeat(place));
  const spans = value === 'b' ? known.filter(({ low, high }) => low !== null && high !== null) : [];
  return [
    Plot.ruleX(spans, { x: 'eighths', y1: 'low', y2: 'high', stroke: look.stroke, strokeWidth: 3, strokeOpacity: 0.3 }),
    Plot.line(onBeat.length === 0 ? known : onBeat, { x: 'eighths', y: value, ...look }),
    Plot.dot(known, {
      x: 'eighths',
      y: value,
      r: (d) => (isOffBeat(d) ? 1.6 : 2.6),
      fill: look.stroke,
      title: (d) =>
        `${name}: B ${value === 'b' ? estimateText(d.b, d.low, d.high) : fixedText(d[value]!, 2)} at d = ${numberText(d.eighths)}, ${d.places} places`,
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
    Plot.text([text], { x: at, frameAnchor: 'top', dy: -12, textAnchor: anchor, fill: theme.ink }),
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
