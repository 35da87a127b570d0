import type { Study } from '../figures/contract/study.ts';
import { fileName, type Figure, type StudyFigure } from '../figures/figure.ts';
import { figuresOf } from '../figures/index.ts';
import { numberText } from '../figures/number.ts';
import { themeSheet } from '../figures/style.ts';
import { csv, type Table } from '../figures/table.ts';
import { answer } from './answer.ts';
import { make, tool } from './element.ts';
import { scores, type Heard } from './scores.ts';
import { verdictList } from './verdicts.ts';

/** Hands the reader a file made on the spot. */
function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** At most so many rows of a table are shown on the page; all of them are in its CSV. */
const mostRows = 60;

function numbers(table: Table): HTMLElement {
  const text = (value: string | number | null): string => (value === null ? '' : typeof value === 'number' ? numberText(value, 5) : value);
  return make(
    'div',
    { class: 'numbers' },
    make(
      'table',
      {},
      make('caption', {}, table.name.replaceAll('-', ' ')),
      make('thead', {}, make('tr', {}, ...table.header.map((cell) => make('th', { scope: 'col' }, cell)))),
      make('tbody', {}, ...table.rows.slice(0, mostRows).map((row) => make('tr', {}, ...row.map((cell) => make('td', {}, text(cell)))))),
    ),
  );
}

const heading = (figure: Figure): HTMLElement =>
  make('h2', {}, make('small', {}, figure.number === null ? (figure.label ?? '') : `Figure ${figure.number}`), figure.title);

/** A figure's line in the table of contents. */
const entry = (figure: Figure): HTMLElement =>
  make(
    'li',
    {},
    make('span', {}, figure.number === null ? '' : String(figure.number)),
    make('a', { href: `#${fileName(figure)}` }, figure.title),
  );

/** Lines of notation that a tune shows at first. */
const firstLines = 4;
/** Fewer under a picture that goes along with it. */
const fewLines = 2;

/** The widths that a figure which fits its place is drawn at, in pixels. */
const narrowest = 340;
const widest = 860;

/** The study's verdicts, and where they disagree. */
const verdictsOf = ({ verdicts, headline }: Study): HTMLElement[] => [
  verdictList(verdicts),
  ...(headline?.disagreements ?? []).map((sentence) => make('p', { class: 'disagreement' }, sentence)),
];

function section(figure: Figure, data: StudyFigure, study: Study): { element: HTMLElement; draw: () => void; heard: Heard | undefined } {
  const id = fileName(figure);
  const head = figure.head === true;
  const beside = make(
    'div',
    { class: 'beside' },
    data.article === null ? null : make('p', {}, make('b', {}, 'The article'), data.article),
    // On the first screen the answer itself has said it.
    head && data.here === study.headline?.answer ? null : make('p', { class: 'here' }, make('b', {}, 'Found here'), data.here),
  );
  const picture = make('div', {
    class: figure.fits === true ? 'picture fits' : 'picture',
    tabindex: '0',
    role: 'group',
    'aria-label': figure.title,
  });
  let options: Record<string, unknown> = {};
  let drawnAt: number | null = null;
  const place = (): number => Math.round(Math.min(widest, Math.max(narrowest, picture.clientWidth)));
  const draw = (): void => {
    // One figure that fails must not take the others with it.
    try {
      drawnAt = place();
      picture.replaceChildren(figure.draw(data, { scheme: 'auto', ...(figure.fits === true ? { width: drawnAt } : {}), ...options }));
    } catch (error) {
      picture.replaceChildren(
        make('p', { role: 'alert' }, `This figure could not be drawn: ${(error as Error).message}. Its numbers are in study.json.`),
      );
      console.error(error);
    }
  };
  // A reader turns the phone, or makes the window narrow.
  if (figure.fits === true) {
    new ResizeObserver(() => {
      if (drawnAt !== null && picture.clientWidth > 0 && place() !== drawnAt) draw();
    }).observe(picture);
  }
  const views = make('div', { class: 'views', role: 'group', 'aria-label': 'View' });
  for (const [i, view] of (figure.views ?? []).entries()) {
    const button = make('button', { type: 'button', 'aria-pressed': String(i === 0) }, view.name);
    button.addEventListener('click', () => {
      for (const other of views.children) other.setAttribute('aria-pressed', String(other === button));
      options = view.options;
      draw();
    });
    views.append(button);
  }
  let tables: Table[] = [];
  try {
    tables = figure.tables(data);
  } catch {
    // The figure itself will fail on the same numbers, and says so.
  }
  const shown = tables.filter((table) => table.shown === true && table.rows.length > 0);
  const caption = make(
    'figcaption',
    {},
    make('p', {}, head && figure.number !== null ? make('b', {}, `Figure ${figure.number}. `) : null, data.caption),
    make(
      'p',
      {},
      'Made by ',
      make('code', {}, data.command),
      data.files.length === 0 ? null : `; full numbers in ${data.files.join(', ')}.`,
    ),
    make(
      'div',
      { class: 'tools' },
      'Numbers (CSV): ',
      ...tables.map((table) => tool(table.name, () => download(`${id}-${table.name}.csv`, 'text/csv;charset=utf-8', csv(table)))),
      tool('picture (SVG)', () => download(`${id}.svg`, 'image/svg+xml', figure.draw(data, { scheme: 'light', ...options }).outerHTML)),
    ),
  );
  const notation = make('div', { class: 'notation' });
  // Under a picture that goes along with it, the notation leaves the picture in view.
  const follows = figure.follow !== undefined;
  const shownFigure = make('figure', {}, views.children.length > 0 ? views : null, picture, follows ? notation : null, caption);
  const element = make(
    'section',
    { id, 'data-figure': figure.name, ...(head ? { class: 'head', 'aria-label': figure.title } : {}) },
    ...(head ? [shownFigure, beside] : [heading(figure), beside]),
    ...(figure.verdicts === true ? verdictsOf(study) : []),
    follows ? null : notation,
    head ? null : shownFigure,
    shown.length === 0 ? null : make('details', {}, make('summary', {}, 'Tables'), ...shown.map(numbers)),
  );
  return {
    element,
    draw,
    heard: follows
      ? (tune, step) => {
          const drawn = picture.querySelector<SVGSVGElement>('svg.lilt-figure');
          if (drawn !== null) figure.follow!(drawn, data, tune, step);
        }
      : undefined,
  };
}

