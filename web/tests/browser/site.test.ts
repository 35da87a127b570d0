import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../site/links.ts';
import { program, root } from '../program.ts';
import { violations } from './accessible.ts';
import { launch, withoutBrowser } from './chromium.ts';
import { withoutProgram } from './served.ts';

const folder = mkdtempSync(join(tmpdir(), 'lilt-site-'));
const site = join(folder, 'site');
const madeWithin = 300_000;

/** One page of every kind. */
const kinds = [
  'index.html',
  'docs/tutorial.html',
  'docs/study.html',
  'docs/index.html',
  'docs/decisions/0001-one-result.html',
  'studies/index.html',
  'gallery/index.html',
  'gallery/causes.html',
  'recipes/index.html',
  'recipes/interchange.html',
  'recipes/smaller-recipe.html',
  'api/index.html',
  'api/Lilt.Operations.html',
  'api/Lilt.Operations.OperationPlan.html',
  'api/Lilt.Studies.VerdictKind.html',
  'api/Lilt.Sweeps.StepValue.html',
  'python/index.html',
  'bench/RESULTS.html',
];
const studies = ['studies/part7-seed-42/index.html', 'studies/causes/index.html'];

/** The pages of the API are docfx's: where it cannot be had the site is not made, but with CI=true. */
const withoutDocfx = process.env.CI !== 'true' && spawnSync('dotnet', ['tool', 'restore'], { cwd: root }).status !== 0;

/** Runs site.sh, and gives what it said at its end and with what it ended. */
function make(words: readonly string[], env: Record<string, string | undefined> = {}): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(join(root, 'site.sh'), words, {
    cwd: folder,
    env: { ...process.env, LILT: program, PYTHON: '/usr/bin/python3', ...env },
    encoding: 'utf8',
  });
  return { code: status, said: stderr.trim() };
}

describe('the links of pages', () => {
  test('faults_OfEveryKind_AreNamed', () => {
    const pages = new Map([
      [
        'a/one.html',
        '<p><a href="two.html#here">two</a> <a href="https://example.org/">out</a> <img src="data:image/png;base64," alt=""></p>',
      ],
      ['a/two.html', '<h2 id="here">Here</h2><a href="../b/nowhere.html">b</a><a href="one.html#there">one</a>'],
      ['c.html', '<img src="http://example.org/x.png" alt=""><a href="../above.html">up</a>'],
    ]);
    expect(faults(folder, pages)).toEqual([
      'a/two.html leads to ../b/nowhere.html, where nothing is.',
      'a/two.html leads to one.html#there, and a/one.html has no such place.',
      'c.html loads http://example.org/x.png.',
      'c.html leads to ../above.html, where nothing is.',
    ]);
  });
});

