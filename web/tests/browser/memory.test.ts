import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { withPauses } from './pauses.ts';
import { serve, withoutProgram, type Served } from './served.ts';
import { written } from './written.ts';

let browser: Browser;
let studio: Served;

/** What the page holds once nothing that is garbage is left: bytes of objects, of buffers (recordings), and the document’s nodes and listeners. */
interface Held {
  objects: number;
  nodes: number;
  listeners: number;
  buffers: number;
}

async function held(devtools: CDPSession): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize: number;
    backingStorageSize: number;
  };
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { objects: usedSize + embedderHeapUsedSize, nodes, listeners: jsEventListeners, buffers: backingStorageSize };
}

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

describe.skipIf(withoutBrowser || withoutProgram)('what the page holds while tunes are written', () => {
  beforeAll(async () => {
    [browser, studio] = await Promise.all([launch(), serve()]);
  });
  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  });

  test('heap_TunesWrittenOneAfterAnother_LevelsOff', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    await withPauses(page);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    await page.goto(studio.address);
    const devtools = await page.context().newCDPSession(page);
    const after: Record<number, Held> = {};
    for (let tunes = 1; tunes <= 48; tunes++) {
      await written(page, 1000 + tunes);
      if (tunes % 6 !== 0) continue;
      const now = (after[tunes] = await held(devtools));
      console.info(
        `After ${tunes} tunes: ${mega(now.objects)}, ${now.nodes} nodes, ${now.listeners} listeners, ${mega(now.buffers)} of buffers.`,
      );
    }
    expect(after[48]!.objects - after[24]!.objects).toBeLessThan(4e6);
    expect(after[48]!.buffers).toBeLessThan(112 * 1024 * 1024);
  }, 600_000);
});
