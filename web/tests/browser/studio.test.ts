import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { inSight } from './in-sight.ts';
import { withPauses } from './pauses.ts';
import { run, screenshots, serve, withoutProgram, type Served } from './served.ts';

const soon = 30_000;

interface Seen {
  context: BrowserContext;
  page: Page;
  errors: string[];
  requests: string[];
}

let browser: Browser;
let studio: Served;

async function open(
  hash = '',
  { width = 1440, height = 900, scheme = 'light' as 'light' | 'dark', toured = true, pauses = 1 } = {},
): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (toured)
    await context.addInitScript(() => {
      localStorage.setItem('lilt-toured', 'yes');
    });
  await withPauses(context);
  if (pauses !== 1)
    await context.addInitScript((times) => {
      Object.assign(globalThis, { liltPauses: times });
    }, pauses);
  context.setDefaultTimeout(soon);
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(studio.address + hash);
  await page.waitForSelector(canWrite, { timeout: soon });
  return { context, page, errors, requests };
}

const shot = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(screenshots, `${name}.png`) });
const scored = (page: Page): Promise<unknown> => page.waitForSelector('.score-pane .score svg', { timeout: soon });
const cursor = async (page: Page): Promise<number> => Number(/step (\d+)/.exec(await page.innerText('.play-bar .place'))![1]);

/** The button that writes, where the network does not write just now. */
const canWrite = '.writing button[type=submit]:not(:disabled)';

/** Runs again under the page's plan, as soon as nothing is written any more and the plan is checked. */
async function runAgain(page: Page): Promise<void> {
  await page.waitForSelector('.plan-pane .main:not(:disabled)', { timeout: soon });
  await page.keyboard.press('r');
}

/** The tune that the address names. */
const named = (page: Page): Promise<string | null> => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('tune'));

async function write(page: Page, seed: number): Promise<void> {
  await page.waitForSelector(canWrite, { timeout: soon });
  const before = await named(page);
  await page.fill('.seed input', String(seed));
  await page.locator('.seed input').blur();
  await page.keyboard.press('w');
  await page.waitForFunction(
    ({ title, old }) => document.title === title && new URLSearchParams(location.hash.slice(1)).get('tune') !== old,
    { title: `seed ${seed} · Lilt`, old: before },
    { timeout: soon },
  );
  await scored(page);
}

/** Shows a tune, and writes one where there is none yet. */
async function someTune(page: Page): Promise<void> {
  await page.waitForSelector('.score-pane .score svg, .score-pane :text("No tune yet")', { timeout: soon });
  if ((await page.locator('.score-pane .score svg').count()) === 0) await write(page, 5);
}

const cutPlan = `#plan=${encodeURIComponent('[{"op":"excise","layer":1,"units":"0-99"}]')}`;

/** Writes a tune and runs it again under the page's plan: two scores side by side. */
async function somePair(page: Page, seed: number): Promise<void> {
  await write(page, seed);
  await runAgain(page);
  await page.waitForFunction(() => document.querySelectorAll('.scores.two .score svg').length === 2, undefined, { timeout: soon });
}

/** Waits until nothing more comes in: pictures are of the tune, and what was asked has been answered. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector('.network-pane canvas') !== null &&
      document.querySelector('.panes.waiting') === null &&
      document.querySelector('.spectra-pane svg path') !== null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    undefined,
    { timeout: soon },
  );

async function exported(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  await page.click('.bar button[title=Export]');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: soon }),
    page.locator('.bar .sheet button.item', { has: page.locator(`span:text-is("${name}")`) }).click(),
  ]);
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The command line that the export menu copies. */
async function command(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.click('.bar button[title=Export]');
  await page.locator('.bar .sheet button.item', { has: page.locator('span:text-is("command")') }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), { timeout: soon }).not.toBe('');
  return await page.evaluate(() => navigator.clipboard.readText());
}

