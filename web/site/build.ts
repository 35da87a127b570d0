/**
 * Writes the pages of the site into a folder that holds what was made for it: `studies/`, `gallery/` and `tunes/`.
 *
 *     node site.mjs CHECKOUT OUT VERSION API.md-FOLDER PYTHON-API.md OUTPUTS TUNES.json
 *
 * API.md-FOLDER is what docfx wrote, OUTPUTS what the recipes printed, TUNES.json the tunes of the first page. Ends with 1 and a line for each fault
 * where a link leads nowhere or anything would be loaded from elsewhere.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { api } from './api.ts';
import { Checkout, type Document } from './checkout.ts';
import { front, type Heard } from './front.ts';
import { faults } from './links.ts';
import { firstSentence, html } from './markdown.ts';
import { escaped, way, whole, type Page } from './page.ts';
import { recipes } from './recipes.ts';
import { drawNarrow, gallery, studies, studiesIn } from './studies.ts';

const [root, out, version, members, python, outputs, tunes] = process.argv.slice(2);
if (tunes === undefined)
  throw new Error('Seven arguments are needed: CHECKOUT OUT VERSION API.md-FOLDER PYTHON-API.md OUTPUTS TUNES.json.');

const checkout = new Checkout(root!);
const rendered = (path: string, source: string, text: string): string =>
  html(text, (href) => {
    const to = checkout.leads(source, href);
    return to === null ? null : to.startsWith('#') ? to : way(path, to);
  });
const page = ({ path, source, title, text }: Document): Page => ({ path, title, body: rendered(path, source, text) });

/** A part of a document, from a heading to the next. */
const section = (source: string, heading: string): string => {
  const text = checkout.text(source)!;
  const begin = text.indexOf(`\n## ${heading}\n`);
  if (begin < 0) throw new Error(`${source} has no heading ${heading}.`);
  const from = text.indexOf('\n', begin + 1);
  const end = text.indexOf('\n## ', from);
  return text.slice(from, end < 0 ? undefined : end);
};

const listed = (room: RegExp): string =>
  checkout.documents
    .filter(({ source }) => room.test(source))
    .map(
      ({ path, title, text }) =>
        `<li><a href="${way('docs/index.html', path)}">${escaped(title)}</a> <span class="faint">${escaped(firstSentence(text))}</span></li>`,
    )
    .join('\n');
const documents: Page = {
  path: 'docs/index.html',
  title: 'Documents',
  body: `<h1>Documents</h1>
<h2>To use it</h2><ul>${listed(/^docs\/(?!quality|architecture)[^/]*$/)}</ul>
<h2>Definitions</h2><ul>${listed(/^docs\/definitions\//)}</ul>
<h2>The model, and how fast all is</h2><ul>${listed(/^(?:models|bench)\//)}</ul>
<h2>How it is built</h2><ul>${listed(/^(?:docs\/(?:quality|architecture)|[^/]*$|web\/)/)}</ul>
<h2>Decisions</h2><ul>${listed(/^docs\/decisions\//)}</ul>`,
};

const stood = studiesIn(join(out!, 'studies'));
for (const one of stood) if (existsSync(join(out!, 'gallery', one.name))) drawNarrow(out!, one);
const pages: Page[] = [
  front(
    out!,
    stood,
    JSON.parse(readFileSync(tunes, 'utf8')) as Heard[],
    rendered('index.html', 'README.md', section('README.md', 'Read on')),
  ),
  studies(stood),
  ...gallery(stood, join(out!, 'gallery')),
  ...recipes(checkout, outputs!),
  documents,
  ...checkout.documents.map(page),
  ...api(members!, checkout),
  {
    path: 'python/index.html',
    title: 'The Python API',
    body: rendered('python/index.html', 'python/README.md', readFileSync(python!, 'utf8')),
  },
];

const texts = new Map(pages.map((one) => [one.path, whole(one, version!)]));
for (const file of checkout.taken) {
  mkdirSync(join(out!, dirname(file)), { recursive: true });
  copyFileSync(join(root!, file), join(out!, file));
}
for (const [path, text] of texts) {
  mkdirSync(join(out!, dirname(path)), { recursive: true });
  writeFileSync(join(out!, path), text);
}
const wrong = faults(out!, texts);
for (const fault of wrong) process.stderr.write(`site: ${fault}\n`);
if (wrong.length > 0) process.exit(1);
process.stdout.write(`${texts.size} pages\n`);