/** Builds the whole report from a study into the page's body. Resolves when all is drawn. */
export async function buildReport(study: Study): Promise<void> {
  document.head.append(make('style', {}, themeSheet()));
  document.title = study.headline?.question ?? study.title;
  const { provenance } = study;
  const facts: [string, string][] = [
    ['model', `${provenance.model}, ${provenance.layers} × ${provenance.units} units, ${provenance.vocabulary} tokens`],
    ['model hash', provenance.modelHash],
    ['seed', `${provenance.seed} (${provenance.rng})`],
    ['temperature', String(provenance.temperature)],
    ['prime', provenance.prime || 'none'],
    ['Lilt', provenance.version],
  ];
  const found = figuresOf(study);
  const [head = null] = found.flatMap(({ name, figure, data }) =>
    figure?.head === true && data !== null ? [{ name, figure, ...section(figure, data, study) }] : [],
  );
  const first = answer(study, head === null ? null : head.element);
  const aboutTitle = study.headline === null ? 'What was found' : 'What else was found';
  const placed = study.verdicts.length === 0 || found.some(({ figure, data }) => data !== null && figure?.verdicts === true);
  const about = make(
    'section',
    { id: 'about' },
    make('h2', {}, aboutTitle),
    ...(placed ? [] : [verdictList(study.verdicts)]),
    make('ul', { class: 'summary' }, ...study.summary.map((sentence) => make('li', {}, sentence))),
    make('p', { class: 'article' }, study.article),
    make(
      'dl',
      { class: 'provenance' },
      ...facts.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]),
      make('dt', {}, 'made by'),
      make('dd', {}, make('code', {}, provenance.command)),
      make('dt', {}, 'checked by'),
      make('dd', {}, make('code', {}, provenance.verify)),
    ),
  );
  const main = make('main', {}, about);
  const list = make(
    'ol',
    {},
    head === null ? null : entry(head.figure),
    make('li', {}, make('span'), make('a', { href: '#about' }, aboutTitle)),
  );
  document.body.append(
    make('div', { class: 'page' }, first.element, make('nav', { 'aria-label': 'Contents' }, make('strong', {}, 'Contents'), list), main),
  );

  const work: (() => void)[] = [first.draw];
  const missing: { figure: Figure; why: string }[] = [];
  for (const { name, figure, data } of found) {
    if (figure === null) {
      main.append(
        make('section', {}, make('h2', {}, name), make('p', {}, 'No picture of this figure is known here. Its numbers are in study.json.')),
      );
      continue;
    }
    if (data === null) {
      missing.push({ figure, why: study.leftOut.find((of) => of.figure === name)?.why ?? 'it could not be made from this tune and model' });
      continue;
    }
    if (name !== head?.name) list.append(entry(figure));
    const { element, draw, heard } = name === head?.name ? head : section(figure, data, study);
    if (name !== head?.name) main.append(element);
    const tunes = figure.tunes?.(data) ?? [];
    if (tunes.length > 0)
      work.push(() =>
        scores(element.querySelector<HTMLElement>('.notation')!, tunes, heard === undefined ? firstLines : fewLines, 'h3', heard),
      );
    work.push(draw);
  }
  if (missing.length > 0) {
    main.append(
      make(
        'section',
        { id: 'left-out' },
        make('h2', {}, 'Figures not made'),
        make(
          'ul',
          { class: 'summary' },
          ...missing.map(({ figure, why }) =>
            make(
              'li',
              { id: fileName(figure) },
              figure.number === null ? `${figure.title}: ${why}.` : `Figure ${figure.number} (${figure.title}): ${why}.`,
            ),
          ),
        ),
      ),
    );
    list.append(make('li', {}, make('span'), make('a', { href: '#left-out' }, 'Figures not made')));
  }
  if (study.files.length > 0) {
    main.append(
      make(
        'section',
        { id: 'files' },
        make('h2', {}, 'Beside this page'),
        make('ul', { class: 'files' }, ...study.files.map((file) => make('li', {}, make('code', {}, file.name), ` ${file.what}`))),
      ),
    );
    list.append(make('li', {}, make('span'), make('a', { href: '#files' }, 'Beside this page')));
  }
  // The pictures are drawn one after the other, so that the first can be read while the last is made; all at once for a printer.
  const finish = (): void => {
    while (work.length > 0) work.shift()!();
  };
  addEventListener('beforeprint', finish);
  while (work.length > 0) {
    await new Promise((resolve) => setTimeout(resolve));
    work.shift()?.();
  }
  document.documentElement.dataset.drawn = 'true';
}