describe.skipIf(withoutBrowser || withoutProgram || withoutDocfx)('the site', () => {
  let browser: Browser;

  beforeAll(async () => {
    // An older site, which gives way.
    mkdirSync(site);
    for (const name of ['old.html', '.lilt-site']) writeFileSync(join(site, name), 'old');
    const { code, said } = make(['site', '--quick']);
    expect(said).toBe('');
    expect(code).toBe(0);
    browser = await launch();
  }, madeWithin);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page with the network cut, and says what it asked for and what went wrong. */
  async function open(
    path: string,
    scheme: 'light' | 'dark',
    width: number,
  ): Promise<{ page: Page; elsewhere: string[]; errors: string[] }> {
    const context = await browser.newContext({ offline: true, colorScheme: scheme, viewport: { width, height: 844 } });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    page.on('requestfailed', (request) => errors.push(`${request.url()} was not loaded`));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(pathToFileURL(join(site, path)).href);
    // Pictures that wait until they are in sight are asked for too.
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([...document.images].map((image) => image.decode()));
    });
    return { page, elsewhere, errors };
  }

  test.each(kinds)('page_%s_LoadsNothingFromElsewhereAndReadsOnAPhoneAndInTheDark', async (path) => {
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      const { page, elsewhere, errors } = await open(path, scheme, width);
      expect(elsewhere, path).toEqual([]);
      expect(errors, path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
      expect(await violations(page), `${path}, ${scheme}`).toEqual([]);
      expect(await page.locator('h1').count(), path).toBe(1);
      await page.context().close();
    }
  });

  test('studies_InTheSite_OpenWithTheNetworkCut', async () => {
    for (const path of studies) {
      const { page, elsewhere, errors } = await open(path, 'light', 1280);
      await page.waitForSelector('html[data-drawn]');
      expect(elsewhere, path).toEqual([]);
      expect(errors, path).toEqual([]);
      await page.context().close();
    }
  });

  test('firstPage_OnAPhone_HoldsQuestionPictureAndTunes', async () => {
    const { page } = await open('index.html', 'light', 390);
    expect(await page.locator('h1').innerText()).toMatch(/\?$/);
    // The picture is the one that was drawn for a telephone.
    expect(await page.$eval('picture img', (image) => (image as HTMLImageElement).currentSrc)).toContain('/narrow-light/');
    const tunes = await page.$$eval('audio', (all) => all.map((audio) => audio.getAttribute('src')));
    expect(tunes.length).toBe(3);
    for (const tune of tunes) expect(readFileSync(join(site, tune!)).subarray(0, 4).toString()).toBe('RIFF');
    await page.context().close();
  });

  test('everyDocumentAndRecipe_OfTheCheckout_HasItsPage', () => {
    const pages = (of: string, ending: string): string[] =>
      readdirSync(join(root, of))
        .filter((name) => name.endsWith(ending))
        .map((name) => name.replace(ending, '.html'));
    for (const name of pages('docs', '.md')) expect(existsSync(join(site, 'docs', name)), name).toBe(true);
    for (const name of pages('samples', '.cs')) expect(existsSync(join(site, 'recipes', name)), name).toBe(true);
    const list = readFileSync(join(site, 'python/index.html'), 'utf8');
    for (const name of ['lilt.Model', 'Model.read', 'lilt.study']) expect(list).toContain(name);
  });

  test('folder_ThatIsNoSite_IsLeftAlone', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'mine.txt'), 'mine');
    expect(make(['other', '--quick'])).toEqual({
      code: 2,
      said: "site.sh: other is there and no site of Lilt's: it is left alone. Name another folder.",
    });
    expect(readdirSync(other)).toEqual(['mine.txt']);
  });

  test('words_ThatAreWrong_AreOneSentence', () => {
    expect(make(['a', 'b']).said).toBe('site.sh: two folders, a and b: it is ./site.sh [OUT] [--quick].');
    expect(make(['a', '--fast']).said).toBe("site.sh: no option '--fast': it is ./site.sh [OUT] [--quick].");
    expect(make(['nowhere/site']).said).toBe(
      'site.sh: nowhere/site cannot be made: there is no folder nowhere. Make it, or name another place.',
    );
    expect(make(['a', '--quick'], { LILT: join(folder, 'none.dll') }).said).toBe(
      `site.sh: there is no program ${join(folder, 'none.dll')}: leave LILT out to have it built.`,
    );
    expect(make(['a', '--quick'], { PYTHON: 'no-python' }).said).toBe(
      'site.sh: Python is missing: install the package python3, or name one with PYTHON.',
    );
  });

  test('program_ThatIsMissing_IsNamed', () => {
    // A path with what the script itself needs, and one program after the other.
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const given = (name: string): string => spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    for (const name of ['bash', 'env', 'dirname', 'basename']) symlinkSync(given(name), join(bin, name));
    expect(make(['a'], { PATH: bin })).toEqual({
      code: 2,
      said: 'site.sh: the .NET 10 SDK is missing: install the package dotnet-sdk-10.0.',
    });
    symlinkSync(given('dotnet'), join(bin, 'dotnet'));
    expect(make(['a'], { PATH: bin })).toEqual({
      code: 2,
      said: 'site.sh: Node.js 20.19 or later is missing: install the package nodejs.',
    });
  });

  test('site_ThatWasThere_IsReplacedAsAWhole', () => {
    expect(existsSync(join(site, 'old.html'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('site.'))).toEqual([]);
  });
});
