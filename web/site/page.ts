import { posix } from 'node:path';
import css from './site.css?raw';

/** A page of the site. */
export interface Page {
  /** Where it lies in the site, with `/` between: `docs/study.html`. */
  path: string;
  title: string;
  /** What stands in it, as HTML whose links lead from where the page lies. */
  body: string;
  /** Whether it is as broad as the window. */
  broad?: boolean;
}

/** What is found from every page: a name, and where it lies. */
const places: readonly [string, string][] = [
  ['Lilt', 'index.html'],
  ['Tutorial', 'docs/tutorial.html'],
  ['Studies', 'studies/index.html'],
  ['Gallery', 'gallery/index.html'],
  ['Recipes', 'recipes/index.html'],
  ['Documents', 'docs/index.html'],
  ['.NET API', 'api/index.html'],
  ['Python API', 'python/index.html'],
];

/** A text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The way from one file of the site to another. */
export const way = (from: string, to: string): string => posix.relative(posix.dirname(from), to) || posix.basename(to);

/** What a program said, or is told, as it stands. */
export const block = (text: string, kind: 'told' | 'said' = 'told'): string => {
  const whole = text.trimEnd();
  // A command of one line is broken where the page ends; what has lines of its own is moved sideways.
  const name = kind === 'said' ? 'said' : whole.includes('\n') ? null : 'line';
  return `<pre${name === null ? '' : ` class="${name}"`} tabindex="0"><code>${escaped(whole)}</code></pre>`;
};

/** The whole file of a page: style inside, and nothing that is loaded but pictures and sound of the site itself. */
export const whole = ({ path, title, body, broad }: Page, version: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title === 'Lilt' ? title : `${title} · Lilt`)}</title>
<style>${css.replace(/\s+/g, ' ')}</style>
</head>
<body>
<header><nav aria-label="Site">${places
  .map(([name, to]) => `<a href="${way(path, to)}"${to === path ? ' aria-current="page"' : ''}>${name}</a>`)
  .join('\n')}</nav></header>
<main${broad === true ? ' class="broad"' : ''}>
${body}
</main>
<footer>Lilt ${escaped(version)}, MIT License. This site loads nothing from elsewhere; links to other sites are links alone.</footer>
</body>
</html>
`;
