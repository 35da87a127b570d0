/**
 * Draws a study's figures as SVG files.
 *
 *     node figures.mjs STUDY.json OUT [--scheme light|dark]
 *
 * STUDY.json may be - for standard input.
 * Writes one file for each figure of the study that there is a picture of into the folder OUT, which must be there, and prints their names, one a line. Ends with 2 and one
 * line on standard error where an argument or the study is wrong.
 */
import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { smallDocument, svgFile } from '../render/small-document.ts';
import type { Study } from './contract/study.ts';
import { fileName } from './figure.ts';
import { figuresOf, unknownKind } from './index.ts';

const fail = (message: string): never => {
  process.stderr.write(`figures: ${message}\n`);
  process.exit(2);
};

const [path, out, option, scheme] = process.argv.slice(2);
if (path === undefined || out === undefined || (option !== undefined && option !== '--scheme'))
  fail('two arguments are needed: STUDY.json OUT [--scheme light|dark].');
if (option !== undefined && scheme !== 'light' && scheme !== 'dark') fail('--scheme is light or dark.');

const study = ((): Study => {
  try {
    return JSON.parse(readFileSync(path === '-' ? 0 : path!, 'utf8')) as Study;
  } catch (error) {
    return fail(`${path} is not a study: ${(error as Error).message}`);
  }
})();
if (study.schema !== 'lilt-study/2') fail(`${path} is not a study of the form lilt-study/2 (schema: ${study.schema}).`);

const unknown = unknownKind(study);
if (unknown !== null) fail(unknown);

/** Written beside their places until all of them are: what goes wrong leaves the figures that stood there, and nothing of its own. */
const written: string[] = [];
for (const { name, figure, data } of figuresOf(study)) {
  if (figure === null) process.stderr.write(`figures: no picture of the figure “${name}” is known here.\n`);
  if (figure === null || data === null) continue;
  const svg = figure.draw(data, { document: smallDocument(), scheme: (scheme as 'light' | 'dark' | undefined) ?? 'light' });
  const file = join(out!, `${fileName(figure)}.svg`);
  try {
    writeFileSync(`${file}.partial`, svgFile(svg));
    written.push(file);
  } catch (error) {
    for (const begun of [...written, file])
      try {
        unlinkSync(`${begun}.partial`);
      } catch {
        // It was not even begun.
      }
    fail(`could not write ${file}: ${(error as Error).message}`);
  }
}
for (const file of written) {
  renameSync(`${file}.partial`, file);
  process.stdout.write(`${basename(file)}\n`);
}
