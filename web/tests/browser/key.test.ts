import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { withPauses } from './pauses.ts';
import { run, screenshots, serve, withoutProgram, type Served } from './served.ts';

const soon = 30_000;

let browser: Browser;
let studio: Served;

interface Tune {
  id: string;
  tonic: string | null;
  tune: { tokens: string[]; abc: string };
  names: Record<string, string>[];
  namesAt: number[];
}

async function open(hash = ''): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.addInitScript(() => {
    localStorage.setItem('lilt-toured', 'yes');
  });
  await withPauses(context);
  context.setDefaultTimeout(soon);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.goto(studio.address + hash);
  await page.waitForSelector(canWrite);
  return { context, page, errors };
}

const canWrite = '.writing button[type=submit]:not(:disabled)';
const key = '.play-bar select';

const tune = (page: Page): Promise<Tune> =>
  page.evaluate(async () => {
    const id = new URLSearchParams(location.hash.slice(1)).get('tune')!;
    return (await (await fetch(`/api/tunes/${id}`)).json()) as Tune;
  });
const named = (page: Page): Promise<string | null> => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('tune'));

/** Writes a tune, or does what makes one, and waits for its score. */
async function another(page: Page, does: () => Promise<unknown>): Promise<void> {
  await page.waitForSelector(canWrite);
  const before = await named(page);
  await does();
  await page.waitForFunction((old) => new URLSearchParams(location.hash.slice(1)).get('tune') !== old, before);
  await page.waitForSelector(canWrite);
  await page.waitForSelector('.score-pane .score svg');
}

const write = (page: Page, seed: number): Promise<void> =>
  another(page, async () => {
    await page.fill('.seed input', String(seed));
    await page.locator('.seed input').blur();
    await page.keyboard.press('w');
  });

