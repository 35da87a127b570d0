import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WiringFigure } from '../figures/contract/study.ts';
import { figuresOf } from '../figures/index.ts';
import { block, escaped, type Page } from './page.ts';
import { picture, type Stood } from './studies.ts';

/** A tune of the first page: `tunes/NAME.svg`, `.wav`, `.midi` and `.abc` of the site. */
export interface Heard {
  name: string;
  said: string;
}

/** The first page: the question, what Lilt is, one picture, tunes to see and hear, and what a study said. */
export function front(out: string, stood: readonly Stood[], heard: readonly Heard[], readOn: string): Page {
  const path = 'index.html';
  const part7 = stood.find(({ study }) => study.kind === 'part7' && study.provenance.seed === 42);
  const causes = stood.find(({ study }) => study.kind === 'causes');
  if (part7?.study.headline == null || causes?.study.headline == null)
    throw new Error('The first page needs a study of part7 with the seed 42, and one of causes.');
  const wiring = figuresOf(causes.study).find(({ name }) => name === 'wiring')!;
  const tunes = heard.map(({ name, said }) => {
    const svg = readFileSync(join(out, 'tunes', `${name}.svg`), 'utf8');
    if (!existsSync(join(out, 'tunes', `${name}.wav`))) throw new Error(`${name} has no sound.`);
    const label = /aria-label="([^"]*)"/.exec(svg)?.[1] ?? 'Sheet music';
    return `<figure><img class="score" src="tunes/${name}.svg" alt="${label}" loading="lazy">
<audio controls preload="none" src="tunes/${name}.wav" aria-label="${escaped(said)}"></audio>
<figcaption>${escaped(said)} <a href="tunes/${name}.abc">ABC</a>, <a href="tunes/${name}.midi">MIDI</a></figcaption></figure>`;
  });
  return {
    path,
    title: 'Lilt',
    body: `<h1>A network that only guesses the next symbol writes tunes whose measures come out full. What in it counts?</h1>
<p>Lilt looks inside, cuts into and listens to neural networks that write music.<br>
It writes the same tunes from the same seed on every machine, and keeps every value of every step.<br>
It cuts, stimulates or exchanges parts of a network while it runs, and holds what follows against controls.</p>
<figure>${picture(path, causes.name, wiring.figure!, (wiring.data as WiringFigure).sentence)}
<figcaption>What was found in the network that comes with Lilt, three layers of 512 units that learnt Irish traditional tunes, from the symbol
read (below) to the next one (above). A share of 1 is all of the effect, 0 none; in brackets the interval.
<a href="studies/${causes.name}/index.html">The study</a></figcaption></figure>
<h2>What it writes</h2>
${tunes.join('\n')}
<h2>What was asked of it</h2>
<p><strong>${escaped(causes.study.headline.question)}</strong> ${escaped(causes.study.headline.answer)}
<a href="studies/${causes.name}/index.html">Causes</a></p>
<p><strong>${escaped(part7.study.headline.question)}</strong> ${escaped(part7.study.headline.answer)}
<a href="studies/${part7.name}/index.html">Part 7</a></p>
<p>This is said of this one network, of the tunes that it wrote there. <a href="docs/causes.html#what-it-cannot-tell">What it cannot tell</a></p>
<h2>Try it</h2>
<p><a href="docs/tutorial.html">An hour's tutorial</a> does it step by step. With <a href="docs/installation.html">Lilt installed</a>, one command makes a study:</p>
${block(part7.study.provenance.command)}
<h2>Read on</h2>
${readOn}`,
  };
}
