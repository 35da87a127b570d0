/**
 * Reads one tune in ABC from standard input and writes its staff notation to standard output as one self-standing SVG.
 *
 *     node abc-to-svg.mjs [--width 800] < tune.abc > tune.svg
 *
 * Ends with 0; with 2 and one line on standard error when the text holds no music or an option is unknown. What abcjs
 * warns of goes to standard error, one line a warning.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { engraveAlone } from './engrave-alone.ts';

const fail = (message: string): never => {
  process.stderr.write(`abc-to-svg: ${message}\n`);
  process.exit(2);
};

let width = 800;
const options = process.argv.slice(2);
while (options.length > 0) {
  const option = options.shift()!;
  if (option !== '--width') fail(`unknown option ${option}: the only one is --width PIXELS.`);
  width = Number(options.shift());
  if (!(width >= 200 && width <= 4000)) fail('--width takes a number of pixels from 200 to 4000.');
}

const abc = readFileSync(0, 'utf8');
const drawn = await engraveAlone(abc, width);
if (drawn === null) fail('no music in this text: an ABC tune needs at least a K: line and a note.');
for (const warning of drawn!.warnings) process.stderr.write(`abc-to-svg: ${warning}\n`);
writeFileSync(1, drawn!.svg);
