import * as Plot from '@observablehq/plot';
import { changeDomain, changeMarks, type Change } from './change-plot.ts';
import { timingInWords } from './control.ts';
import type { Control, ControlCut } from './data.ts';
import { Sheet, type Panel } from './panels.ts';
import type { FigureOptions } from './style.ts';

const titles: Record<'between bars' | 'at bars', string> = {
  'between bars': 'Cut between bars: does it serve counting?', 'at bars': 'Cut at bars: does it relay the bar?',
};

const changesOf = ({ layers }: ControlCut): Change[] => layers.map(({ layer, target, targetInterval, random }) => ({ layer, target, random, interval: targetInterval }));

/** The study's answer in one small picture: what cutting each layer's units does to the timing of bars, among what random units of as many do. */
export function drawAnswer(control: Control, options: FigureOptions = {}): SVGSVGElement {
  const sheet = new Sheet({ width: 360, ...options });
  const { theme } = sheet;
  const shown = control.cuts.filter((cut): cut is ControlCut & { cut: keyof typeof titles } => cut.cut !== 'all steps' && cut.layers.length > 0);
  const domain = changeDomain(shown.map(changesOf));
  const panels = shown.map((cut, i): Panel => {
    const last = i === shown.length - 1;
    return {
      title: titles[cut.cut],
      plot: sheet.plot({
        height: 24 * cut.layers.length + (last ? 44 : 20), marginLeft: 50, marginRight: 8, marginTop: 0, marginBottom: last ? 42 : 18,
        x: { domain, label: null, ticks: 5, tickSize: 3 },
        y: { domain: cut.layers.map(({ layer }) => `layer ${layer}`), label: null, tickSize: 0, padding: 0 },
        marks: [
          ...changeMarks(sheet, changesOf(cut)),
          ...(last ? [
            Plot.text(['← bars come less on time'], { frameAnchor: 'bottom-left', dy: 34, textAnchor: 'start', fill: theme.faint }),
            Plot.text(['as uncut'], { x: 0, frameAnchor: 'bottom', dy: 34, dx: 8, textAnchor: 'end', fill: theme.faint }),
          ] : []),
        ],
      }),
    };
  });
  return sheet.stack(`Change of the timing contrast in nats when the units that beat with the measures are cut, beside random units of as many. ${shown.map(timingInWords).join(' ')}`, panels);
}
