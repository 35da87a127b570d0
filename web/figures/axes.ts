import * as Plot from '@observablehq/plot';
import { articlePeriods, frequencyOf, periodText } from './period.ts';
import type { Theme } from './style.ts';

/** The scale and the axis of periods: even in frequency, labelled in steps. */
export const periodScale = (domain: [number, number] = [0, 0.5]): Plot.ScaleOptions => ({
  type: 'linear',
  domain,
  label: 'period (steps)',
  axis: null,
});

export function periodAxis(theme: Theme, grid: boolean, domain: [number, number] = [0, 0.5]): Plot.Markish[] {
  const ticks = articlePeriods.map(frequencyOf).filter((f) => f >= domain[0] && f <= domain[1]);
  return [
    ...(grid ? [Plot.ruleX(ticks, { stroke: theme.rule, strokeWidth: 0.75 })] : []),
    Plot.axisX(ticks, {
      tickFormat: (f: number) => periodText(f === 0 ? 'inf' : 1 / f),
      label: 'period (steps)',
      labelAnchor: 'right',
      labelArrow: 'none',
    }),
  ];
}

/** The dashed lines at measure tokens. */
export const measureLines = (steps: readonly number[], theme: Theme): Plot.Markish =>
  Plot.ruleX(steps, { stroke: theme.faint, strokeOpacity: 0.65, strokeDasharray: '2,3', strokeWidth: 0.75 });
