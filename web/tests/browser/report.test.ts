import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedText } from '../../figures/number.ts';
import * as byHand from '../studies/causes-by-hand.ts';
import { emptied } from '../studies/emptied.ts';
import { madeStudy } from '../studies/made.ts';
import { launch, withoutBrowser } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'lilt-report-'));
const address = pathToFileURL(join(folder, 'index.html')).href;
const drawnWithin = 40_000;

interface Seen {
  page: Page;
  errors: string[];
  requests: string[];
}

let browser: Browser;

async function open(scheme: 'light' | 'dark', at = address, viewport = { width: 1280, height: 800 }): Promise<Seen> {
  const page = await browser.newPage({ viewport, colorScheme: scheme });
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(at);
  await page.waitForSelector('html[data-drawn]', { timeout: drawnWithin });
  return { page, errors, requests };
}

/** What axe finds wrong, of any weight. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await checker.run({ resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  });
}

/** How many different colours a figure's screenshot holds, counted by the page's own canvas; and its brightest share. */
async function colours(page: Page, selector: string): Promise<{ count: number; mean: number }> {
  const shot = await page.locator(selector).first().screenshot();
  const blank = await browser.newPage();
  const result = await blank.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, picture.width, picture.height);
    const seen = new Set<number>();
    let sum = 0;
    for (let i = 0; i < pixels.length; i += 4) {
      seen.add((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!);
      sum += pixels[i]! + pixels[i + 1]! + pixels[i + 2]!;
    }
    return { count: seen.size, mean: sum / (3 * 255 * (pixels.length / 4)) };
  }, shot.toString('base64'));
  await blank.close();
  return result;
}

