// What the studio's bound of memory costs a page that writes tune after tune and looks into each: two studios, one with the memory that it has
// unless told otherwise and one with much, take turns at ten tunes each. Linux: processor time as /proc tells it.
//   node bench/memory-cost.mjs [PROGRAM] [ROUNDS]
// PROGRAM: Lilt.Cli.dll (src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll unless given); ROUNDS: 12 unless given.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { withStudio } from './with-studio.mjs';

const [program, rounds = '12'] = process.argv.slice(2);
const tunesATurn = 10;
const sites = ['h', 'c', 'i', 'f', 'g', 'o'].flatMap((site) => [1, 2, 3].map((layer) => `recording/${site}/${layer}`));

/** User and system time of a process so far, in seconds; the clock of /proc has a hundred ticks a second. */
function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1.024e-3;

/** Writes some tunes and looks into each; the seconds and the processor's seconds of writing, and of all. */
async function turn({ pid, ask, write }, seed) {
  const sum = { writing: 0, work: 0, all: processor(pid) };
  for (let n = 0; n < tunesATurn; n++) {
    const [began, used] = [performance.now(), processor(pid)];
    const [tune] = await write({ seed: seed + n, prime: n % 2 === 0 ? 'M:6/8' : 'M:4/4' });
    sum.writing += (performance.now() - began) / 1000;
    sum.work += processor(pid) - used;
    for (const what of ['', '/posterior', '/spectra?site=h&window=hann', ...sites.map((site) => `/${site}`)])
      await ask('GET', `api/tunes/${tune}${what}`);
  }
  sum.all = processor(pid) - sum.all;
  return sum;
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

await withStudio(program, [], (bounded) =>
  withStudio(program, ['--memory', '8192'], async (free) => {
    const ratios = { writing: [], work: [], all: [] };
    const sums = [bounded, free].map(() => ({ writing: 0, work: 0, all: 0 }));
    for (let round = 0; round < Number(rounds); round++) {
      const made = [];
      // The one that was second is first the next time.
      for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) made[which] = await turn([bounded, free][which], 1 + round * tunesATurn);
      // What the first round compiles is not counted.
      if (round === 0) continue;
      for (const what of Object.keys(ratios)) {
        ratios[what].push(made[0][what] / made[1][what]);
        for (const which of [0, 1]) sums[which][what] += made[which][what];
      }
    }
    const tunes = (Number(rounds) - 1) * tunesATurn;
    for (const [which, name] of ['400 MiB', '8192 MiB'].entries())
      console.log(
        `${name}: ${(tunes / sums[which].writing).toFixed(2)} tunes a second written, ${((1000 * sums[which].work) / tunes).toFixed(0)} ms of processor time each, ${((1000 * sums[which].all) / tunes).toFixed(0)} ms with all that is looked at; ${memory([bounded, free][which].pid).toFixed(0)} MB at the end`,
      );
    console.log(
      `400 MiB takes, beside 8192 in the same round (medians of ${ratios.work.length}): ${median(ratios.writing).toFixed(3)} of the time to write, ${median(ratios.work).toFixed(3)} of the processor time to write, ${median(ratios.all).toFixed(3)} of the processor time of all; the machine's load was ${loadavg()[0].toFixed(1)}`,
    );
  }),
);
