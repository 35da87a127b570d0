// How long the studio takes from the press to the offers: bars 5 to 8 of twelve tunes, 256 candidates each; on Linux the
// processor time that the server takes for them as well, which a busy machine moves less.
//   node bench/offers.mjs [PROGRAM]     (PROGRAM: Lilt.Cli.dll; src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll unless given)
import { existsSync, readFileSync } from 'node:fs';
import { withStudio } from './with-studio.mjs';

await withStudio(process.argv[2], [], async ({ pid, events, write }) => {
  // User and system time of the server so far, in seconds; the clock of /proc has a hundred ticks a second.
  const stat = `/proc/${pid}/stat`;
  const processor = () => {
    if (!existsSync(stat)) return Number.NaN;
    const fields = readFileSync(stat, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  };
  const rows = [];
  for (let n = 0; n < 12; n++) {
    const [tune] = await write({ seed: 101 + n, prime: n % 2 === 0 ? 'M:6/8' : 'M:4/4' });
    const [began, used] = [performance.now(), processor()];
    const asked = { kind: 'bars', from: 5, to: 8, seed: 1 };
    const last = (await events('POST', `api/tunes/${tune}/rewrite`, asked)).at(-1);
    rows.push({
      seconds: (performance.now() - began) / 1000,
      work: processor() - used,
      effective: last.effective,
      candidates: last.candidates,
      offers: last.offers.length,
    });
  }
  for (const { seconds, work, effective, candidates, offers } of rows)
    console.log(
      `${seconds.toFixed(2)} s, ${work.toFixed(2)} s of processor time  ${candidates} candidates, effective ${effective.toFixed(1)}, ${offers} offers`,
    );
  for (const [name, key] of [
    ['from the press to the offers', 'seconds'],
    ['processor time', 'work'],
  ]) {
    const sorted = rows.map((row) => row[key]).toSorted((a, b) => a - b);
    console.log(
      `${name}: median ${((sorted[5] + sorted[6]) / 2).toFixed(2)} s, least ${sorted[0].toFixed(2)}, most ${sorted[11].toFixed(2)}`,
    );
  }
});
