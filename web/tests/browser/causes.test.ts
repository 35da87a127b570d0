import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { withPauses } from './pauses.ts';
import { run, screenshots, serve, withoutProgram, type Served } from './served.ts';

const soon = 30_000;
/** A study of one tune takes some seconds on a machine at rest. */
const study = 120_000;

interface Seen {
  context: BrowserContext;
  page: Page;
  errors: string[];
  requests: string[];
}

let browser: Browser;
let studio: Served;
let shelf: string;

/** Opens the page with the clock's pane unfolded, unless told otherwise. */
async function open(hash = '#folded=rewrite', { width = 1440, height = 900, scheme = 'light' as 'light' | 'dark' } = {}): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true });
  await context.addInitScript(() => {
    try {
      localStorage.setItem('lilt-toured', 'yes');
    } catch {
      /* a page in a sandbox keeps nothing */
    }
  });
  await withPauses(context);
  context.setDefaultTimeout(soon);
  const errors: string[] = [];
  const requests: string[] = [];
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
  });
  const page = await context.newPage();
  await page.goto(studio.address + hash);
  await page.waitForSelector('.writing button[type=submit]:not(:disabled)', { state: 'attached' });
  return { context, page, errors, requests };
}

const shot = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(screenshots, `${name}.png`) });

/** Writes a tune in 4/4 and waits until its clock can be pushed. */
async function write(page: Page, seed: number): Promise<void> {
  await page.selectOption('.writing select >> nth=0', 'M:4/4');
  await page.fill('.seed input', String(seed));
  await page.locator('.seed input').blur();
  await page.keyboard.press('w');
  await page.waitForFunction((title) => document.title === title, `seed ${seed} · Lilt`);
  await page.waitForSelector('.push-pane form');
}

/** Moves the cursor to the first place that is so many eighths into its measure, by the page's own arrows. */
async function placeAt(page: Page, eighths: number, from: number): Promise<void> {
  const place = page.locator('.push-pane .place');
  const after = page.getByRole('button', { name: 'The place after' });
  for (let tries = 0; tries < 200; tries++) {
    const said = await place.innerText();
    const [, step, gone] = /step (\d+): measure \d+, ([\d.]+) of 8/.exec(said)!;
    if (Number(step) >= from && Number(gone) === eighths) return;
    await after.click();
    await expect.poll(() => place.innerText()).not.toBe(said);
  }
  throw new Error(`no place ${eighths} eighths into a measure from step ${from} on`);
}

const answers = (page: Page): Promise<string[]> => page.locator('.push-pane .result li').allInnerTexts();

async function push(page: Page, layer: string, dose: string): Promise<void> {
  const before = await page.title();
  await page.getByLabel('the memory of').selectOption({ label: layer });
  await page.getByLabel('becomes that of').selectOption({ label: dose });
  await page.getByRole('button', { name: 'Push', exact: true }).click();
  await expect.poll(() => page.title()).not.toBe(before);
  await page.waitForSelector('.push-pane .result svg');
  await page.waitForFunction(() => document.querySelectorAll('.scores.two .score svg').length === 2);
}

/** What axe finds that is serious. */
async function serious(page: Page, where?: string): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async (place) => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(where: unknown, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run(place ?? document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
  }, where);
}

const outside = (requests: readonly string[]): string[] =>
  requests.filter((url) => !url.startsWith(studio.address) && !/^(data|blob):/.test(url));

