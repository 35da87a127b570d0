import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const attribute = /\s(href|src|srcset)="([^"]*)"/g;
const name = /\s(?:id|name)="([^"]*)"/g;
const outside = /^(?:https?:|mailto:|data:)/;

/** What is wrong with the links of pages, a sentence each: what leads nowhere, and what would be loaded from elsewhere. */
export function faults(out: string, pages: ReadonlyMap<string, string>): string[] {
  const names = new Map([...pages].map(([path, text]) => [path, new Set([...text.matchAll(name)].map((match) => match[1]!))]));
  const found: string[] = [];
  for (const [path, text] of pages) {
    for (const [, kind, target] of text.matchAll(attribute)) {
      if (outside.test(target!)) {
        if (kind !== 'href' && !target!.startsWith('data:')) found.push(`${path} loads ${target}.`);
        continue;
      }
      const [file = '', anchor] = target!.replaceAll('&amp;', '&').split('#');
      const to = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(file)));
      const there = pages.has(to) || (!to.startsWith('..') && existsSync(join(out, to)) && statSync(join(out, to)).isFile());
      if (!there) found.push(`${path} leads to ${target}, where nothing is.`);
      else if (anchor !== undefined && names.has(to) && !names.get(to)!.has(decodeURIComponent(anchor)))
        found.push(`${path} leads to ${target}, and ${to} has no such place.`);
    }
  }
  return found;
}
