import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { figuresOf } from '../figures/index.ts';
import { emptied } from './studies/emptied.ts';
import { madeStudy } from './studies/made.ts';

const contract = join(import.meta.dirname, '..', 'figures', 'contract');
const schema = JSON.parse(readFileSync(join(contract, 'study.schema.json'), 'utf8')) as object;

/** What of a study is not of the form that the program's schema says, a few places of it. */
function faults(study: unknown): string[] {
  const check = new Ajv2020({ allErrors: true }).compile(schema);
  check(study);
  return (check.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('types_MadeAgain_AreTheCommittedOnes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lilt-contract-'));
  try {
    const made = join(folder, 'study.ts');
    execFileSync(process.execPath, [join(contract, 'make-types.mjs'), made]);
    expect(readFileSync(join(contract, 'study.ts'), 'utf8')).toBe(readFileSync(made, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const name of ['whole', 'scant', 'look'] as const) {
  test(`${name}Study_Made_IsOfTheContractAndEveryFigureHasItsModule`, () => {
    const study = madeStudy(name);
    expect(faults(study)).toEqual([]);
    expect(figuresOf(study).filter(({ figure }) => figure === null)).toEqual([]);
  });
}

test('emptiedStudy_IsOfTheContract', () => expect(faults(emptied(madeStudy('whole')))).toEqual([]));

test('study_MemberMissing_IsAFault', () => {
  const { tune, ...others } = madeStudy('scant').figures;
  expect(tune.tune.tokens.length).toBeGreaterThan(0);
  expect(faults({ ...madeStudy('scant'), figures: others })).toContain("/figures must have required property 'tune'");
});
