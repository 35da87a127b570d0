import type { Parsed } from '../score/annotation.ts';
import { mendFirstLine } from '../score/first-line.ts';
import { smallDocument, svgFile } from './small-document.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A tune's staff notation as a whole SVG file, and what abcjs warns of, one plain line a warning. */
export interface EngravedTune {
  svg: string;
  warnings: string[];
}

/**
 * Draws the first tune of an ABC text as an SVG that stands alone: size, view box, white ground, black ink.
 * @param abc the text of the tune.
 * @param width the width of the picture in pixels.
 * @returns null where the text has no `K:` line or no note.
 */
export async function engraveAlone(abc: string, width: number): Promise<EngravedTune | null> {
  const document = smallDocument();
  // abcjs takes its document from the global scope, as in a browser.
  const scope = globalThis as Record<string, unknown>;
  scope.document = document;
  scope.window = { innerWidth: width, addEventListener() {}, console };
  if (!('navigator' in scope)) scope.navigator = { userAgent: 'Node' };
  const { default: abcjs } = await import('abcjs');
  const { renderLines } = await import('../score/long-measures.ts');

  if (!/^K:/m.test(abc)) return null;
  const paper = document.createElement('div');
  document.body.appendChild(paper);
  const margin = 15;
  const tune = renderLines(paper, abc, {
    staffwidth: width - 2 * margin,
    add_classes: true,
    wrap: { minSpacing: 1.6, maxSpacing: 2.8, preferredMeasuresPerLine: 4 },
    format: {
      titlefont: 'Helvetica 20 bold',
      subtitlefont: 'Helvetica 15',
      composerfont: 'Helvetica 14 italic',
      annotationfont: 'Helvetica 12',
      gchordfont: 'Helvetica 12',
      tempofont: 'Helvetica 14 bold',
      partsfont: 'Helvetica 14',
      infofont: 'Helvetica 13',
      historyfont: 'Helvetica 13',
      textfont: 'Helvetica 13',
      wordsfont: 'Helvetica 13',
      vocalfont: 'Helvetica 12',
      measurefont: 'Helvetica 12 italic',
      repeatfont: 'Helvetica 12',
      tripletfont: 'Helvetica 11 italic',
      voicefont: 'Helvetica 12 bold',
    },
    afterParsing: (parsed: Parsed) => mendFirstLine(parsed, () => abcjs.parseOnly(abc)),
  } as unknown as Parameters<typeof renderLines>[2]);
  const svg = paper.querySelector('svg');
  if (tune === undefined || svg === null || svg.querySelector('.abcjs-note, .abcjs-rest') === null) return null;

  const height = Number.parseFloat(svg.getAttribute('height') ?? '0');
  const drawnWidth = Math.max(width, Number.parseFloat(svg.getAttribute('width') ?? '0'));
  svg.setAttribute('width', String(drawnWidth));
  svg.setAttribute('viewBox', `0 0 ${drawnWidth} ${height}`);
  svg.setAttribute('color', '#000');
  // abcjs makes its title an HTML element; in an SVG file it has to be SVG's own.
  const title = document.createElementNS(svgNamespace, 'title');
  title.textContent = svg.querySelector('title')?.textContent ?? 'Sheet music';
  svg.querySelector('title')?.remove();
  svg.insertBefore(title, svg.firstChild);
  const ground = document.createElementNS(svgNamespace, 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: '#fff', stroke: 'none' }))
    ground.setAttribute(name, value);
  svg.insertBefore(ground, title.nextSibling);
  const warnings = ((tune as { warnings?: string[] }).warnings ?? []).map((text) => text.replace(/<[^>]*>/g, ''));
  return { svg: svgFile(svg), warnings };
}
