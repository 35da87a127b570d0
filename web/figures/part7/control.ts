import { changeDomain, changePlot, type Change } from '../change-plot.ts';
import type { ControlClosedMeasure, ControlInterchange, ControlTiming, CutSteps, ExcisionControl } from '../contract/study.ts';
import { intervalText, numberText, probabilityText } from '../number.ts';
import { note, type Panel, type Sheet } from '../panels.ts';
import type { Table } from '../table.ts';

const places: Record<CutSteps, string> = {
  'between bars': 'between bars (at the steps that read no bar)',
  'at bars': 'at bars (at the steps that read one)',
  'all steps': 'at all steps, as the article cuts (described, no verdict)',
};

/** T of the timing contrast, with its interval, among the random sets' R. */
const contrastOf = ({ layers }: ControlTiming): Change[] =>
  layers.map(({ layer, target, targetInterval, random }) => ({ layer, target, random, interval: targetInterval }));
const differencesOf = ({ layers }: ControlTiming | ControlClosedMeasure): Change[] =>
  layers.map(({ layer, difference }) => ({ layer, interval: difference }));
const damageOf = ({ layers }: ControlTiming): Change[] =>
  layers.map(({ layer, damage, damageRandom }) => ({ layer, target: damage, random: damageRandom }));

/** The control: the three cuts in the open loop, then what the networks write on their own. */
export function controlPlot(sheet: Sheet, control: ExcisionControl): Panel[] {
  const cuts = control.cuts.filter(({ layers }) => layers.length > 0);
  const contrast = changeDomain(cuts.map(contrastOf));
  const difference = changeDomain(cuts.map(differencesOf));
  const damage = changeDomain(cuts.map(damageOf));
  const open = cuts.map((cut): Panel =>
    changePlot(
      sheet,
      `Control, cut ${places[cut.cut]}: the change of the timing contrast, uncut ${numberText(control.contrast)} nats (95 % ${intervalText(control.contrastInterval)})`,
      cut.layers.map(({ layer }) => layer),
      [
        { title: 'T and its interval, among R (nats)', from: 58, to: 340, domain: contrast, changes: contrastOf(cut), named: true },
        { title: 'interval of T − mean R (nats)', from: 366, to: 540, domain: difference, changes: differencesOf(cut) },
        { title: 'damage to others (nats a token)', from: 574, to: 736, domain: damage, changes: damageOf(cut) },
      ],
      (layer) => {
        const of = cut.layers.find((d) => d.layer === layer)!;
        const tested =
          of.p === null ? 'no test' : `p ${probabilityText(of.p)}${of.holm === null ? '' : ` (Holm ${probabilityText(of.holm)})`}`;
        return [tested, `${of.random.length} sets${of.p !== null && of.stopped ? ', stopped early' : ''}`];
      },
    ),
  );
  const closed = control.closed
    .filter(({ layers }) => layers.length > 0)
    .map((measure): Panel => {
      const changes: Change[] = measure.layers.map(({ layer, target, targetInterval, random }) => ({
        layer,
        target,
        random,
        interval: targetInterval,
      }));
      return changePlot(
        sheet,
        `Control, on their own, cut at all steps: ${measure.name}, uncut ${numberText(measure.baseline)} ${measure.unit}${measure.harm === null ? '' : `; harm is ${measure.harm}`}`,
        measure.layers.map(({ layer }) => layer),
        [
          {
            title: `T and its 95 % interval, among R (${measure.unit})`,
            from: 58,
            to: 430,
            domain: changeDomain([changes]),
            changes,
            named: true,
          },
          {
            title: `95 % interval of T − mean R (${measure.unit})`,
            from: 460,
            to: 736,
            domain: changeDomain([differencesOf(measure)]),
            changes: differencesOf(measure),
          },
        ],
        (layer) => [`${measure.layers.find((d) => d.layer === layer)!.random.length} sets`],
      );
    });
  const key = [
    `Diamonds: T, the units cut; ticks: R, ${control.null} random sets of as many units; bars: intervals, which hold at 95 % for all layers at once. The three cuts share their axes.`,
    `Open loop ${control.tunes} tunes, at most ${control.sets} sets; on their own ${control.closedTunes} tunes, ${control.closedSets} sets. Damage is to tokens other than bars, given that no bar comes.`,
  ];
  return [...open, ...closed, { plot: note(sheet, key) }, ...interchanged(sheet, control)];
}