describe.skipIf(withoutBrowser)('the report in Chromium', () => {
  const study = madeStudy('whole');
  const headline = study.headline!;
  const { excision } = study.figures;
  const names = Object.keys(study.figures);
  const look = madeStudy('look');
  const causes = madeStudy('causes');
  const { clockFace, units, heard, section, besideCut, subspace } = byHand;
  const inside = { clockFace, units, heard, section, besideCut, subspace };
  let light: Seen;

  beforeAll(async () => {
    const form = readFileSync(join(import.meta.dirname, '..', '..', 'dist', 'report', 'report.html'), 'utf8');
    const fill = (name: string, study: unknown): void => {
      const text = JSON.stringify(study).replaceAll('<', '\\u003c');
      writeFileSync(
        join(folder, name),
        form.replace('{{LILT_TITLE}}', () => 'A study').replace('{{LILT_STUDY}}', () => text),
      );
    };
    fill('index.html', study);
    fill('scant.html', madeStudy('scant'));
    fill('emptied.html', emptied(madeStudy('scant')));
    fill('lacking.html', {
      ...study,
      figures: {
        ...study.figures,
        stimulation: null,
        unitSpectra: { ...study.figures.unitSpectra, layers: [{ layer: 1 }] },
        lesionCurves: study.figures.tune,
      },
    });
    fill('look.html', look);
    fill('causes.html', causes);
    // What a quick study leaves out, by hand.
    fill('inside.html', { ...causes, figures: { ...causes.figures, ...inside } });
    fill('claims.html', { ...study, figures: { tune: study.figures.tune } });
    fill('strange.html', { ...study, kind: 'causes', figures: { lesionCurves: study.figures.tune } });
    browser = await launch();
    light = await open('light');
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test('report_OpenedFromDisk_DrawsAllFiguresAndNoneIsBlank', async () => {
    const drawn = await light.page.$$eval('section[data-figure]', (sections) =>
      sections.map((section) => [section.getAttribute('data-figure'), section.querySelectorAll('svg.lilt-figure').length]),
    );
    expect(drawn).toEqual(names.map((name) => [name, 1]));
    for (const name of names) {
      // Letters alone, smoothed, make some thirty greys; axes, curves and pictures many more.
      expect((await colours(light.page, `section[data-figure=${name}] svg.lilt-figure`)).count, name).toBeGreaterThan(40);
    }
  });

  test('report_Opened_SaysWhatWasFoundBesideTheArticle', async () => {
    const text = await light.page.innerText('section[data-figure=excision]');
    expect(excision.article).not.toBeNull();
    for (const sentences of [excision.article!, excision.here]) expect(text).toContain(sentences);
    // The figures, what else was found, and what stands beside the page.
    expect(await light.page.$$eval('nav a', (links) => links.length)).toBe(names.length + 2);
    expect(await light.page.$$eval('section[data-figure=excision] .score svg', (scores) => scores.length)).toBe(1 + excision.cuts.length);
  });

  test('report_FirstScreen_HoldsQuestionAnswerTableAndPictureAndTwoTunesToPlay', async () => {
    const { page } = light;
    await page.evaluate(() => scrollTo(0, 0));
    expect(await page.title()).toBe(headline.question);
    expect(await page.innerText('h1')).toBe(headline.question);
    expect(await page.innerText('.answer .said')).toBe(headline.answer);
    expect(
      await page.$$eval('.layers tbody tr', (rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText))),
    ).toEqual([
      ['units that beat', ...headline.layers.map(({ beating, unitsInLayer }) => `${beating} of ${unitsInLayer}`)],
      ['units cut', '169 of 512', '169 of 512', '169 of 512'],
      ...(['countedUncut', 'countedCut', 'countedRandom'] as const).map((share, i) => [
        ['measures counted', 'with them cut', 'with random ones cut'][i]!,
        ...headline.layers.map((layer) => `${fixedText(100 * layer[share]!, 1)} %`),
      ]),
      [
        'serves counting',
        ...headline.layers.map(({ counts }) => `${{ supported: '✓', contradicted: '✗', undetermined: '?' }[counts]} ${counts}`),
      ],
      [
        'relays the bar',
        ...headline.layers.map(({ relays }) => `${{ supported: '✓', contradicted: '✗', undetermined: '?' }[relays]} ${relays}`),
      ],
    ]);
    expect(await page.$$eval('.answer .disagreement', (all) => all.map((sentence) => (sentence as HTMLElement).innerText))).toEqual(
      headline.disagreements,
    );
    expect(headline.disagreements.length).toBeGreaterThan(0);
    // What interchange says of the same layers, and where to read of it.
    expect(excision.control!.interchange!.here).toMatch(/^Interchanged instead of cut, .* keeps the count\.$/);
    expect(await page.innerText('.answer .otherwise')).toBe(`${excision.control!.interchange!.here} See docs/causes.md.`);
    const foot = (selector: string): Promise<number[]> =>
      page.$$eval(selector, (all) => all.map((element) => element.getBoundingClientRect().bottom));
    for (const bottom of [
      ...(await foot('.answer .layers')),
      ...(await foot('.answer svg.lilt-figure')),
      ...(await foot('.answer .player button')),
    ])
      expect(bottom).toBeLessThan(800);
    expect((await foot('.answer .player button')).length).toBe(2);
    // Nats and p stand in the caption alone.
    const outside = await page.$eval('.answer', (answer) => {
      const copy = answer.cloneNode(true) as HTMLElement;
      for (const caption of copy.querySelectorAll('figcaption, svg')) caption.remove();
      return copy.textContent ?? '';
    });
    expect(outside).not.toMatch(/nats|Holm|p = /);
  });

  test('report_OnAPhone_AnswersBeforeTheContentsAndNothingScrollsSideways', async () => {
    for (const name of ['index.html', 'scant.html', 'emptied.html']) {
      const { page, errors } = await open('light', pathToFileURL(join(folder, name)).href, { width: 390, height: 844 });
      const top = (selector: string): Promise<number> => page.$eval(selector, (element) => element.getBoundingClientRect().top);
      expect(await top('.said'), name).toBeLessThan(844);
      expect(await top('.layers'), name).toBeLessThan(await top('nav'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(390);
      expect(
        await page.$$eval(
          '.answer, .answer .layers, .answer .picture',
          (all) => all.filter((element) => element.scrollWidth > element.clientWidth).length,
        ),
        name,
      ).toBe(0);
      expect(await violations(page), name).toEqual([]);
      expect(errors, name).toEqual([]);
      await page.close();
    }
  });

  test('report_WithoutAControl_SaysSoAndShowsNoPictureOfOne', async () => {
    const { page } = await open('dark', pathToFileURL(join(folder, 'scant.html')).href);
    expect(await page.innerText('.answer .said')).toContain('no control was run');
    expect(await page.$$eval('.layers tbody th', (names) => names.map((name) => name.textContent))).toEqual([
      'units that beat',
      'units cut',
      'serves counting',
      'relays the bar',
    ]);
    expect(await page.locator('.answer svg.lilt-figure').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('report_Verdicts_AreALineEachWithAWord', async () => {
    expect(await light.page.$$eval('.verdicts li', (items) => items.map((item) => item.textContent))).toEqual(
      study.verdicts.map(
        ({ verdict, sentence }) => `${{ supported: '✓', contradicted: '✗', undetermined: '?' }[verdict]} ${verdict}${sentence}`,
      ),
    );
  });

  test('report_LongScore_IsFoldedUntilAskedForAndWholeOnPaper', async () => {
    const { page } = light;
    const held = page.locator('.answer .held').first();
    // The score is as wide as its place, which is not the same on paper.
    const shape = async (): Promise<number> => {
      const box = (await held.boundingBox())!;
      return box.height / box.width;
    };
    const folded = await shape();
    await page.emulateMedia({ media: 'print' });
    const whole = await shape();
    await page.emulateMedia({ media: 'screen' });
    expect(whole).toBeGreaterThan(1.5 * folded);
    const button = page.locator('.answer .fold > button').first();
    await button.click();
    expect(await shape()).toBeCloseTo(whole, 1);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await button.click();
    expect(await shape()).toBeCloseTo(folded, 1);
    // A fold cuts between two lines, never through one.
    expect(
      await page.$$eval(
        '.held',
        (all) =>
          all.flatMap((element) => {
            const edge = element.getBoundingClientRect().bottom;
            return [...element.querySelectorAll('.abcjs-staff')]
              .map((staff) => staff.getBoundingClientRect())
              .filter(({ top, bottom }) => top < edge - 1 && bottom > edge + 1);
          }).length,
      ),
    ).toBe(0);
  });

  test('report_Figure16_LabelsDoNotTouch', async () => {
    const touching = await light.page.$$eval('section[data-figure=constantTokens] svg.lilt-figure text', (all) => {
      const boxes = all
        .filter((text) => (text.textContent ?? '') !== '')
        .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
      return boxes.flatMap((one, i) =>
        boxes
          .slice(i + 1)
          .filter(
            (other) =>
              one.box.left < other.box.right &&
              other.box.left < one.box.right &&
              one.box.top < other.box.bottom - 1 &&
              other.box.top < one.box.bottom - 1,
          )
          .map((other) => `${one.said} | ${other.said}`),
      );
    });
    expect(touching).toEqual([]);
  });

  test('report_Tables_HaveATrueMinus', async () => {
    const cells = await light.page.$$eval('.numbers td', (all) => all.map((cell) => cell.textContent ?? ''));
    expect(cells.filter((text) => /^-\d/.test(text))).toEqual([]);
    expect(cells.some((text) => /^−\d/.test(text))).toBe(true);
  });

  test('report_VerdictsOverNotes_AreNotCutAtThePicturesEdge', async () => {
    const over = await light.page.$$eval('.score svg', (scores) =>
      scores.flatMap((score) => {
        const edge = score.getBoundingClientRect().right;
        return [...score.querySelectorAll('.abcjs-annotation')].map((text) => text.getBoundingClientRect().right - edge);
      }),
    );
    expect(over.length).toBeGreaterThan(0);
    expect(Math.max(...over)).toBeLessThan(0.5);
  });

  test('report_PlayButton_MakesSoundAndMarksTheNotes', async () => {
    const { page } = light;
    const button = page.locator('.player button').first();
    await button.click();
    await page.waitForFunction(() => document.querySelector<HTMLMeterElement>('.player meter')!.value > 0.005, undefined, {
      timeout: 15_000,
    });
    await page.waitForSelector('.score .sounding', { timeout: 15_000 });
    const first = await page.locator('.score .sounding').first().getAttribute('class');
    await page.waitForFunction(
      (before) => {
        const mark = document.querySelector('.score .sounding');
        return mark !== null && mark.getAttribute('class') !== before;
      },
      first,
      { timeout: 15_000 },
    );
    await button.click();
    await expect.poll(() => button.textContent()).toBe('▶ Play');
    await expect.poll(() => page.locator('.score .sounding').count()).toBe(0);
  });

  test('report_CsvLink_GivesTheNumbers', async () => {
    const [download] = await Promise.all([
      light.page.waitForEvent('download'),
      light.page.click('section[data-figure=largestActivations] .tools button'),
    ]);
    expect(download.suggestedFilename()).toBe('figure-04-largest-activations-largest-activations.csv');
    const text = readFileSync((await download.path())!, 'utf8');
    expect(text.split('\r\n')[0]).toBe('rank,layer 1,layer 2,layer 3');
    expect(text.trim().split('\r\n').length).toBe(513);
  });

  test('report_OtherView_RedrawsTheFigure', async () => {
    const figure = 'section[data-figure=hiddenStates]';
    const before = await light.page.locator(`${figure} image`).nth(2).getAttribute('href');
    await light.page.click(`${figure} .views button:nth-child(2)`);
    await expect.poll(() => light.page.locator(`${figure} image`).nth(2).getAttribute('href')).not.toBe(before);
  });

  test('report_Printed_IsLightAndShowsNoControls', async () => {
    await light.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await light.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await light.page.locator('.player').first().isVisible()).toBe(false);
    expect((await light.page.pdf({ format: 'A4' })).length).toBeGreaterThan(100_000);
    await light.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  test('report_Readers_AreGivenNames', async () => {
    expect(await violations(light.page)).toEqual([]);
  });

  test('report_InTheDark_IsDarkThroughout', async () => {
    const dark = await open('dark');
    for (const name of ['hiddenStates', 'meanSpectra', 'posterior'] as const) {
      const { count, mean } = await colours(dark.page, `section[data-figure=${name}] svg.lilt-figure`);
      expect(count, name).toBeGreaterThan(40);
      expect(mean, name).toBeLessThan(0.45);
    }
    expect(dark.errors).toEqual([]);
    await dark.page.close();
  });

  test('report_FigureMissingSpoiltOrUnknown_SaysSoAndDrawsTheOthers', async () => {
    const { page, errors } = await open('light', pathToFileURL(join(folder, 'lacking.html')).href);
    expect(await page.innerText('#figure-15-stimulation')).toContain('could not be made');
    expect(await page.innerText('#figure-05-unit-spectra')).toContain('could not be drawn');
    expect(await page.locator('section svg.lilt-figure').count()).toBe(names.length - 2);
    expect(await page.locator('section', { hasText: 'lesionCurves' }).innerText()).toContain('No picture of this figure is known here.');
    expect(errors.length).toBe(1);
    await page.close();
  });

  test('report_StudyThatAnswersNothing_HasItsTitleItsTuneAndItsFigures', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      const { page, errors } = await open('light', pathToFileURL(join(folder, 'look.html')).href, viewport);
      expect(await page.title()).toBe(look.title);
      expect(await page.innerText('h1')).toBe(look.title);
      expect(await page.innerText('#about h2')).toBe('What was found');
      expect(await page.locator('.answer .said, .layers, .verdicts, .kicker').count()).toBe(0);
      expect(await page.locator('.answer .score svg').count()).toBe(1);
      expect(
        await page.$$eval('section[data-figure]', (sections) => sections.map((section) => section.getAttribute('data-figure'))),
      ).toEqual(['tune', 'hiddenStates', 'posterior', 'boundUnits']);
      expect(await page.locator('section svg.lilt-figure').count()).toBe(4);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  test('report_StudyWhoseAnswerIsAPicture_HasItOnTheFirstScreenAndItsVerdictsAfter', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, errors } = await open(scheme, pathToFileURL(join(folder, 'causes.html')).href);
      expect(await page.innerText('.answer .said')).toBe(causes.headline!.answer);
      const bottom = await page.$eval('.answer .head svg.lilt-figure', (svg) => svg.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThan(800);
      expect(await page.locator('.layers').count()).toBe(0);
      expect(await page.locator('section[data-figure=wiring]').count()).toBe(1);
      expect(await page.locator('main section[data-figure=wiring]').count()).toBe(0);
      expect(await page.getAttribute('nav a', 'href')).toBe('#figure-01-wiring');
      // What the answer says isn't said again beside the picture; what the article says is.
      expect(causes.figures.wiring.here).toBe(causes.headline!.answer);
      expect(await page.innerText('.head .beside')).not.toContain(causes.headline!.answer);
      expect(await page.innerText('.head .beside')).toContain(causes.figures.wiring.article!);
      expect(await page.locator('#about .verdicts li').count()).toBe(causes.verdicts.length);
      expect((await colours(page, 'section[data-figure=wiring] svg.lilt-figure')).mean > 0.5).toBe(scheme === 'light');
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    }
  });

  test.each([
    ['causes.html', 7],
    ['inside.html', 13],
  ])('report_FiguresThatFit_AreAsWideAsAPhoneAndTurnWithIt %s', async (file, figures) => {
    const { page } = await open('light', pathToFileURL(join(folder, file)).href, { width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const drawn = (): Promise<{ width: number; scrolls: boolean; over: number; least: number }[]> =>
      page.$$eval('.picture.fits', (all) =>
        all.map((picture) => {
          const svg = picture.querySelector<SVGSVGElement>('svg.lilt-figure')!;
          const edge = svg.getBoundingClientRect();
          const words = [...svg.querySelectorAll('text')].filter((text) => text.textContent !== '');
          const boxes = words.map((text) => text.getBoundingClientRect());
          return {
            width: svg.viewBox.baseVal.width,
            scrolls: picture.scrollWidth > picture.clientWidth,
            over: Math.max(...boxes.map(({ left, right }) => Math.max(right - edge.right, edge.left - left))),
            least: Math.min(...words.map((text) => parseFloat(getComputedStyle(text).fontSize))),
          };
        }),
      );
    const phone = await drawn();
    expect(phone.length).toBeGreaterThanOrEqual(figures);
    for (const { width, scrolls, over, least } of phone) {
      expect(width).toBeLessThan(390);
      expect(scrolls).toBe(false);
      expect(over).toBeLessThan(1);
      expect(least).toBeGreaterThanOrEqual(9.5);
    }
    await page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(async () => Math.min(...(await drawn()).map(({ width }) => width))).toBeGreaterThan(700);
    for (const { scrolls, over } of await drawn()) {
      expect(scrolls).toBe(false);
      expect(over).toBeLessThan(1);
    }
    await page.close();
  });

  test('report_FiguresLeftOut_StandAtTheEndWithTheReasonAndNotInTheContents', async () => {
    const { page } = await open('light', pathToFileURL(join(folder, 'causes.html')).href);
    expect(causes.leftOut.length).toBeGreaterThan(3);
    const said = await page.$$eval('#left-out li', (all) => all.map((item) => item.textContent ?? ''));
    expect(said.length).toBe(causes.leftOut.length);
    for (const [i, { why }] of causes.leftOut.entries()) expect(said[i]).toContain(`: ${why}.`);
    const contents = await page.$$eval('nav a', (all) => all.map((link) => link.getAttribute('href')));
    expect(contents).toContain('#left-out');
    expect(contents.filter((href) => href === '#figure-08-clock-face' || href === '#figure-13-beside-cut')).toEqual([]);
    await page.close();
  });

  test('report_VerdictsThatNoFigureCarries_StandWithWhatElseWasFound', async () => {
    const { page } = await open('light', pathToFileURL(join(folder, 'claims.html')).href);
    expect(await page.locator('.verdicts').count()).toBe(1);
    expect(await page.locator('#about .verdicts li').count()).toBe(study.verdicts.length);
    await page.close();
  });

  test('report_KindOfWhichNothingIsKnown_SaysSoInASentence', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'strange.html')).href);
    expect(await page.innerText('body')).toBe('No figure of a study of the kind “causes” is known here: it may be of a later Lilt.');
    await page.close();
  });

  test('report_AllTheWhile_NoErrorAndNoRequest', () => {
    expect(light.errors).toEqual([]);
    expect(light.requests.filter((url) => url !== address && !/^(data|blob):/.test(url))).toEqual([]);
  });
});
