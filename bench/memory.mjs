// How much memory the studio takes while a session grows: tunes are written one after another, and each is opened as the page opens it (the
// tune, every site of every layer, the likeliest tokens, an order of the units, spectra). Linux: the process's memory as /proc tells it.
//   node bench/memory.mjs [PROGRAM] [TUNES] [OPTION...]
// PROGRAM: Lilt.Cli.dll (src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll unless given); TUNES: 500 unless given; OPTION: of `lilt serve`.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { withStudio } from './with-studio.mjs';

const [program, tunes = '500', ...more] = process.argv.slice(2);
const count = Number(tunes);
const sites = ['h', 'c', 'i', 'f', 'g', 'o'].flatMap((site) => [1, 2, 3].map((layer) => `recording/${site}/${layer}`));

await withStudio(program, more, async ({ pid, ask, write }) => {
  const megabytes = (name) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024) / 1e6;
  // User and system time so far, in seconds; the clock of /proc has a hundred ticks a second.
  const processor = () => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  };
  const say = (what) =>
    console.log(`${what}: ${megabytes('VmRSS').toFixed(0)} MB, at most ${megabytes('VmHWM').toFixed(0)} MB so far, ${processor().toFixed(1)} s of processor time`);
  say('at the start');
  let writing = 0;
  for (let n = 0; n < count; n++) {
    const began = processor();
    const [tune] = await write({ seed: 1 + n, prime: n % 2 === 0 ? 'M:6/8' : 'M:4/4' });
    writing += processor() - began;
    await Promise.all(['', '/recording/h/1', '/posterior', '/order?site=h&layer=1&by=peak'].map((what) => ask('GET', `api/tunes/${tune}${what}`)));
    await ask('GET', `api/tunes/${tune}/spectra?site=h&window=hann`);
    for (const site of sites) await ask('GET', `api/tunes/${tune}/${site}`);
    if ((n + 1) % Math.ceil(count / 20) === 0) say(`after ${n + 1} tunes`);
  }
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  say('half a minute later');
  console.log(`writing alone: ${writing.toFixed(1)} s of processor time; the machine's load was ${loadavg()[0].toFixed(1)}`);
});
