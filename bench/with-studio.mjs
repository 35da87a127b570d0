// A studio of its own for a measurement: `lilt serve` on a free port with an empty session.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs a measurement in a studio that is started for it, and ends the studio.
 * @param program Lilt.Cli.dll; that of the Release build unless.
 * @param more Further words of the command line.
 * @param measure Gets the studio: its process’s number `pid`, its `address`, `ask(method, path, body)` for an answer's bytes, `json` for its JSON, `events` for
 * what a stream of events holds, and `write(request)` for the tunes of a run, which ends first.
 */
export async function withStudio(program, more, measure) {
  const built = program ?? 'src/Lilt.Cli/bin/Release/net10.0/Lilt.Cli.dll';
  const data = mkdtempSync(join(tmpdir(), 'lilt-bench-'));
  const child = spawn('dotnet', [built, 'serve', '--port', '0', '--data', data, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
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
      if (!answer.ok) throw new Error(`${method} ${where}: ${await answer.text()}`);
      return Buffer.from(await answer.arrayBuffer());
    };
    const json = async (method, where, body) => JSON.parse(String(await ask(method, where, body)));
    const events = async (method, where, body) =>
      String(await ask(method, where, body))
        .split('\n')
        .filter((line) => line.startsWith('data: '))
        .map((line) => JSON.parse(line.slice(6)));
    const models = await json('GET', 'api/models');
    const model = (models.find(({ isDefault }) => isDefault) ?? models[0]).id;
    const session = (await json('POST', 'api/sessions', { name: 'measured' })).id;
    const write = async (request) => {
      const { job } = await json('POST', `api/sessions/${session}/tunes`, { model, ...request });
      await ask('GET', `api/events?job=${job}`);
      const { tunes, problem } = await json('GET', `api/jobs/${job}`);
      if (problem !== null) throw new Error(problem);
      return tunes;
    };
    await measure({ pid: child.pid, address, ask, json, events, write, session });
  } finally {
    child.kill('SIGINT');
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()));
    rmSync(data, { recursive: true, force: true });
  }
}
