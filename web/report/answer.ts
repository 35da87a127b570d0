import { drawAnswer } from '../figures/answer.ts';
import type { Control, Cut, Headline, LayerAnswer, Study } from '../figures/data.ts';
import { fixedText, intervalText, numberText, probabilityText } from '../figures/number.ts';
import { make, type Child } from './element.ts';
import { scores } from './scores.ts';
import { verdictWord } from './verdicts.ts';

/** Lines of notation that each of the two tunes shows at first. */
const firstLines = 2;

/** The layers beside each other, a question a row; a row of which nothing is known is left out. */
function layerTable({ layers }: Headline): HTMLElement {
  const share = (value: number | null): Child => (value === null ? '–' : `${fixedText(100 * value, 1)} %`);
  const rows: [string, (layer: LayerAnswer) => Child, boolean][] = [
    ['units that beat', ({ beating, unitsInLayer }) => (beating === null ? '–' : `${beating} of ${unitsInLayer}`), layers.some(({ beating }) => beating !== null)],
    ['units cut', ({ units, unitsInLayer }) => `${units} of ${unitsInLayer}`, true],
    ['measures counted', ({ countedUncut }) => share(countedUncut), layers.some(({ countedUncut }) => countedUncut !== null)],
    ['with them cut', ({ countedCut }) => share(countedCut), layers.some(({ countedCut }) => countedCut !== null)],
    ['with random ones cut', ({ countedRandom }) => share(countedRandom), layers.some(({ countedRandom }) => countedRandom !== null)],
    ['serves counting', ({ counts }) => verdictWord(counts), true],
    ['relays the bar', ({ relays }) => verdictWord(relays), true],
  ];
  return make('div', { class: 'layers', tabindex: '0', role: 'group', 'aria-label': 'The layers' }, make('table', {},
    make('thead', {}, make('tr', {}, make('td'), ...layers.map(({ layer }) => make('th', { scope: 'col' }, `layer ${layer}`)))),
    make('tbody', {}, ...rows.filter(([, , known]) => known).map(([name, cell]) =>
      make('tr', {}, make('th', { scope: 'row' }, name), ...layers.map((layer) => make('td', {}, cell(layer))))))));
}

/** What the small picture shows, with the numbers that stand nowhere else on the first screen. */
function captionOf(control: Control, { verdicts }: Study): string {
  const tested = verdicts.filter(({ subject, holm }) => subject !== 'article' && holm !== null);
  const claims = [...new Set(tested.map(({ claim }) => claim))].map((claim) =>
    `${claim}: ${tested.filter((verdict) => verdict.claim === claim).map(({ subject, holm }) => `${probabilityText(holm!)} (${subject})`).join(', ')}`);
  return `Diamonds: the units cut, with intervals that hold for all layers at once at 95 %; ticks: as many random units, at most ${control.sets} sets; ${control.tunes} tunes. `
    + `The axis is the change of the timing contrast, nats; uncut it is ${numberText(control.contrast)} (${intervalText(control.contrastInterval)}).${claims.length === 0 ? '' : ` p after Holm, ${claims.join('; ')}.`} All of it in figure 6.`;
}

/**
 * The cut with most to hear: of the layers whose units serve counting, where any do, the one without whose units the network counts
 * least on its own; without a control, that of the tune that counts least.
 */
export function tellingCut({ headline, figures }: Study): Cut | undefined {
  const cuts = figures.excision?.cuts ?? [];
  const layers = headline.layers.map((of) => ({ of, cut: cuts.find(({ layer }) => layer === of.layer) })).filter((d): d is { of: LayerAnswer; cut: Cut } => d.cut !== undefined);
  const serving = layers.filter(({ of }) => of.counts === 'supported');
  const counted = ({ of, cut: { tune } }: { of: LayerAnswer; cut: Cut }): number => of.countedCut ?? (tune.total === 0 ? 0 : tune.strictlyCounted / tune.total);
  return (serving.length > 0 ? serving : layers).toSorted((a, b) => counted(a) - counted(b))[0]?.cut;
}

/** The first screen: the question, the answer, the layers, one picture, two tunes. */
export function answer(study: Study): { element: HTMLElement; draw: () => void } {
  const { headline, figures } = study;
  const control = figures.excision?.control ?? null;
  const picture = make('div', { class: 'picture' });
  const tunes = make('div', { class: 'notation' });
  const element = make('header', { class: 'answer' },
    make('p', { class: 'kicker' }, study.title),
    make('h1', {}, headline.question),
    make('p', { class: 'said' }, headline.answer),
    make('div', { class: control === null ? '' : 'pair' },
      make('div', {}, layerTable(headline), ...headline.disagreements.map((sentence) => make('p', { class: 'disagreement' }, sentence))),
      control === null ? null : make('figure', { class: 'small' }, picture, make('figcaption', {}, captionOf(control, study)))),
    tunes);
  const cut = tellingCut(study);
  const shown = [
    ...(figures.tune === null ? [] : [{ tune: figures.tune.tune, divergence: null }]),
    ...(cut === undefined ? [] : [{ tune: cut.tune, divergence: cut.firstDivergence }]),
  ];
  const draw = (): void => {
    // A picture that fails must not take the rest of the page with it.
    try {
      if (control !== null) picture.replaceChildren(drawAnswer(control, { scheme: 'auto' }));
    } catch (error) {
      picture.replaceChildren(make('p', { role: 'alert' }, 'The picture could not be drawn. Its numbers are in study.json.'));
      console.error(error);
    }
    if (shown.length > 0) scores(tunes, shown, firstLines, 'h2');
  };
  return { element, draw };
}
