import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Study } from '../figures/contract/study.ts';
import { fileName, type Figure } from '../figures/figure.ts';
import { figuresOf } from '../figures/index.ts';
import { smallDocument, svgFile } from '../render/small-document.ts';
import { block, escaped, way, type Page } from './page.ts';

/** A study that stands in the site: its folder's name in `studies/`, and its numbers. */
export interface Stood {
  name: string;
  study: Study;
}

/** The studies in the site, in the order of their seeds, those of one kind together. */
export const studiesIn = (folder: string): Stood[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'study.json')))
    .map((name) => ({ name, study: JSON.parse(readFileSync(join(folder, name, 'study.json'), 'utf8')) as Study }))
    .sort((a, b) => b.study.kind.localeCompare(a.study.kind) || a.study.provenance.seed - b.study.provenance.seed);

/** The command that made a study, in a folder of the reader's own. */
const commandOf = ({ study }: Stood): string => study.provenance.command;

/** What the studies of part 7 say of each layer, a row a seed: seeds need not agree. */
function bySeed(stood: readonly Stood[]): string {
  const rows = stood.flatMap(({ name, study: { headline, provenance } }) =>
    headline === null || headline.layers.length === 0 ? [] : [{ name, seed: provenance.seed, layers: headline.layers }],
  );
  if (rows.length < 2) return '';
  const head = rows[0]!.layers.map(({ layer }) => `<th>layer ${layer} serves counting</th><th>relays the bar</th>`).join('');
  const cells = rows.map(
    ({ name, seed, layers }) =>
      `<tr><td><a href="#${name}">${seed}</a></td>${layers.map(({ counts, relays }) => `<td>${counts}</td><td>${relays}</td>`).join('')}</tr>`,
  );
  return `<p>By the cut, a row a seed:</p>
<div class="wide" tabindex="0"><table><thead><tr><th>seed</th>${head}</tr></thead><tbody>${cells.join('\n')}</tbody></table></div>`;
}

/** The page that lists the studies: what each asked, what came of it, what lies in its folder. */
export function studies(stood: readonly Stood[]): Page {
  const path = 'studies/index.html';
  const parts = stood.map((one) => {
    const { name, study } = one;
    const { headline } = study;
    const files = study.files.map(({ name: file, what }) => `<li><a href="${name}/${file}">${escaped(file)}</a> ${escaped(what)}</li>`);
    return `<h2 id="${name}">${escaped(study.title)}</h2>
${headline === null ? '' : `<p><strong>${escaped(headline.question)}</strong> ${escaped(headline.answer)}</p>`}
<p><a href="${name}/index.html">The whole study, a page with its figures and tunes to play</a></p>
${block(commandOf(one))}
<details><summary>Its files</summary><ul>${files.join('')}</ul></details>`;
  });
  return {
    path,
    title: 'Studies',
    body: `<h1>Studies of the shipped model</h1>
<p>Each is a folder that one command made, whole: a page, its numbers, tables, recordings and plans. A study of part 7 rests on one tune, that of its seed, and
on tunes beside it; what seeds disagree about, no one of them settles. <a href="../docs/study.html">What a study holds</a>,
<a href="../docs/control.html">the control</a>, <a href="../docs/causes.html">causes</a>. <code>lilt verify DIR</code> makes every number of one again.</p>
${bySeed(stood)}
${parts.join('\n')}`,
  };
}

/** How wide a figure that can be narrow is drawn for a telephone. */
const narrow = 350;
const schemes = ['light', 'dark'] as const;
const drawing = (study: string, form: string, figure: Figure): string => `gallery/${study}/${form}/${fileName(figure)}.svg`;

/** Draws the figures that can be as narrow as a telephone, beside those that `lilt figures` drew. */
export function drawNarrow(out: string, { name, study }: Stood): void {
  for (const scheme of schemes) {
    mkdirSync(join(out, 'gallery', name, `narrow-${scheme}`), { recursive: true });
    for (const { figure, data } of figuresOf(study))
      if (figure?.fits === true && data !== null)
        writeFileSync(
          join(out, drawing(name, `narrow-${scheme}`, figure)),
          svgFile(figure.draw(data, { document: smallDocument(), scheme, width: narrow })),
        );
  }
}

/** The pictures of a figure, of which the reader's screen takes one: for light and for dark, and, where it can be narrow, for a telephone. */
export const picture = (from: string, study: string, figure: Figure, said: string): string => {
  const source = (form: string, media: string): string => `<source srcset="${way(from, drawing(study, form, figure))}" media="${media}">`;
  const dark = '(prefers-color-scheme: dark)';
  const phone = '(max-width: 480px)';
  const small = figure.fits === true ? source('narrow-dark', `${phone} and ${dark}`) + source('narrow-light', phone) : '';
  const image = `<img src="${way(from, drawing(study, 'light', figure))}" alt="${escaped(said)}" loading="lazy">`;
  return `<picture>${small}${source('dark', dark)}${image}</picture>`;
};

/** The gallery: a page a study whose figures were drawn, each with the command that makes its numbers. */
export function gallery(stood: readonly Stood[], drawn: string): Page[] {
  const shown = stood.filter(({ name }) => existsSync(join(drawn, name)));
  const pages = shown.map((one): Page => {
    const path = `gallery/${one.name}.html`;
    const figures = figuresOf(one.study).flatMap(({ figure, data }) => {
      if (figure === null || data === null || !existsSync(join(drawn, one.name, 'light', `${fileName(figure)}.svg`))) return [];
      return `<h2 id="${figure.name}">${escaped(figure.title)}</h2>
<figure>${picture(path, one.name, figure, `${figure.title}. ${data.here}`)}<figcaption>${escaped(data.caption ?? '')}</figcaption></figure>
<p>${escaped(data.here)}</p>
${block(data.command)}`;
    });
    return {
      path,
      title: `Figures: ${one.study.title}`,
      body: `<h1>Figures: ${escaped(one.study.title)}</h1>
<p>Drawn by <code>lilt figures</code> of <a href="../studies/${one.name}/index.html">the study</a>, whose page has them with their tables. Under each stands
the command that makes its numbers or looks at them once more, in the study's folder.</p>
${block(`${commandOf(one)}\nlilt figures ${one.study.provenance.command.split(' --out ')[1] ?? 'DIR'} --out pictures`)}
${figures.join('\n')}`,
    };
  });
  const list = shown.map(({ name, study }) => `<li><a href="${name}.html">${escaped(study.title)}</a></li>`);
  const first = shown.flatMap(({ name, study }) =>
    figuresOf(study).flatMap(({ figure, data }) =>
      figure === null || data === null || !existsSync(join(drawn, name, 'light', `${fileName(figure)}.svg`))
        ? []
        : `<figure><a href="${name}.html#${figure.name}">${picture('gallery/index.html', name, figure, figure.title)}</a><figcaption>${escaped(figure.title)}</figcaption></figure>`,
    ),
  );
  return [
    ...pages,
    {
      path: 'gallery/index.html',
      title: 'Gallery',
      broad: true,
      body: `<h1>Gallery</h1>
<p>Every figure of a study with the command that makes its numbers:</p><ul>${list.join('')}</ul><div class="many">${first.join('\n')}</div>`,
    },
  ];
}
