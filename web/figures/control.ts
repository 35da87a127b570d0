import * as Plot from '@observablehq/plot';
import type { Control } from './data.ts';
import type { Panel, Sheet } from './panels.ts';
import { layerColour } from './style.ts';
import type { Table } from './table.ts';

/** The control: for each measure and layer, the cut set's change among those of the random sets. */
export function controlPlot(sheet: Sheet, control: Control): Panel[] {
  const { theme } = sheet;
  const probability = (p: number | null): string => (p === null ? '' : `p = ${p.toPrecision(2)}`);
  const panels = control.measures.map((measure): Panel => {
    const targets = measure.layers.map((d) => ({ ...d, name: `layer ${d.layer}` }));
    const random = targets.flatMap((d) => d.random.map((value, i) => ({ name: d.name, value, up: ((i * 7) % 11) / 11 - 0.5 })));
    const values = [0, ...random.map((d) => d.value), ...targets.map((d) => d.target)];
    const low = Math.min(...values);
    const high = Math.max(...values);
    const pad = 0.06 * (high - low || 1);
    return {
      title: `Control: ${measure.name}, ${measure.loop} loop (baseline ${Number(measure.baseline.toPrecision(3))} ${measure.unit}${measure.harm === null ? '' : `; harm is ${measure.harm}`})`,
      plot: sheet.plot({
        height: 22 * targets.length + 42, marginLeft: 62, marginRight: 190, marginTop: 2, marginBottom: 36,
        x: { domain: [low - pad, high + pad], label: `change from the baseline (${measure.unit})`, labelAnchor: 'right', labelArrow: 'none', ticks: 6, tickSize: 3 },
        y: { domain: targets.map((d) => d.name), label: null, tickSize: 0, padding: 0.1 },
        marks: [
          Plot.ruleX([0], { stroke: theme.faint, strokeDasharray: '3,3' }),
          Plot.tickX(random, { x: 'value', y: 'name', stroke: theme.faint, strokeOpacity: 0.75, inset: 4 }),
          Plot.dot(targets, { x: 'target', y: 'name', r: 5, fill: (d) => layerColour(d.layer, theme), stroke: theme.paper, symbol: 'diamond' }),
          Plot.text(targets, { x: high + pad, y: 'name', text: (d) => [probability(d.p), d.holm === null ? '' : `(Holm ${d.holm.toPrecision(2)})`].join(' '), dx: 10, textAnchor: 'start', fill: theme.ink }),
        ],
      }),
    };
  });
  const key = `Diamonds: the cut sets; ticks: ${control.sets} ${control.null} random sets a layer; ${control.tunes} tunes.`;
  return [
    ...panels,
    { plot: sheet.plot({ height: 16, margin: 0, axis: null, marks: [Plot.text([key], { frameAnchor: 'left', textAnchor: 'start', fill: theme.faint })] }) },
  ];
}

export const controlTables = (control: Control): Table[] => [
  { name: 'control', header: ['measure', 'loop', 'unit', 'baseline', 'layer', 'change of the cut set', 'p', 'p after Holm', 'interval low', 'interval high'], rows: control.measures.flatMap((m) => m.layers.map((d) => [m.name, m.loop, m.unit, m.baseline, d.layer, d.target, d.p, d.holm, ...d.interval])) },
  { name: 'control-random-sets', header: ['measure', 'layer', 'set', 'change'], rows: control.measures.flatMap((m) => m.layers.flatMap((d) => d.random.map((value, i) => [m.name, d.layer, i, value]))) },
];
