import * as Plot from '@observablehq/plot';
import type { ConstantTokens } from './data.ts';
import { legend, Sheet } from './panels.ts';
import { layerColour, type FigureOptions } from './style.ts';
import type { Table } from './table.ts';

/** The axis begins here; smaller shifts stand on it. */
const least = 0.01;

/** Figure 16: how far each unit's mean moves when the same body stands under another meter or mode. */
export function drawConstantTokens(data: ConstantTokens, options: FigureOptions = {}): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const layers = [...new Set(data.variants.flatMap((variant) => variant.layers.map(({ layer }) => layer)))];
  const rows = data.variants.flatMap((variant) => variant.layers.flatMap(({ layer, shift }) => {
    const name = `${variant.token} for ${variant.instead}`;
    return shift.map(Math.abs).sort((a, b) => b - a).map((size, i) => ({ variant: name, layer, rank: i + 1, size }));
  }));
  const units = Math.max(...rows.map((row) => row.rank));
  const moved = data.variants.flatMap((variant) => variant.layers.map(({ layer, shift }, i) => ({ variant: `${variant.token} for ${variant.instead}`, i, layer, count: shift.filter((s) => Math.abs(s) > 1).length })));
  return sheet.stack('How far units move their mean under another meter or mode, sorted', [
    { title: 'Units sorted by how far their mean over the body moves', plot: legend(sheet, layers.map((layer) => ({ name: `layer ${layer}`, colour: layerColour(layer, theme) }))) },
    {
      plot: sheet.plot({
        height: 250, marginBottom: 36, marginTop: 36,
        fx: { domain: data.variants.map((variant) => `${variant.token} for ${variant.instead}`), label: null, padding: 0.06 },
        x: { domain: [1, units], label: 'units, sorted', labelAnchor: 'right', labelArrow: 'none', ticks: 3, tickSize: 3 },
        y: { type: 'log', domain: [least, Math.max(2, ...rows.map((row) => row.size)) * 1.2], clamp: true, label: '↑ |shift of the mean| (standard deviations)', labelArrow: 'none', ticks: 5, tickFormat: '~g' },
        marks: [
          Plot.ruleY([1], { stroke: theme.faint, strokeDasharray: '3,3' }),
          ...layers.map((layer) => Plot.line(rows.filter((row) => row.layer === layer), { fx: 'variant', x: 'rank', y: (d) => Math.max(least, d.size), stroke: layerColour(layer, theme), strokeWidth: 1.7 })),
          ...[0, 1, 2, 3, 4].flatMap((i) => { const here = moved.filter((d) => d.i === i); return here.length === 0 ? [] : [Plot.text(here, { fx: 'variant', frameAnchor: 'top-right', dy: 6 + 13 * i, textAnchor: 'end', text: (d) => `layer ${d.layer}: ${d.count} over 1`, fill: (d) => layerColour(d.layer, theme) })]; }),
        ],
      }),
    },
  ]);
}

export const constantTokensTables = (data: ConstantTokens): Table[] => [{
  name: 'shifts-of-the-mean', header: ['token', 'instead of', 'layer', 'unit', 'shift (standard deviations)'],
  rows: data.variants.flatMap((variant) => variant.layers.flatMap(({ layer, shift }) => shift.map((value, unit) => [variant.token, variant.instead, layer, unit, value]))),
}];
