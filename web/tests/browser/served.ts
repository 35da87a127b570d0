import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notBuilt, program, root } from '../program.ts';

/** Tests of the studio need the program; they are skipped where it was not built, and fail where CI=true. */
export const withoutProgram = program === undefined && process.env.CI !== 'true';

/** Where the screenshots are kept for whoever looks at them. */
export const screenshots = join(root, 'artifacts/studio');
mkdirSync(screenshots, { recursive: true });

/** A studio that was started for a test, with sessions of its own. */
export interface Served {
  address: string;
  /** Ends it and starts it again on the same data, under the same address. */
  restart: () => Promise<void>;
  /** Makes what it does last: it stands still, whatever the machine's speed, until `goOn`. */
  standStill: () => void;
  goOn: () => void;
  /** Starts another studio on the same data, under another address; it is to be stopped first. */
  beside: () => Promise<Pick<Served, 'address' | 'stop'>>;
  stop: () => Promise<void>;
}

/** How long the program may take until it answers; it is some tenths of a second on a machine at rest. */
const upWithin = 60_000;

/**
 * Starts `lilt serve` on a free port with an empty data folder.
 * @param more further words of its command line.
 */
export async function serve(...more: string[]): Promise<Served> {
  const built = program;
  if (built === undefined) throw new Error(notBuilt);
  const data = mkdtempSync(join(tmpdir(), 'lilt-studio-'));
  const start = (port = '0'): ChildProcess =>
    spawn('dotnet', [built, 'serve', '--port', port, '--data', data, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  let child = start();
  const served: Served = {
    address: await firstAddress(child),
    restart: async () => {
      await end(child);
      child = start(new URL(served.address).port);
      served.address = await firstAddress(child);
    },
    standStill: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    beside: async () => {
      const other = start();
      return { address: await firstAddress(other), stop: () => end(other) };
    },
    stop: async () => {
      await end(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
  return served;
}

/** What a command line of the studio prints, run in a folder as a person would run it. */
export const run = (command: string, folder: string): string =>
  execFileSync('sh', ['-c', `lilt() { dotnet ${JSON.stringify(program)} "$@"; }; ${command}`], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  child.kill('SIGCONT');
  const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await ended;
  clearTimeout(late);
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`lilt serve said no address within ${upWithin / 1000} s: ${said}`));
    }, upWithin);
    const hear = (text: Buffer): void => {
      said += text.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found === null) return;
      clearTimeout(late);
      resolve(found[0]);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`lilt serve ended with ${code}: ${said}`));
    });
  });
}
