import * as Plot from '@observablehq/plot';
import { changeDomain, changeMarks, type Change } from '../change-plot.ts';
import type { ControlTiming, Excision, ExcisionControl, ExcisionFigure, LayerAnswer, Study, VerdictKind } from '../contract/study.ts';
import type { Answer } from '../figure.ts';
import { intervalText, numberText, probabilityText } from '../number.ts';
import { Sheet, type Panel } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import { interchangeText, timingInWords } from './control.ts';

const titles: Record<'between bars' | 'at bars', string> = {
  'between bars': 'Cut between bars: does it serve counting?',
  'at bars': 'Cut at bars: does it relay the bar?',
};

const changesOf = ({ layers }: ControlTiming): Change[] =>
  layers.map(({ layer, target, targetInterval, random }) => ({ layer, target, random, interval: targetInterval }));

/** The study's answer in one small picture: what cutting each layer's units does to the timing of bars, among what random units of as many do. */
function draw(control: ExcisionControl, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet({ width: 360, ...options });
  const { theme } = sheet;
  const shown = control.cuts.filter(
    (cut): cut is ControlTiming & { cut: keyof typeof titles } => cut.cut !== 'all steps' && cut.layers.length > 0,
  );
  const domain = changeDomain(shown.map(changesOf));
  const panels = shown.map((cut, i): Panel => {
    const last = i === shown.length - 1;
    return {
      title: titles[cut.cut],
      plot: sheet.plot({
        height: 24 * cut.layers.length + (last ? 44 : 20),
        marginLeft: 50,
        marginRight: 8,
        marginTop: 0,
        marginBottom: last ? 42 : 18,
        x: { domain, label: null, ticks: 5, tickSize: 3 },
        y: { domain: cut.layers.map(({ layer }) => `layer ${layer}`), label: null, tickSize: 0, padding: 0 },
        marks: [
          ...changeMarks(sheet, changesOf(cut)),
          ...(last
            ? [
                Plot.text(['← bars come less on time'], { frameAnchor: 'bottom-left', dy: 34, textAnchor: 'start', fill: theme.faint }),
                Plot.text(['as uncut'], { x: 0, frameAnchor: 'bottom', dy: 34, dx: 8, textAnchor: 'end', fill: theme.faint }),
              ]
            : []),
        ],
      }),
    };
  });
  return sheet.stack(
    `Change of the timing contrast in nats when the units that beat with the measures are cut, beside random units of as many. ${shown.map(timingInWords).join(' ')}`,
    panels,
  );
}

/** What the small picture shows, with the numbers that stand nowhere else on the first screen. */
function captionOf(control: ExcisionControl, { verdicts }: Study): string {
  const tested = verdicts.filter(({ subject, holm }) => subject !== 'article' && holm !== null);
  const claims = [...new Set(tested.map(({ claim }) => claim))].map(
    (claim) =>
      `${claim}: ${tested
        .filter((verdict) => verdict.claim === claim)
        .map(({ subject, holm }) => `${probabilityText(holm!)} (${subject})`)
        .join(', ')}`,
  );
  return (
    `Diamonds: the units cut, with intervals that hold for all layers at once at 95 %; ticks: as many random units, at most ${control.sets} sets; ${control.tunes} tunes. ` +
    `The axis is the change of the timing contrast, nats; uncut it is ${numberText(control.contrast)} (${intervalText(control.contrastInterval)}).${claims.length === 0 ? '' : ` p after Holm, ${claims.join('; ')}.`} All of it in figure 6.`
  );
}

const serves: Record<VerdictKind, boolean> = { supported: true, contradicted: false, undetermined: false };

/**
 * The cut with most to hear: of the layers whose units serve counting, where any do, the one without whose units the network counts
 * least on its own; without a control, that of the tune that counts least.
 */
function tellingCut({ cuts }: ExcisionFigure, { headline }: Study): Excision | undefined {
  const layers = (headline?.layers ?? [])
    .map((of) => ({ of, cut: cuts.find(({ layer }) => layer === of.layer) }))
    .filter((d): d is { of: LayerAnswer; cut: Excision } => d.cut !== undefined);
  const serving = layers.filter(({ of }) => serves[of.counts]);
  const counted = ({ of, cut: { tune } }: { of: LayerAnswer; cut: Excision }): number =>
    of.countedCut ?? (tune.total === 0 ? 0 : tune.strictlyCounted / tune.total);
  return (serving.length > 0 ? serving : layers).toSorted((a, b) => counted(a) - counted(b))[0]?.cut;
}

/** The first screen's part of figure 6: the control in a small picture, and the cut with most to hear. */
export function answer(excision: ExcisionFigure, study: Study): Answer {
  const { control } = excision;
  const cut = tellingCut(excision, study);
  return {
    ...(control === null
      ? {}
      : {
          picture: { draw: (options: FigureOptions) => draw(control, options), caption: captionOf(control, study) },
          ...(control.interchange === null ? {} : { beside: interchangeText(control.interchange) }),
        }),
    tunes: cut === undefined ? [] : [cut],
  };
}
