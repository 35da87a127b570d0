import './sweep.css';
import { fixedText, numberText, probabilityText } from '../figures/number.ts';
import { themeSheet } from '../figures/style.ts';
import { effectsOf, level, ranked, standsOut, type Sweep } from './data.ts';
import { effectPlot, mostRows } from './effect-plot.ts';

const rows = 50;

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = '', className = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function choice(label: string, values: readonly string[], chosen: (at: number) => void): HTMLElement {
  const place = element('label', `${label} `);
  const select = element('select');
  select.append(
    ...values.map((value, at) => {
      const option = element('option', value);
      option.value = String(at);
      return option;
    }),
  );
  select.addEventListener('change', () => chosen(Number(select.value)));
  place.append(select);
  place.hidden = values.length < 2;
  return place;
}

/** The page of a sweep: a picture and a table of one figure on one network at one temperature. */
function build(sweep: Sweep): void {
  const style = element('style', themeSheet());
  const main = element('main');
  const places = sweep.conditions
    .map(({ model, temperature }) => ({ model, temperature }))
    .filter((place, at, all) => all.findIndex((of) => of.model === place.model && of.temperature === place.temperature) === at);
  const picture = element('figure');
  const table = element('table');
  const said = element('p', '', 'said');
  let figure = 0;
  let place = 0;

  const show = (): void => {
    const of = places[place];
    if (of === undefined) return;
    const { label, unit } = sweep.figures[figure]!;
    const effects = effectsOf(sweep, figure, of.model, of.temperature);
    const isShare = unit === 'share';
    const text = (value: number): string => (isShare ? `${fixedText(100 * value, 2)} %` : numberText(value, 4));
    const change = (value: number): string => (isShare ? fixedText(100 * value, 2) : numberText(value, 4));
    const out = effects.filter(standsOut);
    said.textContent =
      `${label}: ${out.length} of ${effects.length} plans stand out (q at most ${level}). ` +
      (effects[0] === undefined ? '' : `As the network is: ${text(effects[0].baseline)}.`);
    picture.replaceChildren(
      effectPlot(effects.length <= mostRows ? ranked(effects) : effects, isShare ? `${label}, points` : label, isShare ? 100 : 1, {
        scheme: 'auto',
      }),
    );
    const head = element('tr');
    head.append(
      ...['plan', 'under it', isShare ? 'difference, points' : 'difference', '95 % interval', 'p', 'q'].map((name) => element('th', name)),
    );
    table.replaceChildren(
      head,
      ...ranked(effects)
        .slice(0, rows)
        .map((effect) => {
          const row = element('tr', '', standsOut(effect) ? 'out' : '');
          row.append(
            element('th', effect.plan),
            ...[
              text(effect.operated),
              change(effect.difference),
              `${change(effect.low)} to ${change(effect.high)}`,
              effect.p === null ? '' : probabilityText(effect.p),
              effect.q === null ? '' : probabilityText(effect.q),
            ].map((cell) => element('td', cell)),
          );
          return row;
        }),
    );
    document.documentElement.dataset.drawn = String(effects.length);
  };

  const asks = element('p', '', 'asks');
  asks.append(
    choice(
      'Figure',
      sweep.figures.map(({ label }) => label),
      (at) => {
        figure = at;
        show();
      },
    ),
    choice(
      'Network',
      places.map(({ model, temperature }) => `${model}, temperature ${numberText(temperature)}`),
      (at) => {
        place = at;
        show();
      },
    ),
  );
  main.append(
    element('h1', sweep.title),
    element(
      'p',
      `Each plan beside the same network to which nothing is done, over ${sweep.seeds} seeds with the same random numbers` +
        `${sweep.headers.length > 1 ? `, a seed's tunes under ${sweep.headers.length} headers taken together` : ''}. ` +
        'Intervals are 95 % over seeds, drawn with replacement; p is two-sided, by swapping the two tunes of seeds; q is p after Benjamini and Hochberg over the plans.' +
        (sweep.missing > 0 ? ` ${sweep.missing} plans are left out: not all of their tunes are there yet.` : ''),
    ),
    asks,
    said,
    picture,
    table,
  );
  document.head.append(style);
  document.body.append(main);
  show();
}

try {
  build(JSON.parse(document.getElementById('sweep')?.textContent ?? '') as Sweep);
} catch (e) {
  if (!(e instanceof SyntaxError)) throw e;
  document.body.append(element('p', 'This page holds no sweep: it is the empty form that “lilt sweep effects --page” fills.'));
}