/** What interchange says of the layers, and where to read what that can tell. */
export const interchangeText = ({ here, page }: ControlInterchange): string => `${here} See ${page}.`;

/** What interchange says of the same layers; nothing of a study that did not ask. */
const interchanged = (sheet: Sheet, { interchange }: ExcisionControl): Panel[] =>
  interchange === null
    ? []
    : [
        {
          title: 'The same layers interchanged instead of cut',
          plot: note(sheet, [interchangeText(interchange)]),
        },
      ];

/** The numbers of the control: the three cuts, the networks on their own, how alike the sets are, every set. */
export const controlTables = (control: ExcisionControl): Table[] => [
  {
    name: 'control',
    shown: true,
    header: [
      'cut',
      'layer',
      'uncut contrast (nats)',
      'T: change of the contrast (nats)',
      'T, 95 % low',
      'T, 95 % high',
      'mean R (nats)',
      'T − mean R, 95 % low',
      'T − mean R, 95 % high',
      'effect (mean R − T)/|mean R|',
      'effect, simultaneous low',
      'effect, simultaneous high',
      'damage of T (nats a token)',
      'mean damage of R',
      'residual of T (nats)',
      'p',
      'p after Holm',
      'random sets',
      'stopped early',
      'share of sets that lose nearly all',
    ],
    rows: control.cuts.flatMap(({ cut, layers }) =>
      layers.map((d) => [
        cut,
        d.layer,
        control.contrast,
        d.target,
        ...d.targetInterval,
        d.randomMean,
        ...d.difference,
        d.effect,
        ...(d.effectInterval ?? [null, null]),
        d.damage,
        d.damageRandomMean,
        d.residual,
        d.p,
        d.holm,
        d.random.length,
        d.p === null ? null : d.stopped ? 'yes' : 'no',
        d.saturated,
      ]),
    ),
  },
  {
    name: 'control-on-their-own',
    header: [
      'measure',
      'unit',
      'uncut',
      'harm',
      'layer',
      'T: change',
      'T, 95 % low',
      'T, 95 % high',
      'mean R',
      'T − mean R, 95 % low',
      'T − mean R, 95 % high',
      'random sets',
    ],
    rows: control.closed.flatMap((m) =>
      m.layers.map((d) => [
        m.name,
        m.unit,
        m.baseline,
        m.harm,
        d.layer,
        d.target,
        ...d.targetInterval,
        d.randomMean,
        ...d.difference,
        d.random.length,
      ]),
    ),
  },
  {
    name: 'control-matching',
    header: [
      'layer',
      'overlap of random sets with the units cut',
      'mean strength of the units cut',
      'mean strength of random sets',
      'units in the smallest bin',
      'warnings',
    ],
    rows: control.matching.map((d) => [d.layer, d.overlap, d.targetStrength, d.randomStrength, d.smallestBin, d.warnings.join(' ')]),
  },
  ...(control.interchange === null || control.interchange.layers.length === 0
    ? []
    : [
        {
          name: 'interchanged',
          shown: true,
          header: ['layer', 'keeps the count', 'F', 'low', 'high', 'together with'],
          rows: control.interchange.layers.map((of) => [of.layer, of.keeps, of.f, of.low, of.high, of.together.join(', ')]),
        },
      ]),
  {
    name: 'control-random-sets',
    header: ['cut', 'layer', 'set', 'R: change of the contrast (nats)', 'damage (nats a token)', 'residual (nats)'],
    rows: control.cuts.flatMap(({ cut, layers }) =>
      layers.flatMap((d) => d.random.map((value, i) => [cut, d.layer, i, value, d.damageRandom[i] ?? null, d.residualRandom[i] ?? null])),
    ),
  },
  {
    name: 'control-random-sets-on-their-own',
    header: ['measure', 'layer', 'set', 'R: change'],
    rows: control.closed.flatMap((m) => m.layers.flatMap((d) => d.random.map((value, i) => [m.name, d.layer, i, value]))),
  },
];

/** The timing of bars under a cut, in a sentence for a reader who does not see the picture. */
export function timingInWords({ cut, layers }: ControlTiming): string {
  const each = layers.map(({ layer, target, randomRange }) => {
    const beside = randomRange === null ? '' : `, of random sets ${intervalText(randomRange)}`;
    return `layer ${layer} ${numberText(target)}${beside}`;
  });
  return `Cut ${cut}: ${each.join('; ')}.`;
}
