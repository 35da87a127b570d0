import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { program } from '../program.ts';
import { violations } from './accessible.ts';
import { launch, withoutBrowser } from './chromium.ts';
import { inOrder } from './in-order.ts';
import { withPauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

/** A loaded machine takes long to read the model and to write; a machine at rest takes a second. */
const within = 60_000;

let served: Served;
let browser: Browser;
let page: Page;
let folder: string;
const errors: string[] = [];

const menu = (): Locator => page.locator('.bar .menu').first();
const used = (): Promise<string> => menu().locator('button').first().innerText();
const notice = (): Locator => page.locator('.notice');

/** Lets go of a file over the page, as a person does. */
async function drop(path: string): Promise<void> {
  // A file is brought into the page by a field of its own, since a drag from the desktop cannot be made here.
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { type: 'file', id: 'brought' });
    document.body.append(field);
  });
  await page.setInputFiles('#brought', path);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#brought')!;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(field.files![0]!);
    field.remove();
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
}

describe.skipIf(withoutBrowser || withoutProgram)('models that are put in, in Chromium', () => {
  const step = inOrder();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lilt-models-'));
    execFileSync('dotnet', [program!, 'plant', 'durations', '--units', '32', '--out', join(folder, 'Counter.safetensors')], {
      stdio: 'ignore',
    });
    [served, browser] = await Promise.all([serve(), launch()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      // A file that cannot be read, and a tune whose network is away: what the browser says of an answer that the page tells.
      if (message.type() === 'error' && !/ 422 | 409 /.test(message.text())) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await withPauses(page);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    await page.goto(served.address);
    await page.locator('.writing button[type=submit]:not(:disabled)').waitFor({ timeout: within });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  step('drop_OfAModel_IsTakenUsedAndWrites', async () => {
    await drop(join(folder, 'Counter.safetensors'));
    await expect.poll(used, { timeout: within }).toContain('Counter');
    await notice().getByText('The model “Counter” is here and used.').waitFor({ timeout: within });
    await page.getByRole('spinbutton', { name: 'seed' }).fill('5');
    await page.getByRole('button', { name: 'Write', exact: true }).click({ timeout: within });
    await page.locator('.score-pane').getByText('seed 5').first().waitFor({ timeout: within });
    await menu().locator('button').first().click();
    await menu().getByRole('button', { name: 'Take away Counter' }).waitFor();
    expect(
      await menu()
        .getByRole('button', { name: /^Take away/ })
        .count(),
    ).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'models-put-in.png') });
    await page.keyboard.press('Escape');
  });

  step('drop_OfADamagedModel_IsToldAndNothingChanges', async () => {
    const cut = join(folder, 'cut.pkl');
    writeFileSync(cut, Buffer.from([0x80, 2, 0x7d, 0x71]));
    await drop(cut);
    await notice().getByText('The file cannot be read as a model. cut.pkl, byte ').waitFor({ timeout: within });
    expect(await used()).toContain('Counter');
    await page.screenshot({ path: join(screenshots, 'models-damaged.png') });
    await notice().getByRole('button', { name: 'Close this message' }).click();
  });

  step('open_OfTheSameFileUnderAnotherName_IsThatModel', async () => {
    const same = join(folder, 'again.safetensors');
    copyFileSync(join(folder, 'Counter.safetensors'), same);
    await menu().locator('button').first().click();
    await menu().getByRole('button', { name: 'Open a model …' }).waitFor();
    await menu().getByLabel("A model's file").setInputFiles(same);
    await notice().getByText('This model is here already, as “Counter”: it is used.').waitFor({ timeout: within });
    expect(basename(same)).not.toContain('Counter');
  });

  step('restart_OfTheStudio_KeepsTheModel', async () => {
    expect(errors).toEqual([]);
    await served.restart();
    await page.goto(served.address);
    await page.locator('.writing button[type=submit]:not(:disabled)').waitFor({ timeout: within });
    // What the browser says of a studio that is away is no fault of the page.
    errors.length = 0;
    await menu().locator('button').first().click();
    await menu().getByRole('button', { name: 'Counter', exact: false }).first().click();
    await expect.poll(used, { timeout: within }).toContain('Counter');
  });

  step('takeAway_IsDoneAndUndone', async () => {
    await menu().locator('button').first().click();
    await menu().getByRole('button', { name: 'Take away Counter' }).click();
    await notice().getByText('The model “Counter” is taken away.').waitFor({ timeout: within });
    await expect.poll(used, { timeout: within }).not.toContain('Counter');
    await page.keyboard.press('Escape');
    await notice().getByRole('button', { name: 'Undo' }).click();
    await notice().getByText('Undone: the model “Counter” taken away.').waitFor({ timeout: within });
    await expect.poll(used, { timeout: within }).toContain('Counter');
    await expect.poll(() => page.locator('.network-pane canvas').getAttribute('aria-label'), { timeout: within }).toContain('seed 5');
    await page.getByRole('region', { name: 'Next token' }).getByText('drawn', { exact: true }).waitFor({ timeout: within });
    await page.screenshot({ path: join(screenshots, 'models-had-back.png') });
    expect(errors).toEqual([]);
  });

  step('takeAway_AfterAReload_StandsInRecentlyDeleted', async () => {
    await menu().locator('button').first().click();
    await menu().getByRole('button', { name: 'Take away Counter' }).click();
    await notice().getByText('The model “Counter” is taken away.').waitFor({ timeout: within });
    await page.reload();
    await page.click('.bar button[title=Sessions]');
    await page.click('.sheet button.item:has-text("Recently deleted")');
    await page.click('.sheet button.item:has-text("Counter")');
    await notice().getByText('The model “Counter” is back').waitFor({ timeout: within });
    await menu().locator('button').first().click();
    await menu().getByRole('button', { name: 'Take away Counter' }).waitFor({ timeout: within });
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
  });
});
