import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';

const script = new URL('../../dist/training/training.js', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'lilt-training-'));
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A training run</title></head><body>
<h3>After epoch 1</h3><pre class="abc" data-name="the tune after epoch 1">X:1
T:Epoch 1
L:1/8
)) :| &lt; no tune at all
</pre>
<h3>After epoch 2</h3><pre class="abc" data-name="the tune after epoch 2">X:1
T:Epoch 2
L:1/8
M:6/8
K:Cmaj
|: G E E D E E | G A B c d e :|
</pre>`;

describe.skipIf(withoutBrowser)('the report of a training run in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('tunes are drawn and sound, what is no tune stays text, and nothing is asked of the network', async () => {
    expect(existsSync(script), 'the web parts are not built: npm run build').toBe(true);
    const file = join(folder, 'report.html');
    writeFileSync(file, `${page}<script>${readFileSync(script, 'utf8').replaceAll('</script', '<\\/script')}</script></body></html>`);
    const tab = await browser.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('request', (request) => requests.push(request.url()));
    await tab.goto(pathToFileURL(file).href);
    await tab.waitForSelector('html[data-drawn]');

    expect(await tab.locator('.heard svg .abcjs-note').count()).toBeGreaterThanOrEqual(12);
    expect(await tab.locator('pre.abc').count()).toBe(2);
    await tab.getByRole('button', { name: 'Play the tune after epoch 2' }).click();
    await expect
      .poll(
        () =>
          tab
            .locator('meter')
            .last()
            .evaluate((meter) => (meter as HTMLMeterElement).value),
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    expect(errors).toEqual([]);
    expect(requests.filter((address) => !/^(file|blob|data):/.test(address))).toEqual([]);
    await tab.close();
  });
});
