/**
 * Reads `{"title": …, "paper": "a4" | "letter", "tunes": ["X:1 …", …]}` from standard input and writes the tunes, in ABC, as one
 * HTML page to print to standard output.
 *
 *     node tunes-to-html.mjs < asked.json > page.html
 *
 * Ends with 0; with 2 and one line on standard error where no tune holds music.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { PaperSize } from '../score/booklet.ts';
import { smallDocument } from './small-document.ts';

const { title, paper, tunes } = JSON.parse(readFileSync(0, 'utf8')) as { title: string; paper: PaperSize; tunes: string[] };
const document = smallDocument();
// abcjs takes its document from the global scope, as in a browser.
const scope = globalThis as Record<string, unknown>;
scope.document = document;
scope.window = { innerWidth: 800, addEventListener() {}, console };
if (!('navigator' in scope)) scope.navigator = { userAgent: 'Node' };
const { booklet, bookletStyle } = await import('../score/booklet.ts');

const host = document.createElement('div');
document.body.appendChild(host);
const page = booklet(host, { title, tunes });
if (page.querySelector('.tune') === null) {
  process.stderr.write('tunes-to-html: no music in these tunes.\n');
  process.exit(2);
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const size = paper === 'letter' ? 'letter' : 'A4';
writeFileSync(
  1,
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
@page { size: ${size}; margin: 15mm; @bottom-center { content: counter(page); font: 9pt Helvetica, Arial, sans-serif; } }
${bookletStyle}
@media screen { body { background: #fff; margin: 2rem auto; max-width: 190mm; padding: 0 1rem; } }
@media print { body { margin: 0; } }
</style>
</head>
<body>
${page.outerHTML}
</body>
</html>
`,
);
