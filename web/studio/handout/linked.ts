import type { StudyTune } from '../../figures/contract/study.ts';
import { player } from '../../score/player.ts';
import { engrave } from '../../score/score.ts';
import type { LinkedTune } from '../../score/tune-link.ts';
import { make } from './make.ts';

const header = (abc: string, letter: string): string | null => new RegExp(`^${letter}:[ \\t]*(.*)$`, 'm').exec(abc)?.[1]?.trim() ?? null;

/** A meter as numbers: 4/4 of C. */
const numbers = (meter: string): string => (meter === 'C' ? '4/4' : meter === 'C|' ? '2/2' : meter);

/** A text of notation alone as the drawing takes it: nothing is known of what a network did. */
const drawable = (title: string, abc: string, meter: string): StudyTune => ({
  name: title,
  tokens: [],
  abc,
  offsets: [],
  cut: false,
  meter,
  measure: '',
  measures: [],
  total: 0,
  counted: 0,
  strictlyCounted: 0,
  measureSteps: [],
});

/** Builds the page of a tune that a link holds: its score and its sound. */
export function buildLinked({ title, abc, wholeNotesPerMinute }: LinkedTune): void {
  document.title = title;
  const meter = numbers(header(abc, 'M') ?? '');
  const key = header(abc, 'K') ?? '';
  const place = make('section', { 'aria-label': title });
  document.body.append(
    make(
      'main',
      { class: 'linked' },
      make('header', {}, make('h1', {}, title), make('p', {}, [meter, key].filter((text) => text !== '').join(', '))),
      make('div', { class: 'tunes' }, place),
    ),
  );
  const room = Math.max(280, document.documentElement.clientWidth - 48);
  // The title stands over the page; a tempo beside the slider.
  const shown = abc.replace(/^[TQ]:.*\n/gm, '');
  const score = engrave(place, drawable(title, shown, meter), { width: Math.min(860, room), verdicts: 'none', ownText: true });
  if (score.element.querySelector('.abcjs-note, .abcjs-rest') === null) {
    place.append(make('p', { class: 'explain' }, 'The link holds no music that can be drawn.'));
  } else score.element.before(player(score, title, { wholeNote: 60 / wholeNotesPerMinute, meter }));
  place.append(make('details', {}, make('summary', {}, 'In ABC'), make('pre', {}, abc)));
  document.documentElement.dataset.drawn = 'true';
}
