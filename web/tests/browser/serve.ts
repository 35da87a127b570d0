import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = ['Release', 'Debug'].map((kind) => join(import.meta.dirname, '..', '..', '..', 'src', 'Lilt.Cli', 'bin', kind, 'net10.0', 'Lilt.Cli.dll'));

/** The built program; `LILT_PROGRAM` names another. */
const program = [process.env.LILT_PROGRAM ?? '', ...programs].find((path) => path !== '' && existsSync(path));

/** Tests that need the program are skipped where it is not built; where CI=true they run, and fail. */
export const withoutProgram = program === undefined && process.env.CI !== 'true';

/** A studio of its own, with an empty data folder. */
export interface ServedStudio {
  address: string;
  /** Ends the program and starts it again on the same data. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

const upWithin = 30_000;

function start(data: string): Promise<{ process: ChildProcess; address: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('dotnet', [program!, 'serve', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const timer = setTimeout(() => { child.kill(); reject(new Error(`serve is not up within ${upWithin / 1000} s: ${said}`)); }, upWithin);
    const listen = (text: Buffer): void => {
      said += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve({ process: child, address });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => { clearTimeout(timer); reject(new Error(`serve ended with ${code}: ${said}`)); });
  });
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => {
  if (child.exitCode !== null || child.signalCode !== null) { resolve(); return; }
  child.once('exit', () => resolve());
  child.kill('SIGINT');
});

/** Starts the studio. */
export async function serve(): Promise<ServedStudio> {
  if (program === undefined) throw new Error('The program is not built: dotnet build src/Lilt.Cli -c Release.');
  const data = mkdtempSync(join(tmpdir(), 'lilt-studio-'));
  let { process: child, address } = await start(data);
  const studio: ServedStudio = {
    address,
    restart: async () => {
      await ended(child);
      ({ process: child, address } = await start(data));
      studio.address = address;
    },
    stop: async () => {
      await ended(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
  return studio;
}
