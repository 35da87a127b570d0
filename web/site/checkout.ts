import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { titleOf } from './markdown.ts';

/** A document of the checkout. */
export interface Document {
  /** Where it lies in the checkout, with `/` between. */
  source: string;
  /** Where its page lies in the site. */
  path: string;
  title: string;
  text: string;
}

const rooms = ['.', 'docs', 'docs/decisions', 'docs/definitions', 'models', 'bench', 'web/report', 'web/studio'];
/** Those that stand elsewhere in the site than in the checkout. */
const moved: Record<string, string> = { 'docs/api/index.md': 'api/index.html' };

/** What the site takes from the checkout: its documents as pages, and what they link to as files. */
export class Checkout {
  readonly documents: readonly Document[];
  /** Files that a page leads to, which the site therefore has: from the checkout. */
  readonly taken = new Set<string>();
  private readonly pages: ReadonlyMap<string, string>;

  constructor(readonly folder: string) {
    const sources = rooms
      .filter((room) => existsSync(join(folder, room)))
      .flatMap((room) => readdirSync(join(folder, room)).map((name) => posix.join(room, name)))
      .filter((source) => source.endsWith('.md'));
    this.documents = sources.map((source) => {
      const text = readFileSync(join(folder, source), 'utf8');
      return { source, path: source.replace(/\.md$/, '.html'), title: titleOf(text), text };
    });
    this.pages = new Map([
      ...this.documents.map(({ source, path }): [string, string] => [source, path]),
      ...Object.entries(moved),
      ['docs/api', 'api/index.html'],
      ['docs/decisions', 'docs/index.html'],
      ['docs', 'docs/index.html'],
      ['samples', 'recipes/index.html'],
      ['python/samples', 'recipes/index.html'],
      ...this.recipes().map((name): [string, string] => [`samples/${name}.cs`, `recipes/${name}.html`]),
      ...this.recipes().map((name): [string, string] => [`python/samples/${name}.py`, `recipes/${name}.html`]),
    ]);
  }

  /** The names of the recipes: what scripts of C# are called. */
  recipes(): string[] {
    return readdirSync(join(this.folder, 'samples'))
      .filter((name) => name.endsWith('.cs'))
      .map((name) => name.slice(0, -'.cs'.length));
  }

  /** A file's text; null where it is not there. */
  text(source: string): string | null {
    const path = join(this.folder, source);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  /** Where in the site a link of a document leads; null where it leads to a folder of the checkout, or to nothing. */
  leads(source: string, href: string): string | null {
    const [path = '', anchor] = href.split('#');
    const to = posix.normalize(posix.join(posix.dirname(source), decodeURI(path))).replace(/\/$/, '');
    const hash = anchor === undefined ? '' : `#${anchor}`;
    const page = this.pages.get(to);
    if (page !== undefined) return page + hash;
    const file = join(this.folder, to);
    if (to.startsWith('..') || !existsSync(file) || statSync(file).isDirectory()) return null;
    this.taken.add(to);
    return to;
  }
}
