import { Marked, type Tokens } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';
import { block, escaped } from './page.ts';

/** Where a link of a document leads in the site; null where nothing is there, and its words stand alone. */
export type Leads = (href: string) => string | null;

const elsewhere = /^(?:https?:|mailto:|#|data:)/;

/** A Markdown text as HTML: what may be broader than a telephone scrolls by itself, and every link goes through `leads`. */
export function html(text: string, leads: Leads): string {
  const marked = new Marked(gfmHeadingId(), {
    renderer: {
      code: ({ text: code, lang }: Tokens.Code) => block(code, lang === 'text' ? 'said' : 'told'),
      table(token: Tokens.Table) {
        const cell = (name: 'th' | 'td', { tokens }: Tokens.TableCell): string => `<${name}>${this.parser.parseInline(tokens)}</${name}>`;
        // A corner that heads nothing is no heading.
        const row = (name: 'th' | 'td', cells: Tokens.TableCell[]): string =>
          `<tr>${cells.map((one) => cell(one.text === '' ? 'td' : name, one)).join('')}</tr>`;
        const rows = token.rows.map((cells) => row('td', cells)).join('\n');
        return `<div class="wide" tabindex="0"><table><thead>${row('th', token.header)}</thead><tbody>\n${rows}\n</tbody></table></div>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        const to = elsewhere.test(href) ? href : leads(href);
        return to === null ? words : `<a href="${escaped(to)}">${words}</a>`;
      },
      image({ href, text: alt }: Tokens.Image) {
        const to = elsewhere.test(href) ? href : leads(href);
        if (to === null || /^https?:/.test(to)) throw new Error(`the picture ${href} is not in the checkout`);
        return `<img src="${escaped(to)}" alt="${escaped(alt)}" loading="lazy">`;
      },
    },
  });
  return marked.parse(text, { async: false });
}

/** What a document is called: its first heading. */
export const titleOf = (text: string): string => (/^#\s+(?:<a[^>]*><\/a>\s*)?(.+)$/m.exec(text)?.[1] ?? '').replaceAll(/[`\\]/g, '');

/** Its first sentence. */
export const firstSentence = (text: string): string => {
  const paragraph = text.split('\n\n').find((part) => /^[A-Za-z“`[*]/.test(part)) ?? '';
  const plain = paragraph
    .replaceAll('\n', ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '');
  return /^.*?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
};
