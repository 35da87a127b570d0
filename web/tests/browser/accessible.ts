import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Everything that axe finds wrong on a page, whatever its weight. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await checker.run({ resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** What a screen reader says of a part of the page: role and name, in the order in which it is read. */
export interface Said {
  role: string;
  name: string;
}

/** A page as a screen reader goes through it. */
export async function readAloud(page: Page): Promise<Said[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  return lines.flatMap((line) => {
    const match = /^\s*- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line);
    return match === null ? [] : [{ role: match[1]!, name: match[2] ?? '' }];
  });
}

const acting: ReadonlySet<string> = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'spinbutton',
  'slider',
  'combobox',
  'listbox',
  'checkbox',
  'radio',
  'tab',
  'switch',
  'application',
  'menuitem',
]);

/** What can be acted on and has no name. */
export const nameless = (said: readonly Said[]): Said[] => said.filter(({ role, name }) => acting.has(role) && name === '');

/** The skeleton of a page: its parts and headings, without what is in them. */
export const outlineOf = (said: readonly Said[]): string[] =>
  said
    .filter(({ role }) =>
      ['banner', 'main', 'navigation', 'form', 'region', 'tabpanel', 'tablist', 'dialog', 'slider', 'application'].includes(role),
    )
    .filter(({ role, name }) => role !== 'slider' || name.includes('one cell a step'))
    .map(({ role, name }) => `${role} ${name.replaceAll(/\d+/g, 'N')}`.trim());
