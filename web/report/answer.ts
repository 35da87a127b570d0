import type { LayerAnswer, Study, StudyHeadline } from '../figures/contract/study.ts';
import { figuresOf } from '../figures/index.ts';
import { fixedText } from '../figures/number.ts';
import { make, type Child } from './element.ts';
import { scores } from './scores.ts';
import { verdictWord } from './verdicts.ts';

/** Lines of notation that each of the two tunes shows at first. */
const firstLines = 2;

/** The layers beside each other, a question a row; a row of which nothing is known is left out. */
function layerTable({ layers }: StudyHeadline): HTMLElement {
  const share = (value: number | null): Child => (value === null ? '–' : `${fixedText(100 * value, 1)} %`);
  const rows: [string, (layer: LayerAnswer) => Child, boolean][] = [
    [
      'units that beat',
      ({ beating, unitsInLayer }) => (beating === null ? '–' : `${beating} of ${unitsInLayer}`),
      layers.some(({ beating }) => beating !== null),
    ],
    ['units cut', ({ units, unitsInLayer }) => `${units} of ${unitsInLayer}`, true],
    ['measures counted', ({ countedUncut }) => share(countedUncut), layers.some(({ countedUncut }) => countedUncut !== null)],
    ['with them cut', ({ countedCut }) => share(countedCut), layers.some(({ countedCut }) => countedCut !== null)],
    ['with random ones cut', ({ countedRandom }) => share(countedRandom), layers.some(({ countedRandom }) => countedRandom !== null)],
    ['serves counting', ({ counts }) => verdictWord(counts), true],
    ['relays the bar', ({ relays }) => verdictWord(relays), true],
  ];
  return make(
    'div',
    { class: 'layers', tabindex: '0', role: 'group', 'aria-label': 'The layers' },
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, make('td'), ...layers.map(({ layer }) => make('th', { scope: 'col' }, `layer ${layer}`)))),
      make(
        'tbody',
        {},
        ...rows
          .filter(([, , known]) => known)
          .map(([name, cell]) => make('tr', {}, make('th', { scope: 'row' }, name), ...layers.map((layer) => make('td', {}, cell(layer))))),
      ),
    ),
  );
}

/**
 * The first screen: the question, the answer, the layers, one picture, two tunes; of a study that answers no question, its title and what there is to hear.
 * @param head the figure that is the answer as a picture; null where the study has none.
 */
export function answer(study: Study, head: HTMLElement | null): { element: HTMLElement; draw: () => void } {
  const { headline, title } = study;
  const answers = figuresOf(study)
    .flatMap(({ figure, data }) => (figure === null || data === null ? [] : [figure.answer?.(data, study) ?? null]))
    .filter((of) => of !== null);
  const pictures = answers.flatMap(({ picture }) =>
    picture === undefined ? [] : [{ ...picture, place: make('div', { class: 'picture' }) }],
  );
  const shown = answers.flatMap((of) => of.tunes);
  const tunes = make('div', { class: 'notation' });
  const beside =
    headline === null || headline.layers.length === 0
      ? []
      : [
          make(
            'div',
            {},
            layerTable(headline),
            ...headline.disagreements.map((sentence) => make('p', { class: 'disagreement' }, sentence)),
            ...answers.flatMap(({ beside: sentence }) => (sentence === undefined ? [] : [make('p', { class: 'otherwise' }, sentence)])),
          ),
        ];
  const element = make(
    'header',
    { class: 'answer' },
    ...(headline === null
      ? [make('h1', {}, title)]
      : [make('p', { class: 'kicker' }, title), make('h1', {}, headline.question), make('p', { class: 'said' }, headline.answer)]),
    head,
    beside.length + pictures.length === 0
      ? null
      : make(
          'div',
          { class: beside.length > 0 && pictures.length > 0 ? 'pair' : '' },
          ...beside,
          ...pictures.map(({ place, caption }) => make('figure', { class: 'small' }, place, make('figcaption', {}, caption))),
        ),
    ...(headline === null || beside.length > 0
      ? []
      : headline.disagreements.map((sentence) => make('p', { class: 'disagreement' }, sentence))),
    tunes,
  );
  const draw = (): void => {
    for (const picture of pictures) {
      // A picture that fails must not take the rest of the page with it.
      try {
        picture.place.replaceChildren(picture.draw({ scheme: 'auto' }));
      } catch (error) {
        picture.place.replaceChildren(make('p', { role: 'alert' }, 'The picture could not be drawn. Its numbers are in study.json.'));
        console.error(error);
      }
    }
    if (shown.length > 0) scores(tunes, shown, firstLines, 'h2');
  };
  return { element, draw };
}
