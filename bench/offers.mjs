// How long the studio takes from the press to the offers: bars 5 to 8 of twelve tunes, 256 candidates each; on Linux the
// processor time that the server takes for them as well, which a busy machine moves less.
//   node bench/offers.mjs [PROGRAM]     (PROGRAM: Lilt.Cli.dll; src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll unless given)
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.argv[2] ?? 'src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll';
const data = mkdtempSync(join(tmpdir(), 'lilt-offers-'));
const child = spawn('dotnet', [program, 'serve', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
// User and system time of the server so far, in seconds; the clock of /proc has a hundred ticks a second.
const stat = `/proc/${child.pid}/stat`;
const processor = () => {
  if (!existsSync(stat)) return Number.NaN;
  const fields = readFileSync(stat, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
try {
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`lilt serve ended with ${code}.`)));
  });
  const page = await (await fetch(address)).text();
  const token = /name="lilt-token" content="([^"]*)"/.exec(page)[1];
  const ask = async (method, where, body) => {
    const answer = await fetch(address + where, {
      method,
      headers: { 'X-Lilt-Token': token, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.text();
  };
  const events = (text) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice(6)));
  const models = JSON.parse(await ask('GET', 'api/models'));
  const model = (models.find(({ isDefault }) => isDefault) ?? models[0]).id;
  const session = JSON.parse(await ask('POST', 'api/sessions', { name: 'offers' })).id;
  const rows = [];
  for (let n = 0; n < 12; n++) {
    const written = await ask('POST', `api/sessions/${session}/tunes`, {
      model,
      seed: 101 + n,
      prime: n % 2 === 0 ? 'M:6/8' : 'M:4/4',
    });
    const tune = events(written).find(({ id }) => id !== undefined).id;
    const [began, used] = [performance.now(), processor()];
    const last = events(
      await ask('POST', `api/tunes/${tune}/rewrite`, {
        kind: 'bars',
        from: 5,
        to: 8,
        seed: 1,
      }),
    ).at(-1);
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
} finally {
  child.kill('SIGINT');
  await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()));
  rmSync(data, { recursive: true, force: true });
}
