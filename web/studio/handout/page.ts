import { colourBar, heatMap } from '../../figures/heat-map.ts';
import { Sheet } from '../../figures/panels.ts';
import { diverging } from '../../figures/style.ts';
import { tokenStrip } from '../../figures/token-strip.ts';
import { keyOf, keyText } from '../../score/key.ts';
import { player } from '../../score/player.ts';
import { engrave } from '../../score/score.ts';
import type { Handout } from '../api/shapes.ts';
import { nameAt } from '../reading/names.ts';
import { timelineOf } from '../reading/timeline.ts';
import { make } from './make.ts';

type HandoutTune = Handout['tunes'][number];

const pictureWidth = 860;
const margin = { left: 34, right: 4 };

/** A layer's picture, a unit a row and a step a column, with a line that follows the sound. */
function picture(host: HTMLElement, { site, layer, matrix }: HandoutTune['pictures'][number]): SVGSVGElement {
  const sheet = new Sheet({ scheme: 'auto', width: pictureWidth });
  const height = Math.min(300, Math.max(90, matrix.rows * 0.55));
  const figure = sheet.stack(`${site} of layer ${layer}: ${matrix.rows} units from the top, ${matrix.columns} steps from the left`, [
    {
      title: `Layer ${layer}, ${site}: a unit a row, a step a column`,
      plot: sheet.plot({
        height,
        marginTop: 2,
        marginBottom: 2,
        marginLeft: margin.left,
        marginRight: margin.right,
        x: { domain: [0, matrix.columns], axis: null },
        y: { domain: [matrix.rows, 0], ticks: 4, tickSize: 3, label: null },
        marks: heatMap(sheet, matrix, diverging, { width: pictureWidth - margin.left - margin.right, height: height - 4 }),
      }),
    },
    { title: '', plot: colourBar(sheet, diverging, matrix.lowest, matrix.highest, `${site}, red over zero and blue under it`) },
  ]);
  const place = make('div', { class: 'picture' }, figure, make('div', { class: 'now', hidden: '' }));
  host.append(place);
  return figure;
}

function section(held: HandoutTune, all: readonly HandoutTune[], width: number): HTMLElement {
  const { tune: detail, firstDivergence: at, pictures, sentences } = held;
  const { tune } = detail;
  const element = make(
    'section',
    { 'aria-label': detail.name },
    make('h2', {}, detail.name),
    make(
      'p',
      { class: 'about' },
      `${detail.kind === 'given' ? 'read by the network' : `seed ${detail.seed}, temperature ${detail.temperature}`}, ${[tune.meter, keyText(keyOf(tune.abc))].filter((part) => part !== '').join(' · ')}; ${tune.counted} of ${tune.total} measures counted.${at === null ? '' : ` It parts from its baseline at step ${at}.`}`,
    ),
    detail.unread === '' ? null : make('p', { class: 'about' }, detail.unread),
    make(
      'div',
      {},
      sentences.length === 0 ? null : make('ul', { class: 'done' }, ...sentences.map((sentence) => make('li', {}, sentence))),
    ),
  );
  document.querySelector('.tunes')!.append(element);
  const score = engrave(element, tune, { divergence: at, width, verdicts: 'all', ownText: detail.written !== null });
  const timeline = timelineOf(detail.notes);
  // A person's own tune sounds with its grace notes, voices and parts, which are among the notes.
  const heard =
    detail.written === null
      ? score
      : {
          length: timeline.length,
          bars: detail.bars,
          chords: timelineOf(detail.accompaniment).events,
          events: timeline.events.map((event) => ({ ...event, marks: [...score.marksAt(timeline.stepAt(event.at))] })),
        };
  const follow = (time: number | null): void => {
    for (const line of element.querySelectorAll<HTMLElement>('.now')) {
      // Of the picture for light and the one for dark, the one that shows.
      const place = line.parentElement!.getBoundingClientRect();
      const shown = [...line.parentElement!.querySelectorAll('image')]
        .map((image) => image.getBoundingClientRect())
        .find(({ width }) => width > 0);
      line.hidden = time === null || shown === undefined;
      if (time === null || shown === undefined) continue;
      const left = shown.left - place.left + ((timeline.stepAt(time) + 0.5) / tune.tokens.length) * shown.width;
      Object.assign(line.style, { left: `${left}px`, top: `${shown.top - place.top}px`, height: `${shown.height}px` });
    }
  };
  score.element.before(player(heard, detail.name, { wholeNote: 60 / detail.wholeNotesPerMinute, meter: tune.meter, follow }));
  const sheet = new Sheet({ scheme: 'auto', width: pictureWidth });
  const names = tune.tokens.map((_, step) => nameAt(detail, step));
  element.append(
    make(
      'details',
      {},
      make('summary', {}, 'Its tokens'),
      make(
        'div',
        { class: 'strip' },
        sheet.stack(`The tokens of ${detail.name}`, [tokenStrip(sheet, tune, at, 'The tokens by step', null, names)]),
      ),
    ),
  );
  const inside = make('details', { class: 'inside', ...(all.length === 1 ? { open: '' } : {}) }, make('summary', {}, 'Inside the network'));
  // Two runs are opened together, to be held against each other.
  inside.addEventListener('toggle', () => {
    for (const other of document.querySelectorAll<HTMLDetailsElement>('.inside')) other.open = inside.open;
  });
  element.append(inside);
  for (const each of pictures) picture(inside, each);
  element.append(
    make(
      'p',
      { class: 'made' },
      'Made by ',
      make('code', {}, detail.command),
      ` on a model with the hash ${detail.modelHash.slice(0, 12)}.`,
    ),
    make('details', {}, make('summary', {}, 'In ABC'), make('pre', {}, detail.written ?? tune.abc)),
  );
  return element;
}

/** Builds the page: each tune with its score, its sound and what went on inside; two runs stand side by side. */
export function buildHandout(handout: Handout): void {
  const two = handout.tunes.length === 2;
  document.body.append(
    make(
      'main',
      {},
      make(
        'header',
        {},
        make('h1', {}, handout.title),
        make('p', {}, `Made with Lilt ${handout.version} on ${handout.created.slice(0, 10)}. Everything here is in this file.`),
      ),
      make('div', { class: two ? 'tunes two' : 'tunes' }),
    ),
  );
  // On a narrow screen fewer measures a line are read better than small ones.
  const room = Math.max(280, document.documentElement.clientWidth - 48);
  for (const tune of handout.tunes) section(tune, handout.tunes, Math.min(two ? 560 : 800, room));
  document.documentElement.dataset.drawn = 'true';
}
