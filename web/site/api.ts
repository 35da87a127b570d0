import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './checkout.ts';
import { html, titleOf } from './markdown.ts';
import { escaped, way, type Page } from './page.ts';

const anchor = (uid: string): string => uid.replaceAll(/[^A-Za-z0-9]/g, '_');
/** Of object, which every type inherits, nothing is told. */
const inherited = /^#### (?:Inherited Members|Inheritance)\n\n(?:.+\n)*\n?/gm;
const reference = /<xref href="([^"]+)"[^>]*><\/xref>/g;

/** The pages of the libraries' members, of what docfx wrote: a Markdown file a type and a namespace. */
export function api(folder: string, checkout: Checkout): Page[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const types = new Set(files.map((name) => name.slice(0, -'.md'.length)));
  const texts = new Map([...types].map((name) => [name, readFileSync(join(folder, `${name}.md`), 'utf8')]));

  /** A member by its name in the documentation: the page of the longest type that its name begins with. */
  const leadsTo = (name: string): string => {
    const uid = decodeURIComponent(name).replace(/\*$/, '');
    const parts = uid.split('(')[0]!.split('.');
    for (let length = parts.length; length > 0; length--) {
      const type = parts.slice(0, length).join('.').replaceAll('`', '-');
      const text = texts.get(type);
      // What is no public type or member is named and not linked; of a value of an enumeration there is no place of its own.
      if (text === undefined || (titleOf(text).startsWith('Namespace') && length < parts.length)) continue;
      return `[${parts.at(-1)}](${type}.md${text.includes(`"${anchor(uid)}"`) && length < parts.length ? `#${anchor(uid)}` : ''})`;
    }
    return `\`${parts.at(-1)}\``;
  };
  const rendered = (name: string): string =>
    html(
      levelled(texts.get(name)!.replaceAll(inherited, '')).replaceAll(reference, (_, uid: string) => leadsTo(uid)),
      (href) => {
        const [file, hash] = href.split('#');
        return types.has(file!.replace(/\.md$/, '')) ? file!.replace(/\.md$/, '.html') + (hash === undefined ? '' : `#${hash}`) : null;
      },
    );
  const pages = [...types].map((name): Page => ({
    path: `api/${name}.html`,
    title: titleOf(texts.get(name)!),
    body: rendered(name),
  }));

  const kind = (name: string): string => titleOf(texts.get(name)!).split(' ')[0]!;
  const namespaces = [...types].filter((name) => kind(name) === 'Namespace').sort();
  const list = namespaces.map((namespace) => {
    const within = [...types].filter((name) => kind(name) !== 'Namespace' && ownedBy(name, namespaces) === namespace);
    const links = within.map((name) => `<a href="${name}.html">${pageTitle(texts.get(name)!).split(' ')[1]!}</a>`);
    return `<h2><a href="${namespace}.html">${namespace}</a></h2>\n<p>${links.join(', ')}</p>`;
  });
  const source = 'docs/api/index.md';
  const text = checkout.text(source)!;
  const head = html(text, (href) => {
    const to = checkout.leads(source, href);
    return to === null ? null : way('api/index.html', to);
  });
  return [...pages, { path: 'api/index.html', title: titleOf(text), body: `${head}\n${list.join('\n')}` }];
}

/** A text whose headings leave out no level, as docfx's do. */
const levelled = (text: string): string => {
  let last = 0;
  return text.replaceAll(/^#+(?= )/gm, (marks) => {
    last = Math.min(marks.length, last + 1);
    return '#'.repeat(last);
  });
};

/** Class OperationPlan, as HTML shows it. */
const pageTitle = (text: string): string => escaped(titleOf(text).replaceAll('&lt;', '<').replaceAll('&gt;', '>'));

/** The longest namespace that a type's name begins with. */
const ownedBy = (type: string, namespaces: readonly string[]): string | undefined =>
  namespaces.filter((name) => type.startsWith(`${name}.`)).sort((a, b) => b.length - a.length)[0];
