import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CausesFigures, Part7Figures, Study } from '../../figures/contract/study.ts';
import { notBuilt, program, root } from '../program.ts';
import { writeWanderingNetwork } from './wandering-network.ts';

const kept = join(root, 'artifacts/web-studies');

/**
 * Studies that the program makes for the tests: part 7 of the shipped network with a small control, and of a small network of one layer, whose
 * few steps have no phrases, no header to exchange and no tunes to go over; a first look, which answers no question; a quick study of causes of
 * the shipped network.
 */
const recipes = {
  whole: () => ['part7', '--seed', '42', '--control', '1', '--tunes', '2'],
  scant: (folder: string) => {
    const network = join(folder, 'wandering.safetensors');
    writeWanderingNetwork(network, 12);
    return ['part7', '--model', network, '--seed', '3', '--prime', 'M:4/4 K:Cmaj', '--limit', '40', '--control', '0'];
  },
  look: () => ['look', '--seed', '42'],
  causes: () => ['causes', '--seed', '42', '--quick'],
} satisfies Record<string, (folder: string) => string[]>;

/** What the studies depend on: the program's own code, and this file's. */
function key(built: string): string {
  const hash = createHash('sha256');
  const folder = dirname(built);
  for (const file of [
    ...['Lilt.dll', 'Lilt.Cli.dll'].map((name) => join(folder, name)),
    import.meta.filename,
    join(import.meta.dirname, 'wandering-network.ts'),
  ])
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The folder of a study, made if the program has not made it yet. */
function folderOf(name: keyof typeof recipes): string {
  if (program === undefined) throw new Error(notBuilt);
  const own = key(program);
  const folder = join(kept, own, name);
  if (existsSync(folder)) return folder;
  mkdirSync(join(kept, own), { recursive: true });
  // Those of a program that has been built over are of no use.
  for (const old of readdirSync(kept)) if (old !== own) rmSync(join(kept, old), { recursive: true, force: true });
  const coming = `${folder}.${process.pid}`;
  execFileSync('dotnet', [program, 'study', ...recipes[name](join(kept, own)), '--out', coming], { stdio: ['ignore', 'ignore', 'pipe'] });
  renameSync(coming, folder);
  return folder;
}

/** A study of part 7. */
export type Part7Study = Study & { figures: Part7Figures };

/** A study of causes. */
export type CausesStudy = Study & { figures: CausesFigures };

interface Made {
  whole: Part7Study;
  scant: Part7Study;
  look: Study;
  causes: CausesStudy;
}

/** A study that the program made, a fresh copy for each who asks. */
export const madeStudy = <Name extends keyof Made>(name: Name): Made[Name] =>
  JSON.parse(readFileSync(join(folderOf(name), 'study.json'), 'utf8')) as Made[Name];