async function exported(page: Page, name: string): Promise<string> {
  await page.click('.bar button[title=Export]');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.bar .sheet button.item', { has: page.locator(`span:text-is("${name}")`) }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

async function copied(page: Page, act: () => Promise<unknown>): Promise<string> {
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await act();
  await expect.poll(clipboard, { timeout: soon }).not.toBe('');
  return await clipboard();
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await checker.run({ resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

/** What stands behind a tune's heading. */
const music = (abc: string): string => abc.slice(abc.indexOf('K:')).trim();

describe.skipIf(withoutBrowser || withoutProgram)('the key in Chromium', () => {
  beforeAll(async () => {
    [browser, studio] = await Promise.all([launch(), serve()]);
  });

  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  });

  test('key_D_IsTheKeyOfEveryPlaceAndOfEveryExport', async () => {
    const { context, page, errors } = await open();
    const folder = mkdtempSync(join(tmpdir(), 'lilt-key-'));
    await page.selectOption('.writing select[aria-label=Mode]', 'K:Cmaj');
    await write(page, 7);
    expect(await page.locator(`${key} option`).first().innerText()).toBe('C major (as written)');
    await page.selectOption(key, 'D');
    await expect.poll(() => page.innerText('.title')).toContain('D major');
    await expect.poll(async () => (await tune(page)).tonic).toBe('D');
    const shown = await tune(page);
    const { tokens } = shown.tune;
    const step = tokens.indexOf('E');
    expect(shown.names[shown.namesAt[step]!]!.E).toBe('F♯');

    await page.evaluate((at) => {
      location.hash = location.hash.replace(/(&step=\d+)?$/, `&step=${at}`);
    }, step);
    await page.waitForSelector('.score-pane .score svg');
    await expect.poll(() => page.innerText('.play-bar .place')).toMatch(new RegExp(`step ${step}\\s+F♯\\s+E\\s+measure`));
    expect(await page.innerText('.ticks b')).toMatch(/writes F♯ E/);
    expect(await page.getAttribute('.strip .axis', 'aria-valuetext')).toContain('writes F♯ (token E)');
    expect(await page.innerText('.reading .now')).toMatch(/F♯\s*E/);
    await expect.poll(() => page.innerText('.next-pane li.hit')).toMatch(/F♯\s*E/);
    expect(await page.getAttribute('.next-pane li.hit', 'title')).toMatch(/^F♯ \(token E\): /);
    await page.check('.play-bar input[type=checkbox]');
    await expect
      .poll(() => page.locator('.score .surprise title').evaluateAll((titles) => titles.map((title) => title.textContent)))
      .toContainEqual(expect.stringMatching(new RegExp(`^F♯ \\(token E\\): .*\\(step ${step}\\)$`)));
    await page.screenshot({ path: join(screenshots, 'key-d.png') });
    expect(await violations(page)).toEqual([]);

    const abc = await exported(page, 'ABC');
    expect(music(abc)).toMatch(/^K:Dmaj\n/);
    expect(music(abc)).toBe(music(shown.tune.abc));
    expect(await exported(page, 'CSV')).toContain(`\n${step},E,F♯,`);
    const line = await copied(page, async () => {
      await page.click('.bar button[title=Export]');
      await page.locator('.bar .sheet button.item', { has: page.locator('span:text-is("command")') }).click();
    });
    expect(line).toMatch(/ --key D$/);
    expect(music(run(line, folder))).toBe(music(abc));

    const file = join(folder, 'handout.html');
    writeFileSync(file, await exported(page, 'handout'));
    const handout = await context.newPage();
    await handout.goto(pathToFileURL(file).href);
    await handout.waitForSelector('html[data-drawn=true]');
    expect(await handout.innerText('.about')).toContain('D major');
    expect(await handout.locator('.strip').first().textContent()).toContain('F♯');
    expect(await handout.locator('pre').textContent()).toContain('K:Dmaj');
    await handout.close();

    const address = await copied(page, async () => {
      await page.click('.bar button[title=Share]');
      await page.locator('.bar .sheet button.item', { has: page.locator('span:text-is("this view")') }).click();
    });
    expect(address).toContain('key=D');
    await another(page, async () => {
      await page.click('.bar button[title="Tunes of this session"]');
      await page.click('button:text-is("Edit this tune …")');
      expect(await page.inputValue('dialog textarea, .sheet textarea, textarea[aria-label="The tune"]')).toContain('K:Dmaj');
      await page.click('button:text-is("Read it")');
    });
    const edited = await tune(page);
    expect([edited.tonic, edited.tune.tokens]).toEqual(['D', tokens]);
    expect(await page.locator(`${key} option`).first().innerText()).toBe('D major (as written)');
    expect(errors).toEqual([]);
    await context.close();

    const again = await open(address.slice(studio.address.length));
    await expect.poll(() => again.page.innerText('.title')).toContain('D major');
    await expect.poll(() => again.page.inputValue(key)).toBe('D');
    await again.context.close();
    rmSync(folder, { recursive: true });
  }, 180_000);

  test('key_OfAnOwnTune_IsItsDefault', async () => {
    const { context, page, errors } = await open();
    await another(page, async () => {
      await page.click('.bar button[title="Tunes of this session"]');
      await page.click('button:text-is("Read a tune of your own …")');
      await page.fill(
        'textarea[aria-label="The tune"]',
        'X:1\nT:The Kesh\nM:6/8\nL:1/8\nK:Gmaj\n|: G3 GAB | A3 ABd | edd gdd | e^cd BGE :|\n',
      );
      await page.click('button:text-is("Read it")');
    });
    expect(await page.locator(`${key} option:checked`).innerText()).toBe('G major (as written)');
    await expect.poll(() => page.innerText('.title')).toContain('6/8 · G major');
    expect((await tune(page)).tune.abc).toContain('|: G3 GAB | A3 ABd | edd gdd | e^cd BGE :|');
    await page.selectOption(key, 'D');
    await expect.poll(async () => (await tune(page)).tonic).toBe('D');
    await page.selectOption(key, 'G');
    await expect.poll(async () => (await tune(page)).tonic).toBe('G');
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  test('begin_AnExportInD_IsReadInDAndSaysSo', async () => {
    const { context, page, errors } = await open();
    await page.selectOption('.writing select >> nth=0', 'M:6/8');
    await page.fill('.begin textarea', 'M:4/4\nL:1/8\nK:Ddor\n|: D2 EF');
    await expect
      .poll(() => page.innerText('.begin .notes'))
      .toContain('K:Ddor is read as K:Cdor and moved down a tone; the tune is shown in D.');
    expect(await page.innerText('.begin .notes')).toContain('The text’s meter 4/4 holds, not the menu’s 6/8.');
    await page.screenshot({ path: join(screenshots, 'key-begin.png') });
    expect(await violations(page)).toEqual([]);
    await another(page, () => page.locator('.begin textarea').press('Enter'));
    const made = await tune(page);
    expect(made.tune.tokens.slice(0, 7)).toEqual(['M:4/4', 'K:Cdor', '|:', 'C', '2', 'D', 'E']);
    expect(made.tonic).toBe('D');
    expect(await page.inputValue('.begin textarea')).toBe('M:4/4\nL:1/8\nK:Ddor\n|: D2 EF');

    await page.fill('.begin textarea', '|: D2 EF');
    await page.selectOption('.writing select[aria-label=Keynote]', 'D');
    await expect.poll(() => page.innerText('.begin .notes')).toContain('the notes are read in D and moved down a tone');
    await page.fill('.begin textarea', '');
    await page.selectOption('.writing select[aria-label=Mode]', 'K:Cdor');
    await write(page, 3);
    expect([(await tune(page)).tonic, await page.locator(`${key} option:checked`).innerText()]).toEqual(['D', 'D dorian']);
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  test('key_OfTwoRuns_IsOne', async () => {
    const { context, page, errors } = await open(`#plan=${encodeURIComponent('[{"op":"excise","layer":1,"units":"0-99"}]')}`);
    await write(page, 9);
    await page.selectOption(key, 'A');
    await expect.poll(async () => (await tune(page)).tonic).toBe('A');
    await page.waitForSelector('.plan-pane .main:not(:disabled)');
    await another(page, () => page.keyboard.press('r'));
    await page.waitForFunction(() => document.querySelectorAll('.scores.two .score svg').length === 2);
    expect(await page.inputValue(key)).toBe('A');
    await page.selectOption(key, 'G');
    await expect.poll(async () => (await tune(page)).tonic).toBe('G');
    const keys = await page.evaluate(async () => {
      const view = new URLSearchParams(location.hash.slice(1));
      return await Promise.all(
        ['tune', 'with'].map(async (one) => ((await (await fetch(`/api/tunes/${view.get(one)}`)).json()) as { key: string }).key),
      );
    });
    expect(keys).toEqual(['G', 'G']);
    await page.screenshot({ path: join(screenshots, 'key-two.png') });
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);
});