/** The tune that the page shows, as the server has it. */
const detail = (page: Page): Promise<{ id: string; steps: number; notes: unknown[]; tune: { tokens: string[] } }> =>
  page.evaluate(async () => {
    const id = new URLSearchParams(location.hash.slice(1)).get('tune')!;
    return (await (await fetch(`/api/tunes/${id}`)).json()) as { id: string; steps: number; notes: unknown[]; tune: { tokens: string[] } };
  });

/** What axe finds that is serious. */
async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe.skipIf(withoutBrowser || withoutProgram)('the studio in Chromium', () => {
  beforeAll(async () => {
    [browser, studio] = await Promise.all([launch(), serve()]);
  });

  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  });

  test('studio_TheWholePath_WritesPlaysCutsComparesExportsAndComesBack', async () => {
    const { context, page, errors, requests } = await open();
    expect(await page.innerText('.score-pane')).toContain('No tune yet');
    await page.selectOption('.writing select >> nth=0', 'M:4/4');
    await write(page, 42);
    await page.waitForSelector('.network-pane canvas', { timeout: soon });
    await expect.poll(() => page.locator('.score .abcjs-annotation').count()).toBeGreaterThan(3);
    await shot(page, 'written');

    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.querySelector<HTMLMeterElement>('.play-bar meter')!.value > 0.005, undefined, {
      timeout: soon,
    });
    const before = await cursor(page);
    await page.waitForFunction(
      (step) => Number(/step (\d+)/.exec(document.querySelector('.play-bar .place')!.textContent!)![1]) > step + 3,
      before,
      { timeout: soon },
    );
    await expect.poll(() => page.locator('.score .sounding').count()).toBe(1);
    await shot(page, 'playing');
    await page.keyboard.press('Space');
    await page.waitForSelector('.play:text("Play")', { timeout: soon });
    const paused = await cursor(page);
    // The cursor moves with the frames while it plays.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await cursor(page)).toBe(paused);

    const note = page.locator('.score .abcjs-note').nth(12);
    const place = (await note.boundingBox())!;
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await expect.poll(() => note.getAttribute('class')).toContain('sounding');

    const plot = page.locator('.spectra-pane svg').first();
    await plot.scrollIntoViewIfNeeded();
    await page.waitForSelector('.spectra-pane svg path', { timeout: soon });
    const box = await inSight(plot);
    await page.mouse.move(box.x + box.width * 0.42, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const excise = page.locator('.spectra-pane button:has-text("excise")').first();
    await excise.waitFor({ timeout: soon });
    await shot(page, 'brushed');
    await excise.click();
    await expect.poll(() => page.innerText('.plan-pane')).toContain('excise');

    await runAgain(page);
    await page.waitForSelector('.scores.two', { timeout: soon });
    await page.waitForFunction(() => document.querySelectorAll('.scores.two .score svg').length === 2, undefined, { timeout: soon });
    await expect.poll(() => page.locator('.scores.two .abcjs-annotation.difference').count()).toBe(2);
    await expect.poll(() => page.innerText('.score-pane')).toMatch(/They part at step \d+/);
    await page.evaluate(() => scrollTo(0, 0));
    await settled(page);
    await shot(page, 'compared');

    await page.keyboard.press('t');
    const abc = await exported(page, 'ABC');
    expect(abc.file).toMatch(/\.abc$/);
    expect(abc.bytes.toString()).toMatch(/^X:1\n/);
    expect((await exported(page, 'MIDI')).bytes.subarray(0, 4).toString()).toBe('MThd');
    expect((await exported(page, 'SVG')).bytes.toString()).toContain('<svg');
    expect((await exported(page, 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await exported(page, 'heat map')).bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await exported(page, 'npz')).bytes.subarray(0, 2).toString()).toBe('PK');
    await page.keyboard.press('t');
    expect(JSON.parse((await exported(page, 'plan')).bytes.toString())).toMatchObject({ operations: [{ op: 'excise' }] });
    const handout = await exported(page, 'handout');
    expect(handout.bytes.toString()).toContain('lilt-handout/1');

    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.click('.bar button[title=Share]');
    await page.locator('.bar .sheet button.item', { has: page.locator('span:text-is("this view")') }).click();
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(clipboard, { timeout: soon }).not.toBe('');
    const address = await clipboard();
    expect(await serious(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(studio.address) && !/^(data|blob):/.test(url))).toEqual([]);
    const step = await cursor(page);
    const titles = await page.locator('.title').allInnerTexts();
    await context.close();

    const again = await open(address.slice(studio.address.length));
    await again.page.waitForFunction(() => document.querySelectorAll('.scores.two .score svg').length === 2, undefined, { timeout: soon });
    await expect.poll(() => cursor(again.page)).toBe(step);
    await expect.poll(() => again.page.locator('.title').allInnerTexts()).toEqual(titles);
    await expect.poll(() => again.page.innerText('.plan-pane')).toContain('excise');
    expect(again.errors).toEqual([]);
    await again.context.close();
  }, 180_000);

  test('studio_EveryExport_HoldsTheTuneAndTheCommandMakesItAgain', async () => {
    const { context, page, errors } = await open(cutPlan);
    const folder = mkdtempSync(join(tmpdir(), 'lilt-exports-'));
    await write(page, 11);
    for (const operated of [false, true]) {
      if (operated) {
        await runAgain(page);
        await page.waitForSelector('.scores.two', { timeout: soon });
      }
      await page.waitForFunction(
        (title) => document.title === title,
        `${operated ? 'seed 11, layer 1, 100 units cut' : 'seed 11'} · Lilt`,
        {
          timeout: soon,
        },
      );
      expect(await page.evaluate(() => location.hash.includes('with='))).toBe(operated);
      const tune = await detail(page);

      const wav = (await exported(page, 'WAV')).bytes;
      expect([wav.subarray(0, 4).toString(), wav.subarray(8, 12).toString(), wav.readUInt32LE(4)]).toEqual([
        'RIFF',
        'WAVE',
        wav.length - 8,
      ]);
      const samples = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length - ((wav.length - 44) % 2)));
      expect(samples.length / wav.readUInt32LE(24)).toBeGreaterThan(5);
      expect(samples.some((sample) => Math.abs(sample) > 1000)).toBe(true);

      const [head, ...rows] = (await exported(page, 'CSV')).bytes.toString().trimEnd().split('\n');
      expect(head).toBe('step,token,sounds,p,surprise');
      expect(
        rows
          .map((row) => /^\d+,(?:"(.*)"|([^,]*)),(?:"[^"]*"|[^,]*),[^,]*,[^,]*$/.exec(row))
          .map((row) => (row?.[1] ?? row?.[2])?.replaceAll('""', '"')),
      ).toEqual(tune.tune.tokens);
      expect(rows.every((row) => Math.abs(2 ** -Number(row.split(',').at(-1)) - Number(row.split(',').at(-2))) < 1e-4)).toBe(true);

      const midi = (await exported(page, 'MIDI')).bytes;
      expect([midi.subarray(0, 4).toString(), midi.indexOf('MTrk') > 0]).toEqual(['MThd', true]);
      const npz = (await exported(page, 'npz')).bytes;
      for (const entry of ['h.npy', 'c.npy', 'i.npy', 'f.npy', 'g.npy', 'o.npy', 'posterior.npy'])
        expect(npz.includes(entry), entry).toBe(true);
      expect((await exported(page, 'ABC')).bytes.toString()).toContain('M:');
      const svg = (await exported(page, 'SVG')).bytes.toString();
      expect(svg).toMatch(/^<\?xml[^]*<svg[^]*<\/svg>\s*$/);
      expect(svg).not.toMatch(/(?:href|src)="(?!#)/);
      for (const name of ['PNG', 'heat map']) {
        const png = (await exported(page, name)).bytes;
        expect([png.subarray(1, 4).toString(), png.readUInt32BE(16) > 300, png.readUInt32BE(20) > 100], name).toEqual(['PNG', true, true]);
      }

      if (operated) {
        const file = (await exported(page, 'plan')).bytes.toString();
        expect(JSON.parse(file)).toMatchObject({
          operations: [{ op: 'excise', layer: 1, units: Array.from({ length: 100 }, (_, unit) => unit) }],
        });
        writeFileSync(join(folder, 'plan.json'), file);
      }
      const line = await command(page);
      expect(line).toMatch(operated ? /^lilt generate .*--plan plan\.json$/ : /^lilt generate --seed 11$/);
      expect(run(`${line} --format tokens`, folder).trim().split(' ').slice(1)).toEqual(tune.tune.tokens);
    }
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  test('studio_AddressCopiedAtOnce_IsOfWhatIsInSight', async () => {
    const { context, page, errors } = await open('', { pauses: 10_000 });
    const entries = await page.evaluate(() => history.length);
    await write(page, 31);
    const first = await named(page);
    // What the address names in the very moment in which the page shows the next tune.
    const atOnce = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          new MutationObserver((_, observer) => {
            if (document.title !== 'seed 32 · Lilt') return;
            observer.disconnect();
            resolve(location.hash);
          }).observe(document.querySelector('title')!, { childList: true, characterData: true, subtree: true });
        }),
    );
    await write(page, 32);
    const second = await named(page);
    expect(second).not.toBe(first);
    expect(new URLSearchParams((await atOnce).slice(1)).get('tune')).toBe(second);
    // A cursor that moves and moves waits, until somebody leaves the page for the address.
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => cursor(page)).toBe(5);
    expect(await page.evaluate(() => location.hash)).not.toContain('step=5');
    expect(
      await page.evaluate(() => {
        window.dispatchEvent(new Event('blur'));
        return location.hash;
      }),
    ).toContain('step=5');
    // A step of the history for each tune, and none for the cursor.
    expect(await page.evaluate(() => history.length)).toBe(entries + 2);
    expect(errors).toEqual([]);
    await context.close();
  }, 90_000);

  test('studio_HandoutOpenedFromDisk_PlaysAndDrawsWithoutTheStudio', async () => {
    const { context, page } = await open(cutPlan);
    await somePair(page, 12);
    await page.click('.bar button[title=Export]');
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: soon }),
      page.click('.bar .sheet button.item:has-text("handout")'),
    ]);
    const file = join(screenshots, 'handout.html');
    await download.saveAs(file);
    await context.close();
    const offline = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
    const sheet = await offline.newPage();
    const errors: string[] = [];
    sheet.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    sheet.on('pageerror', (error) => errors.push(error.message));
    await sheet.goto(`file://${file}`);
    await sheet.waitForSelector('html[data-drawn]', { timeout: soon });
    expect(await sheet.locator('section .score svg').count()).toBe(2);
    await sheet.click('.inside summary >> nth=0');
    await expect.poll(() => sheet.locator('.inside .picture').count()).toBe(6);
    await sheet.locator('.player button').first().click();
    await sheet.waitForFunction(() => document.querySelector<HTMLMeterElement>('.player meter')!.value > 0.005, undefined, {
      timeout: soon,
    });
    await sheet.screenshot({ path: join(screenshots, 'handout.png'), fullPage: true });
    expect(await serious(sheet)).toEqual([]);
    expect(errors).toEqual([]);
    await offline.close();
  }, 120_000);

  test('studio_MistakeInTheBeginning_StandsUnderTheTokenAndWritesNothing', async () => {
    const { context, page, requests } = await open();
    const tunes = (): Promise<string> => page.innerText('.bar button[title="Tunes of this session"]');
    // With the tune in sight its place among the others is named too.
    await someTune(page);
    requests.length = 0;
    const before = await tunes();
    await page.fill('.begin textarea', '|: c d Qx e');
    await page.waitForSelector('.begin .faults p', { timeout: soon });
    expect(await page.locator('.begin u').innerText()).toContain('Q');
    await page.locator('.begin textarea').press('Enter');
    // The mistake is selected: nothing was asked for.
    await page.waitForFunction(
      () => {
        const { value, selectionStart, selectionEnd } = document.querySelector<HTMLTextAreaElement>('.begin textarea')!;
        return value.slice(selectionStart!, selectionEnd!).includes('Q');
      },
      undefined,
      { timeout: soon },
    );
    expect(await tunes()).toBe(before);
    expect(requests.filter((url) => url.endsWith('/tunes'))).toEqual([]);
    await shot(page, 'mistake');
    // Enter at once: what is typed is checked first, and then written.
    await page.fill('.begin textarea', '|: c 2 * d');
    await page.locator('.begin textarea').press('Enter');
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>('.bar button[title="Tunes of this session"]')!.innerText !== text,
      before,
      { timeout: soon },
    );
    await context.close();
  }, 90_000);

  test('studio_TuneOfOnesOwn_ShowsItsSurpriseAndIsReadAgainUnderAPlan', async () => {
    const { context, page, errors } = await open(cutPlan);
    await page.click('.bar button[title="Tunes of this session"]');
    await page.click('text=Read a tune of your own');
    await page.fill('dialog textarea', 'X:1\nT:My jig\nM:6/8\nL:1/8\nK:Dmaj\n|: d2 f fdf | a2 f17 fdf :|\n');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('dialog .faults p', { timeout: soon });
    await shot(page, 'given-mistake');
    await page.fill(
      'dialog textarea',
      'X:1\nT:A reel\nM:4/4\nL:1/8\nK:Dmaj\nd4 f4 |\n\nX:2\nT:My jig\nT:and its other name\nM:6/8\nL:1/8\nK:Dmaj\n|: "D"(d2 f) {g}fdf | a2 f fdf :|\n',
    );
    await page.click('dialog button[type=submit]');
    await page.selectOption('dialog select', { label: '2: My jig' }, { timeout: soon });
    await page.click('dialog button[type=submit]');
    await page.waitForFunction(() => document.title.includes('My jig'), undefined, { timeout: soon });
    await expect
      .poll(() => page.innerText('.score-pane'))
      .toContain('Drawn and played, and not read: 1 grace note. Drawn, and not read: 1 chord name, 1 slur.');
    await expect.poll(() => page.locator('.score .abcjs-subtitle, .score .abcjs-chord').count()).toBe(2);
    await page.waitForSelector('.score .surprise rect', { timeout: soon });
    await expect.poll(() => page.locator('.score .surprise').count()).toBe(10);
    await shot(page, 'given');
    await runAgain(page);
    await page.waitForFunction(() => document.querySelectorAll('.scores.two .score .surprise').length === 20, undefined, { timeout: soon });
    await expect
      .poll(() => page.innerText('.score-pane'))
      .toMatch(/Both runs read the same tokens: .* surprised it by [\d.]+ bits on average, and then by [\d.]+ bits/);
    await expect.poll(() => page.innerText('.plan-pane'), { timeout: soon }).toContain('this tune was made under this plan');
    await shot(page, 'given-operated');
    expect(errors.filter((text) => !text.includes('422'))).toEqual([]);
    await context.close();
  }, 90_000);

  test('studio_TunesAndSessions_AreRenamedStarredDeletedAndOutliveTheServer', async () => {
    const first = await open();
    await write(first.page, 21);
    await write(first.page, 22);
    await first.page.click('.bar button[title="Tunes of this session"]');
    await first.page.locator('li button[title=Rename]').first().click();
    await first.page.fill('li form input', 'The Renamed Reel');
    await first.page.keyboard.press('Enter');
    await first.page.waitForSelector('li:has-text("The Renamed Reel") .star', { timeout: soon });
    await first.page.locator('li .star').first().click();
    await first.page.waitForSelector('li .star[aria-pressed=true]', { timeout: soon });
    await shot(first.page, 'tunes');
    const before = await first.page.locator('.sheet li').count();
    const deleted = first.page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await first.page.locator('li button[title=Delete]').last().click();
    await deleted;
    await first.page.waitForFunction((count) => document.querySelectorAll('.sheet li').length === count - 1, before, { timeout: soon });
    await first.context.close();
    await studio.restart();
    const second = await open();
    await second.page.click('.bar button[title="Tunes of this session"]');
    await expect.poll(() => second.page.locator('.sheet li').count()).toBe(before - 1);
    expect(await second.page.innerText('.sheet')).toContain('The Renamed Reel');
    await second.page.keyboard.press('Escape');
    await second.page.click('.bar button[title=Sessions]');
    const [download] = await Promise.all([
      second.page.waitForEvent('download', { timeout: soon }),
      second.page.click('.sheet button.item:has-text("all of it as one file")'),
    ]);
    const file = await download.path();
    await second.page.click('.bar button[title=Sessions]');
    await second.page.setInputFiles('.sheet input[type=file]', file);
    await second.page.waitForSelector('.notice.done', { timeout: soon });
    const kept = (text: string): unknown[] =>
      (JSON.parse(text) as { tunes: { name: string; starred: boolean; tokens: string[]; plan: unknown; surprise: number[] }[] }).tunes.map(
        ({ name, starred, tokens, plan, surprise }) => ({ name, starred, tokens, plan, surprise }),
      );
    await second.page.click('.bar button[title=Sessions]');
    const [again] = await Promise.all([
      second.page.waitForEvent('download', { timeout: soon }),
      second.page.click('.sheet button.item:has-text("all of it as one file")'),
    ]);
    expect(kept(readFileSync(await again.path(), 'utf8'))).toEqual(kept(readFileSync(file, 'utf8')));
    await second.page.click('.bar button[title=Sessions]');
    await expect.poll(() => second.page.locator('.sheet button.item[aria-current]').count()).toBe(2);
    expect(second.errors).toEqual([]);
    await second.context.close();
  }, 120_000);

  test('studio_FirstRun_TheTourDoesTheExperiment', async () => {
    const { context, page, errors } = await open('', { toured: false });
    const session = (): Promise<string | null> => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('session'));
    await expect.poll(session, { timeout: soon }).not.toBeNull();
    const old = await session();
    await page.click('.bar button[title=Sessions]');
    await page.click('.sheet button.item:has-text("New session")');
    await page.click('.sheet form button');
    await page.waitForSelector('text=No tune yet');
    await expect.poll(session, { timeout: soon }).not.toBe(old);
    await page.reload();
    await page.waitForSelector('.tour', { timeout: soon });
    await page.waitForSelector('.writing button[type=submit]:not(:disabled)', { timeout: soon });
    await shot(page, 'tour-1');
    for (let step = 1; step <= 6; step++) {
      expect(await page.innerText('.tour .count')).toContain(`${step} of 6`);
      await page.locator('.tour .foot button').first().click();
      await page.waitForSelector('.tour .foot button.done', { timeout: soon });
      if (step === 2) await page.keyboard.press('Space');
      if (step >= 5) await page.waitForSelector('.scores.two', { timeout: soon });
      await settled(page);
      await shot(page, `tour-${step}`);
      if (step < 6) await page.click('.tour button:text-is("Next")');
    }
    await expect.poll(() => page.innerText('.tour')).toMatch(/Untouched, \d+ of \d+ measures are counted; cut, \d+ of \d+/);
    await page.click('.tour button:text-is("End")');
    await page.reload();
    await page.waitForSelector('.scores.two .score svg', { timeout: soon });
    expect(await page.locator('.tour').count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  test('studio_390PixelsWide_WritesAndPlays', async () => {
    const { context, page, errors } = await open('', { width: 390, height: 844 });
    await write(page, 7);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await page.locator('.network-pane').isVisible()).toBe(false);
    await page.click('.play');
    await page.waitForFunction(() => document.querySelector<HTMLMeterElement>('.play-bar meter')!.value > 0.005, undefined, {
      timeout: soon,
    });
    await page.click('.play');
    await page.screenshot({ path: join(screenshots, 'narrow.png'), fullPage: true });
    expect(await serious(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  }, 90_000);

  test('studio_InTheDark_IsReadable', async () => {
    const { context, page, errors } = await open('', { scheme: 'dark', width: 1280, height: 800 });
    await someTune(page);
    await settled(page);
    await shot(page, 'dark');
    await page.keyboard.press('?');
    expect(await page.innerText('dialog')).toContain('excise the selection');
    await shot(page, 'keys');
    await page.keyboard.press('Escape');
    expect(await serious(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  }, 90_000);
});
