import * as Plot from '@observablehq/plot';
import { measureLines } from '../axes.ts';
import type { BoundUnit, BoundUnitsFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText, numberText } from '../number.ts';
import { Sheet, together, type Panel } from '../panels.ts';
import { layerColour, monospace, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

const reasons: Record<BoundUnit['chosenFor'], string> = {
  read: 'most bound to a measure token read',
  written: 'most bound to a measure token written',
  power: 'most power at the measure period',
};
const averageWidth = 150;

function heading(unit: BoundUnit): string {
  const bound = [
    `r = ${fixedText(unit.r, 2)}`,
    ...(unit.z === null ? [] : [`z = ${fixedText(unit.z, 2)}`]),
    ...(unit.p === null ? [] : [`p = ${numberText(unit.p, 2)}`]),
  ];
  return `L${unit.layer}.h[${unit.unit}]  ${reasons[unit.chosenFor]}; ${unit.signal}: ${bound.join(', ')}; marks ${unit.hits} of ${unit.events.length}`;
}

/** Figure 14: for each layer the units most bound to measure tokens, against the transcription, with the average around the event. */
function draw(data: BoundUnitsFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const steps = data.tokens.length;
  const traceEnd = averageWidth + 56;
  const panels = data.units.map((unit, i): Panel => {
    const final = i === data.units.length - 1;
    const colour = layerColour(unit.layer, theme);
    const bottom = final ? 44 : 16;
    const height = 76 + 18 + bottom;
    const trace = sheet.plot({
      height,
      marginTop: 18,
      marginBottom: bottom,
      marginRight: traceEnd,
      x: {
        domain: [-0.5, steps - 0.5],
        label: final ? 'step' : null,
        labelAnchor: 'left',
        labelArrow: 'none',
        tickSize: final ? 3 : 0,
        ticks: 8,
        ...(final ? {} : { tickFormat: () => '' }),
      },
      y: { label: null, ticks: 3, tickSize: 3 },
      marks: [
        measureLines(data.measureSteps, theme),
        Plot.ruleY([0], { stroke: theme.rule }),
        Plot.line(unit.trace, {
          x: (_: number, t: number) => t,
          y: (d: number) => d,
          stroke: colour,
          strokeWidth: 1.3,
        } as Plot.LineOptions),
        Plot.dot(unit.events, {
          x: 'step',
          y: (d) => unit.trace[d.step]!,
          r: 2.8,
          fill: (d) => (d.hit ? colour : theme.paper),
          stroke: colour,
          strokeWidth: 1.3,
          title: (d) => `step ${d.step}, ${d.token}: ${d.hit ? 'marked' : 'not marked'}`,
        }),
        ...(final
          ? [
              Plot.text(data.measureSteps, {
                x: (t: number) => t,
                frameAnchor: 'bottom',
                dy: 32,
                text: (t: number) => data.tokens[t]!,
                fontFamily: monospace,
                fontSize: 9,
                fill: theme.ink,
              }),
            ]
          : []),
        Plot.text([heading(unit)], { frameAnchor: 'top-left', dy: -13, textAnchor: 'start', fill: theme.ink }),
      ],
    });
    const { lags, mean, error } = unit.around;
    const around = lags.map((lag, k) => ({ lag, mean: mean[k]!, error: error?.[k] ?? 0 }));
    const average = sheet.plot({
      height,
      marginTop: 18,
      marginBottom: bottom,
      marginLeft: sheet.width - averageWidth - 8,
      marginRight: 8,
      x: {
        domain: [lags[0]!, lags.at(-1)!],
        label: final ? 'steps from the event' : null,
        labelAnchor: 'center',
        labelArrow: 'none',
        ticks: [-9, -4, 0, 4, 9],
        tickSize: final ? 3 : 0,
        ...(final ? {} : { tickFormat: () => '' }),
      },
      y: { label: null, ticks: 3, tickSize: 3 },
      marks: [
        Plot.ruleX([0], { stroke: theme.faint, strokeDasharray: '2,3' }),
        Plot.ruleY([0], { stroke: theme.rule }),
        ...(error === null
          ? []
          : [Plot.areaY(around, { x: 'lag', y1: (d) => d.mean - d.error, y2: (d) => d.mean + d.error, fill: colour, fillOpacity: 0.25 })]),
        Plot.line(around, { x: 'lag', y: 'mean', stroke: colour, strokeWidth: 1.6 }),
      ],
    });
    return {
      ...(i === 0 ? { title: 'h at each step (filled dot: the unit marks the measure token), and its mean around the event (± SE)' } : {}),
      plot: together([trace, average]),
    };
  });
  return sheet.stack('Traces of the units most bound to measure tokens, against the transcription', panels);
}

const tables = (data: BoundUnitsFigure): Table[] => {
  const name = (unit: BoundUnit): string => `L${unit.layer}.h[${unit.unit}] (${unit.chosenFor})`;
  return [
    {
      name: 'bound-units',
      shown: true,
      header: ['layer', 'unit', 'chosen for', 'signal', 'r', 'z', 'p', 'band fraction', 'marks', 'events'],
      rows: data.units.map((u) => [u.layer, u.unit, u.chosenFor, u.signal, u.r, u.z, u.p, u.bandFraction, u.hits, u.events.length]),
    },
    {
      name: 'traces',
      header: ['step', 'token', ...data.units.map(name)],
      rows: data.tokens.map((token, t) => [t, token, ...data.units.map((u) => u.trace[t]!)]),
    },
    {
      name: 'around-the-event',
      header: ['unit', 'lag (steps)', 'mean h', 'standard error'],
      rows: data.units.flatMap((u) => u.around.lags.map((lag, k) => [name(u), lag, u.around.mean[k]!, u.around.error?.[k] ?? null])),
    },
    {
      name: 'hits-and-misses',
      header: ['unit', 'step', 'token', 'hit'],
      rows: data.units.flatMap((u) => u.events.map((e) => [name(u), e.step, e.token, String(e.hit)])),
    },
  ];
};

export const figure: Figure<BoundUnitsFigure> = { name: 'boundUnits', number: 14, title: 'Units against the transcription', draw, tables };
