// How long the studio takes until a tune stands there, score and heat map: the first tune of a page, pressed as soon as it can be, in a studio
// that was just started; later ones; and a tune of 2,000 tokens that is pasted, by stage. Beside the clock stands the processor time, which a
// busy machine moves less (Linux: of the server as /proc tells it).
//   node bench/studio.mjs [PROGRAM] [STUDIOS] [TUNES]
// PROGRAM: Lilt.Cli.dll (src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll unless given); STUDIOS: how many are started, 3 unless given; TUNES: later
// tunes of each, 8 unless given. PROFILE=FILE keeps what the page's processor time went into while the pasted tune was read (open it in
// Chromium's developer tools).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { pastedTune } from './pasted-tune.mjs';
import { withStudio } from './with-studio.mjs';

const { chromium } = createRequire(new URL('../web/package.json', import.meta.url))('playwright-core');
const [program, studios = '3', tunes = '8'] = process.argv.slice(2);
const longest = 120_000;

/** User and system time of a process so far, in milliseconds; the clock of /proc has a hundred ticks a second. */
function processor(pid) {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return Number.NaN;
  const fields = readFileSync(stat, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Clicks a button; the milliseconds until the score and the heat map of a tune stand there, and its steps. */
const shown = (page, button, name) =>
  page.evaluate(
    ([pressed, called]) =>
      new Promise((resolve) => {
        performance.clearResourceTimings();
        const start = performance.now();
        const at = {};
        document.querySelector(pressed).click();
        const look = () => {
          const title = document.querySelector('.title span')?.textContent ?? '';
          const heat = document.querySelector('.network-pane canvas')?.getAttribute('aria-label') ?? '';
          const now = performance.now() - start;
          if (title === called) at.title ??= now;
          if (title === called && document.querySelector('.score svg[aria-label$="' + called + '"]') !== null) at.score ??= now;
          if (heat.includes(`“${called}”`)) at.heat ??= now;
          if (at.score !== undefined && at.heat !== undefined) {
            const asked = performance
              .getEntriesByType('resource')
              .map(({ name: where, startTime, responseStart, responseEnd }) => ({
                where: new URL(where).pathname,
                from: startTime - start,
                first: responseStart - start,
                to: responseEnd - start,
              }));
            resolve({ time: now, at, asked, steps: Number(/by (\d+) steps/.exec(heat)[1]) });
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [button, name],
  );

const sorted = (times) => times.toSorted((a, b) => a - b);
const share = (times, part) => sorted(times)[Math.min(times.length - 1, Math.floor(part * times.length))];
const said = (times) =>
  `median ${share(times, 0.5).toFixed(0)} ms, 95th of a hundred ${share(times, 0.95).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms of ${times.length}`;

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const [first, later, pasted] = [[], [], []];
for (let turn = 0; turn < Number(studios); turn++) {
  const browser = await chromium.launch({ executablePath, args: ['--headless', ...args] });
  await withStudio(program, [], async ({ pid, address }) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(longest);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    const session = await page.context().newCDPSession(page);
    // The time that the page's thread has worked, and not how long that took on a busy machine.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    /** What the page's own thread has worked so far, in milliseconds. */
    const worked = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
      return { all: of('TaskDuration'), script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
    };
    const measured = async (button, name) => {
      const [server, before] = [processor(pid), await worked()];
      const result = await shown(page, button, name);
      const [after, used] = [await worked(), processor(pid) - server];
      const less = Object.fromEntries(Object.entries(after).map(([what, much]) => [what, much - before[what]]));
      return { ...result, server: used, page: less };
    };
    const write = async (seed) => {
      await page.waitForSelector('.writing button[type=submit]:not(:disabled)');
      await page.fill('.seed input', String(seed));
      return await measured('.writing button[type=submit]', `seed ${seed}`);
    };
    await page.goto(address);
    const { time, steps, server, page: own } = await write(200 + turn);
    first.push(time);
    console.log(
      `first tune of studio ${turn + 1}: ${time.toFixed(0)} ms (${steps} steps), processor time: server ${server} ms, page ${own.all.toFixed(0)} ms`,
    );
    for (let n = 0; n < Number(tunes); n++) later.push(await write(301 + n + 100 * turn));
    await page.click('.bar button[title="Tunes of this session"]');
    await page.click('text=Read a tune of your own');
    await page.fill('dialog textarea', pastedTune(2000, turn));
    if (process.env.PROFILE !== undefined) {
      await session.send('Profiler.enable');
      await session.send('Profiler.start');
    }
    const long = await measured('dialog button[type=submit]', 'a long tune');
    if (process.env.PROFILE !== undefined)
      writeFileSync(process.env.PROFILE, JSON.stringify((await session.send('Profiler.stop')).profile));
    pasted.push(long);
    console.log(
      `pasted tune of ${long.steps} tokens: ${long.time.toFixed(0)} ms, its title after ${long.at.title.toFixed(0)}, score after ${long.at.score.toFixed(0)}, heat map after ${long.at.heat.toFixed(0)} ms; processor time: server ${long.server} ms, page ${long.page.all.toFixed(0)} ms (script ${long.page.script.toFixed(0)}, style and layout ${long.page.layout.toFixed(0)})`,
    );
    for (const { where, from, first: begun, to } of long.asked)
      console.log(`  ${where.replace(/[0-9a-f]{16,}/g, '…')}: asked after ${from.toFixed(0)}, answered from ${begun.toFixed(0)} to ${to.toFixed(0)} ms`);
  });
  await browser.close();
}
console.log(`first tunes: ${said(first)}`);
console.log(
  `later tunes: ${said(later.map(({ time }) => time))}; processor time: server ${said(later.map(({ server }) => server))}; page ${said(later.map(({ page }) => page.all))}`,
);
console.log(`pasted tunes of 2,000 tokens: ${said(pasted.map(({ time }) => time))}`);
console.log(`The machine's load at the end was ${loadavg()[0].toFixed(1)}.`);