describe.skipIf(withoutBrowser || withoutProgram)('the causes in the studio', () => {
  beforeAll(async () => {
    shelf = mkdtempSync(join(tmpdir(), 'lilt-shelf-'));
    mkdirSync(join(shelf, 'damaged'));
    writeFileSync(join(shelf, 'damaged', 'study.json'), '{');
    [browser, studio] = await Promise.all([launch(), serve('--studies', shelf)]);
  });

  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
    rmSync(shelf, { recursive: true, force: true });
  });

  test('push_TheLayerThatKeepsTheCount_TheBarComesAsMuchEarlierAndTheCommandsMakeItAgain', async () => {
    const { context, page, errors, requests } = await open();
    await write(page, 42);
    await placeAt(page, 4, 20);
    await push(page, 'layer 2', '2 eighths later');
    await expect
      .poll(() => page.locator('.push-pane .result p').first().innerText())
      .toMatch(
        /^Layer 2 was given its memory from 2 eighths later in a measure \(measure \d+, step \d+.*\), after step \d+, measure \d+, 4 of 8/,
      );
    const told = await answers(page);
    expect(told[0]).toMatch(/is a bar due 2 eighths earlier\? yes/);
    expect(told[1]).toMatch(/did the bar come 2 eighths earlier\? yes \(after 6 eighths, untouched 8\)/);
    await expect.poll(() => page.innerText('.plan-pane .what')).toContain('L2.c L2.h, all units from');
    expect(await page.locator('.push-pane svg').getAttribute('aria-label')).toMatch(
      /2 eighths earlier, at step \d+: untouched .*, pushed /,
    );
    await page.locator('.push-pane').scrollIntoViewIfNeeded();
    await shot(page, 'push');

    const folder = mkdtempSync(join(tmpdir(), 'lilt-push-'));
    await page.click('.push-pane summary');
    for (const button of await page.locator('.push-pane details button').all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      await download.saveAs(join(folder, download.suggestedFilename()));
    }
    const [written, read] = (await page.locator('.push-pane details code').allInnerTexts()) as [string, string];
    const tokens = await page.evaluate(async () => {
      const id = new URLSearchParams(location.hash.slice(1)).get('tune')!;
      return ((await (await fetch(`/api/tunes/${id}`)).json()) as { tune: { tokens: string[] } }).tune.tokens;
    });
    expect(run(`${written} --format tokens`, folder).trim().split(' ').slice(1)).toEqual(tokens);
    run(read, folder);
    expect(readFileSync(join(folder, 'pushed.npz')).subarray(0, 2).toString()).toBe('PK');
    rmSync(folder, { recursive: true });

    // The same place again, in another layer: the untouched tune is what is pushed, whatever stands beside it.
    await push(page, 'layer 3', '2 eighths later');
    expect((await answers(page))[1]).toMatch(/did the bar come 2 eighths earlier\? no/);
    await push(page, 'all layers', 'no eighth: a sham');
    expect((await answers(page))[1]).toMatch(/did the bar stay\? yes/);
    expect(await serious(page, '.push-pane')).toEqual([]);
    await page.keyboard.press('c');
    await page.waitForSelector('.push-pane:has-text("made under a plan")');
    await page.click('.push-pane button:has-text("beside it")');
    await page.waitForSelector('.push-pane form');

    const address = await page.evaluate(() => location.href);
    await page.reload();
    await page.waitForSelector('.push-pane .result svg');
    expect(await page.evaluate(() => location.href)).toBe(address);
    expect((await answers(page))[1]).toMatch(/did the bar stay\? yes/);
    expect(errors).toEqual([]);
    expect(outside(requests)).toEqual([]);
    await context.close();
  }, 180_000);

  test('push_ByKeyboardInTheDarkAndOnAPhone_IsReachableAndFits', async () => {
    const dark = await open(undefined, { scheme: 'dark' });
    await write(dark.page, 7);
    await dark.page.getByLabel('the memory of').focus();
    await dark.page.keyboard.press('Tab');
    await dark.page.keyboard.press('Tab');
    await dark.page.keyboard.press('Enter');
    await dark.page.waitForSelector('.push-pane .result svg');
    await dark.page.locator('.push-pane').scrollIntoViewIfNeeded();
    await shot(dark.page, 'push-dark');
    expect(await serious(dark.page)).toEqual([]);
    expect(dark.errors).toEqual([]);
    const hash = await dark.page.evaluate(() => location.hash);
    await dark.context.close();

    const phone = await open(`${hash}&tab=plan`, { width: 390, height: 844 });
    await phone.page.waitForSelector('.push-pane .result svg');
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await phone.page.screenshot({ path: join(screenshots, 'push-phone.png'), fullPage: true });
    expect(await serious(phone.page)).toEqual([]);
    await phone.page.click('.bar button:text-is("studies")');
    await phone.page.waitForSelector('dialog li');
    await shot(phone.page, 'shelf-phone');
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  }, 120_000);

  test('shelf_AStudyMade_IsOpenedInASandboxThatReachesNothing', async () => {
    const { context, page, errors, requests } = await open();
    await page.click('.bar button:text-is("studies")');
    await page.waitForSelector('dialog li:has-text("damaged")');
    expect(await page.innerText('dialog li')).toContain('is no study');
    expect(await page.locator('dialog select').inputValue()).toBe('look');
    await page.getByLabel('seed', { exact: false }).last().fill('-1');
    await page.waitForSelector('dialog [role=alert]:has-text("A seed is a whole number")');
    await page.getByLabel('seed', { exact: false }).last().fill('5');
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    await page.waitForSelector('dialog progress');
    await shot(page, 'shelf-making');
    await page.waitForSelector('dialog li.new a', { timeout: study });
    await shot(page, 'shelf');
    expect(await serious(page, 'dialog')).toEqual([]);
    expect(errors).toEqual([]);

    const [report] = await Promise.all([context.waitForEvent('page'), page.click('dialog li.new a')]);
    await report.waitForSelector('html[data-drawn]');
    expect(report.url()).toBe(`${studio.address}studies/look-5/`);
    expect(await report.locator('section[data-figure] svg').count()).toBeGreaterThan(2);
    await report.reload();
    await report.waitForSelector('html[data-drawn]');
    await shot(report, 'shelf-study');
    expect(errors).toEqual([]);

    // Whatever stands in a study's page is alone: no storage, no answer from the studio, no way to the page that opened it.
    const reached = await report.evaluate(async () => {
      const tried = async (reach: () => unknown): Promise<string> => {
        try {
          await reach();
          return 'reached';
        } catch {
          return 'refused';
        }
      };
      return {
        origin: globalThis.origin,
        opener: globalThis.opener === null,
        storage: await tried(() => localStorage.length),
        page: await tried(() => fetch('/')),
        models: await tried(() => fetch('/api/models', { mode: 'no-cors' })),
        beacon: await tried(
          () =>
            new Promise((resolve, reject) => {
              const image = new Image();
              image.onload = resolve;
              image.onerror = reject;
              image.src = '/icon.svg';
            }),
        ),
      };
    });
    expect(reached).toEqual({ origin: 'null', opener: true, storage: 'refused', page: 'refused', models: 'refused', beacon: 'refused' });
    expect(outside(requests)).toEqual([]);
    await context.close();
  }, 240_000);

  test('shelf_AStudyStopped_LeavesNothing', async () => {
    const { context, page, errors } = await open();
    await page.click('.bar button:text-is("studies")');
    await page.locator('dialog select').selectOption('part7');
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    await page.waitForSelector('dialog progress');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.bar button:text-is("studies …")');
    // It is the studio's: the page may be loaded again, or another be opened.
    await page.reload();
    await page.waitForSelector('.bar button:text-is("studies …")');
    const other = await open();
    await other.page.waitForSelector('.bar button:text-is("studies …")');
    await page.click('.bar button:text-is("studies …")');
    await page.waitForSelector('dialog progress');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Make', exact: true }).waitFor();
    await other.page.waitForSelector('.bar button:text-is("studies")');
    expect(other.errors).toEqual([]);
    await other.context.close();
    expect(await page.locator('dialog li').allInnerTexts()).not.toContain('part7');
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);
});
