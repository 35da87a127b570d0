import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { withPauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

const soon = 30_000;
let browser: Browser;
let studio: Served;

/** A page of the studio with a tune of one's own in it, and everything that its console says. */
async function withTune(key: string | null = null): Promise<{ context: BrowserContext; page: Page; said: string[] }> {
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
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.stack ?? error.message));
  await page.goto(studio.address);
  await page.waitForSelector('.writing button[type=submit]:not(:disabled)');
  await give(page, abc);
  await page.waitForFunction(() => document.title.startsWith('The Kesh'));
  await page.waitForSelector('.score-pane .score svg');
  if (key !== null) await moveTo(page, key);
  return { context, page, said };
}

const abc = `X:1
T:The Kesh
M:6/8
L:1/8
K:Cmaj
|: "C"C3 C D E | D3 D E G | A G G c G G | A G E G E D |
C D C C D E | D E D D E G | A G G c G G | E D B, C3 :|
`;

/** Chooses a major key for the tune in sight. */
async function moveTo(page: Page, tonic: string): Promise<void> {
  await page.selectOption('.play-bar select >> nth=0', tonic);
  await page.waitForFunction((name) => document.querySelector('.score-pane .title small')?.textContent?.includes(`${name} major`), tonic);
}

async function openGiven(page: Page): Promise<void> {
  await page.click('.bar button[title="Tunes of this session"]');
  await page.click('button:has-text("Read a tune of your own")');
  await page.waitForSelector('dialog textarea');
}
async function give(page: Page, text: string): Promise<void> {
  await openGiven(page);
  await page.fill('dialog textarea', text);
  await page.click('dialog button:text-is("Read it")');
  await page.waitForSelector('dialog', { state: 'detached' });
}

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.click(`.bar button[title=${menu}]`);
  await page.locator('.bar .sheet .item', { has: page.locator(`span:text-is("${item}")`) }).click();
}
async function exported(page: Page, menu: string, item: string): Promise<{ file: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, menu, item)]);
  return { file: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** How many pages a PDF has. */
const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe.skipIf(withoutBrowser || withoutProgram)('what is taken along from the studio', () => {
  beforeAll(async () => {
    [browser, studio] = await Promise.all([launch(), serve()]);
  });
  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  });

  test('print_ATune_IsAloneOnItsPage', async () => {
    const { context, page, said } = await withTune('G');
    // What prints has come once the sheet can be set.
    await page.evaluate(() => {
      Object.assign(globalThis, { print: () => dispatchEvent(new Event('beforeprint')) });
    });
    await choose(page, 'Export', 'print');
    await page.waitForSelector('.paper .line', { state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    // A person's own text brings its title along: it stands there once.
    expect((await page.locator('.paper .booklet').textContent())!.split('The Kesh').length).toBe(2);
    expect(await page.locator('.paper .abcjs-annotation').count()).toBe(0);
    expect(await page.locator('.paper .abcjs-note').count()).toBe(await page.locator('.score-pane .score .abcjs-note').count());
    expect(await page.locator('.paper .abcjs-key-signature path').count()).toBeGreaterThan(0);
    const shown = await page.evaluate(() =>
      [...document.body.children].filter((child) => child.checkVisibility()).map((child) => child.className),
    );
    expect(shown).toEqual(['paper']);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    for (const format of ['A4', 'Letter'])
      expect(pages(await page.pdf({ format, path: join(screenshots, `print-${format}.pdf`) })), format).toBe(1);
    await expect.poll(() => page.locator('.paper').count()).toBe(0);

    await page.click('.bar button[title=Export]');
    await page.check('.verdicts input');
    await page.keyboard.press('Escape');
    await choose(page, 'Export', 'print');
    await expect.poll(() => page.locator('.paper .abcjs-annotation').count()).toBeGreaterThan(3);
    expect(said).toEqual([]);
    await context.close();
  }, 90_000);

  test('session_OfSeveralTunes_IsOneFileOfAbcAndABooklet', async () => {
    const { context, page, said } = await withTune();
    await choose(page, 'Sessions', 'New session …');
    await page.fill('.bar .sheet form input', 'Jigs of today');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.bar button[title="Sessions"]:has-text("Jigs of today")');
    for (const name of ['One', 'Two', 'Three']) {
      await give(page, abc.replace('The Kesh', name));
      await page.waitForFunction((title) => document.title.startsWith(title), name);
    }
    await moveTo(page, 'D');
    const { file, text } = await exported(page, 'Sessions', 'ABC');
    expect(file).toBe('jigs-of-today.abc');
    expect(text.match(/^[XTK]:.*$/gm)).toEqual(['X:1', 'T:One', 'K:Cmaj', 'X:2', 'T:Two', 'K:Cmaj', 'X:3', 'T:Three', 'K:Dmaj']);

    await page.evaluate(() => {
      Object.assign(globalThis, { print: () => document.documentElement.setAttribute('data-printed', '') });
    });
    await choose(page, 'Sessions', 'Print');
    await page.waitForSelector('html[data-printed] .paper .contents', { state: 'attached' });
    expect(await page.locator('.paper .contents li').count()).toBe(3);
    expect(await page.locator('.paper .tune').count()).toBe(3);
    await page.emulateMedia({ media: 'print' });
    await page.pdf({ format: 'A4', path: join(screenshots, 'booklet.pdf') });
    expect(said).toEqual([]);
    await context.close();
  }, 90_000);

  test('link_OpenedFromDiskInAFreshBrowser_ShowsAndPlaysTheTune', async () => {
    const { context, page } = await withTune('D');
    await page.click('.bar button[title=Share]');
    const item = page.locator('.bar .sheet .item', { has: page.locator('span:text-is("the tune as a link")') });
    expect(await item.innerText()).toMatch(/\d+ characters/);
    expect(await serious(page)).toEqual([]);
    await item.click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#tune=1.');
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.href.startsWith(`${studio.address}handout.html#`)).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), choose(page, 'Share', 'the page for links')]);
    const form = join(screenshots, 'page-for-links.html');
    await download.saveAs(form);

    // The studio's own address of it first, then the saved file, with no network.
    for (const [where, offline] of [
      [link.href, false],
      [`file://${form}${link.hash}`, true],
    ] as const) {
      const away = await browser.newContext({ viewport: { width: 1440, height: 900 }, offline });
      const sheet = await away.newPage();
      const faults: string[] = [];
      const asked: string[] = [];
      sheet.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      sheet.on('pageerror', (error) => faults.push(error.message));
      sheet.on('request', (request) => asked.push(request.url()));
      await sheet.goto(where);
      await sheet.waitForSelector('html[data-drawn]');
      expect(await sheet.title()).toBe('The Kesh');
      expect(await sheet.innerText('header p')).toBe('6/8, Dmaj');
      expect(await sheet.locator('.score .abcjs-note').count()).toBeGreaterThan(30);
      await sheet.click('.choices summary');
      await sheet.check('.choices label:has-text("metronome") input');
      await sheet.click('.player button');
      await sheet.waitForFunction(() => document.querySelector<HTMLMeterElement>('.player meter')!.value > 0.005);
      await sheet.waitForSelector('.score .sounding');
      await sheet.fill('.player input[type=range]', '1.25');
      expect(await sheet.innerText('.player output')).toBe('138');
      await sheet.click('.player button');
      await sheet.screenshot({ path: join(screenshots, `link-${offline ? 'file' : 'served'}.png`) });
      expect(await serious(sheet)).toEqual([]);
      expect(faults).toEqual([]);
      expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([where.replace(/#.*/, '')]);
      await away.close();
    }

    const damaged = await browser.newPage();
    await damaged.goto(`file://${form}${link.hash.slice(0, -9)}`);
    await damaged.waitForSelector('.explain');
    expect(await damaged.innerText('.explain')).toMatch(/^The link is damaged/);
    await damaged.close();
    await context.close();
  }, 120_000);

  test('musicXml_Exported_IsReadBackAsATuneOfOnesOwn', async () => {
    const { context, page, said } = await withTune('D');
    const { file, text } = await exported(page, 'Export', 'MusicXML');
    expect(file).toBe('the-kesh.musicxml');
    expect(text).toContain('<work-title>The Kesh</work-title>');
    expect(text).toContain('<fifths>2</fifths>');

    await openGiven(page);
    await page.setInputFiles('dialog input[type=file]', {
      name: file,
      mimeType: 'text/xml',
      buffer: Buffer.from(text.replace('The Kesh', 'Back again')),
    });
    await expect.poll(() => page.inputValue('dialog textarea')).toContain('T:Back again');
    expect(await serious(page)).toEqual([]);
    await page.setInputFiles('dialog input[type=file]', { name: 'b.xml', mimeType: 'text/xml', buffer: Buffer.from('<score-timewise/>') });
    await expect.poll(() => page.innerText('#given-faults')).toMatch(/score-partwise/);
    await page.click('dialog button:text-is("Read it")');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForFunction(() => document.title.startsWith('Back again'));
    // 422s of what cannot be read are lines of the console.
    expect(said.filter((line) => !line.includes('422'))).toEqual([]);

    // Dropped on the page it comes into the same field.
    const data = await page.evaluateHandle(
      (content) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'a.musicxml'));
        return transfer;
      },
      text.replace('The Kesh', 'Let go'),
    );
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await expect.poll(() => page.inputValue('dialog textarea')).toContain('T:Let go');
    await context.close();
  }, 90_000);

  test('sound_ChosenBars_GoRoundWithWhatIsChosenAndTheConsoleIsQuiet', async () => {
    const { context, page, said } = await withTune();
    await page.keyboard.press('m');
    await page.click('.play-bar button[title="How it sounds"]');
    await page.selectOption('.choices select >> nth=0', 'whistle');
    await page.selectOption('.choices select >> nth=1', 'jig');
    expect(await page.innerText('.choices label:has-text("chords") small')).toBe('plays the chord names over the notes');
    for (const label of ['chords', 'count in', 'loop grows faster']) await page.check(`.choices label:has-text("${label}") input`);
    expect(await page.isChecked('.choices label:has-text("metronome") input')).toBe(true);
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'sound-menu.png') });
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('sound')))
      .toBe('whistle,jig,chords,metronome,countIn,ramp');

    // Two bars by the keyboard: b, then the arrows.
    await page.keyboard.press('b');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('l');
    await expect.poll(() => page.innerText('.play-bar button[aria-pressed]')).toBe('↻ Loop bars 2–3');
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        seen.push(Number(/step (\d+)/.exec(document.querySelector('.play-bar .place')!.textContent!)![1]));
      }).observe(document.querySelector('.play-bar .place')!, { characterData: true, childList: true, subtree: true });
    });
    await page.fill('.play-bar input[type=range]', '240');
    await page.locator('.play').click();
    // It has gone round when a later step is followed by an earlier one, twice; the tempo shown has grown by then.
    await page.waitForFunction(() => {
      const { seen } = globalThis as unknown as { seen: number[] };
      return seen.filter((step, i) => i > 1 && step < seen[i - 1]!).length >= 2;
    });
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
    const from = seen.find((_, i) => i > 0)!;
    expect(Math.max(...seen.slice(1)) - Math.min(...seen.slice(1))).toBeLessThan(30);
    expect(from).toBeGreaterThan(2);
    await expect.poll(async () => Number(await page.innerText('.play-bar output'))).toBeGreaterThan(150);
    await page.fill('.play-bar input[type=range]', '120');
    await page.locator('.play').click();
    await page.waitForSelector('.play:text("Play")');
    expect(said).toEqual([]);
    await context.close();
  }, 90_000);
});
