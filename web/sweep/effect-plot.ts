import * as Plot from '@observablehq/plot';
import { sansSerif, theme, type FigureOptions } from '../figures/style.ts';
import { standsOut, type Effect } from './data.ts';

/** So many plans have a row each with its name; of more each is a point, in their order. */
export const mostRows = 40;

const rowHeight = 18;

/**
 * Differences from the network as it is, with their 95 % intervals: a row a plan, or of many plans a point a plan.
 * @param scale what differences are multiplied by: 100 for shares in points.
 */
export function effectPlot(of: readonly Effect[], label: string, scale: number, options: FigureOptions = {}): SVGSVGElement {
  const effects = of.map((effect) => ({
    ...effect,
    difference: scale * effect.difference,
    low: scale * effect.low,
    high: scale * effect.high,
  }));
  const { ink, faint, rule, accent, paper, curves } = theme(options.scheme);
  const shared = {
    document: options.document,
    width: options.width ?? 860,
    style: { background: 'transparent', color: ink, fontFamily: sansSerif, fontSize: '12px' },
  };
  const colour = (effect: Effect): string => (standsOut(effect) ? accent : faint);
  if (effects.length <= mostRows) {
    return Plot.plot({
      ...shared,
      height: rowHeight * Math.max(1, effects.length) + 60,
      marginLeft: 150,
      x: { label: `difference of ${label}`, grid: true, nice: true },
      y: { domain: effects.map(({ plan }) => plan), label: null, tickSize: 0 },
      marks: [
        Plot.ruleX([0], { stroke: faint, strokeDasharray: '3,3' }),
        Plot.link(effects, { x1: 'low', x2: 'high', y1: 'plan', y2: 'plan', stroke: colour, strokeWidth: 2 }),
        Plot.dot(effects, { x: 'difference', y: 'plan', r: 4, fill: colour, stroke: paper }),
      ],
    }) as SVGSVGElement;
  }
  const out = effects.filter(standsOut);
  return Plot.plot({
    ...shared,
    height: 420,
    marginLeft: 60,
    x: { label: 'plans, in their order', ticks: 8, domain: [-1, effects.reduce((most, { place }) => Math.max(most, place), 0) + 1] },
    y: { label: `difference of ${label}`, grid: true, nice: true },
    marks: [
      Plot.dot(effects, { x: 'place', y: 'difference', r: 1.5, fill: curves[3], fillOpacity: 0.5 }),
      Plot.ruleY([0], { stroke: rule }),
      Plot.link(out, { x1: 'place', x2: 'place', y1: 'low', y2: 'high', stroke: accent, strokeWidth: 1 }),
      Plot.dot(out, { x: 'place', y: 'difference', r: 3, fill: accent, stroke: paper }),
      // Of neighbours that stand out only the largest have room for a name.
      Plot.text(out.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, 12), {
        x: 'place',
        y: 'difference',
        text: 'plan',
        dx: 6,
        textAnchor: 'start',
        fill: ink,
        stroke: paper,
        strokeWidth: 3,
        paintOrder: 'stroke',
      }),
    ],
  }) as SVGSVGElement;
}
