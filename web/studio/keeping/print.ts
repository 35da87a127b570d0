import { booklet, bookletStyle } from '../../score/booklet.ts';
import type { StudyTune } from '../../figures/contract/study.ts';
import { linesOf, titleOf } from '../../score/paper.ts';
import { engrave } from '../../score/score.ts';

/** What is printed in place of the page: nothing else of it is on the paper. */
const sheetStyle = `@page { margin: 15mm; }
${bookletStyle}
.booklet .abcjs-annotation { fill: #555; stroke: none; }
@media screen { .paper { position: absolute; left: -20000px; top: 0; width: 800px; visibility: hidden; } }
@media print {
  html, body { background: #fff !important; color-scheme: light; }
  body > :not(.paper) { display: none !important; }
  .paper { display: block; }
}`;

/** The place of what is printed, empty. */
function place(): HTMLElement {
  document.querySelector('.paper')?.remove();
  const sheet = document.createElement('div');
  sheet.className = 'paper';
  sheet.setAttribute('aria-hidden', 'true');
  const style = document.createElement('style');
  style.textContent = sheetStyle;
  sheet.append(style);
  document.body.append(sheet);
  return sheet;
}

/** Takes away what was printed. */
export function clearPaper(): void {
  document.querySelector('.paper')?.remove();
}

/** Sets one tune on the paper, in the key that it is seen in; a person's own text brings its title along. */
export function setTune(tune: StudyTune, verdicts: boolean, ownText: boolean): void {
  const sheet = place();
  const { element } = engrave(sheet, tune, { width: 800, verdicts: verdicts ? 'all' : 'none', ownText });
  const picture = element.querySelector('svg');
  element.remove();
  const page = document.createElement('main');
  page.className = 'booklet';
  const title = document.createElement('h2');
  title.textContent = tune.name;
  if (!ownText || titleOf(tune.abc) !== tune.name) page.append(title);
  page.append(...(picture === null ? [] : linesOf(picture)));
  sheet.append(page);
}

/** Sets tunes on the paper, one after another, with the beginnings of all at the head. */
export function setBooklet(title: string, tunes: readonly string[]): void {
  const sheet = place();
  sheet.append(booklet(sheet, { title, tunes }));
}
