import { incipit, onPaper } from './paper.ts';

export type PaperSize = 'a4' | 'letter';

export interface BookletOptions {
  /** What stands at the head of it. */
  title: string;
  /** The tunes in ABC. */
  tunes: readonly string[];
}

/** How wide a line is drawn, and a beginning in the contents, in pixels; on paper they are scaled to their places. */
const lineWidth = 800;
const incipitWidth = 340;

/** The rules that set a booklet on its pages: no page ends inside a line, and a tune stays together where it fits on one. */
export const bookletStyle = `.booklet { color: #000; background: #fff; font: 11pt/1.4 Helvetica, Arial, sans-serif; }
.booklet h1 { font-size: 19pt; margin: 0 0 5mm; }
.booklet .contents { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 8mm; margin: 0 0 8mm; padding: 0; list-style: none; }
.booklet .contents li { break-inside: avoid; min-width: 0; }
.booklet .contents a { color: inherit; text-decoration: none; display: block; font-size: 9.5pt; overflow-wrap: anywhere; }
.booklet .tune { break-inside: avoid; margin: 0 0 7mm; }
.booklet h2 { font-size: 13.5pt; margin: 0; break-after: avoid; overflow-wrap: anywhere; }
.booklet .about { font-size: 9.5pt; margin: 0; break-after: avoid; }
.booklet .line { display: block; width: 100%; height: auto; break-inside: avoid; overflow: visible; }
.booklet .contents .line { max-width: 100%; }`;

/** Tunes one after another, with the beginnings of all at the head where there are several. The host must be in the page. */
export function booklet(host: HTMLElement, { title, tunes }: BookletOptions): HTMLElement {
  const { ownerDocument: document } = host;
  const make = (tag: string, name: string, ...children: (Node | string)[]): HTMLElement => {
    const element = document.createElement(tag);
    if (name !== '') element.setAttribute('class', name);
    element.append(...children);
    return element;
  };
  const drawn = tunes.map((abc) => ({ abc, ...onPaper(host, abc, lineWidth) })).filter(({ lines }) => lines.length > 0);
  const several = drawn.length > 1;
  const root = make('main', 'booklet');
  if (several) {
    const contents = make('ol', 'contents');
    for (const [i, { abc, title: name }] of drawn.entries()) {
      const link = make('a', '', `${i + 1}  ${name}`);
      link.setAttribute('href', `#tune-${i + 1}`);
      const picture = incipit(host, abc, incipitWidth);
      contents.append(make('li', '', link, ...(picture === null ? [] : [picture])));
    }
    root.append(make('h1', '', title), contents);
  }
  for (const [i, { title: name, about, lines }] of drawn.entries()) {
    const section = make('section', 'tune', make('h2', '', several ? `${i + 1}  ${name}` : name));
    section.setAttribute('id', `tune-${i + 1}`);
    section.setAttribute('aria-label', name);
    if (about !== '') section.append(make('p', 'about', about));
    section.append(...lines);
    root.append(section);
  }
  return root;
}
