import abcjs from 'abcjs';
import { renderLines } from './long-measures.ts';

/** A tune as it stands on paper: what is written over it, and its lines, so that a page ends between two. */
export interface PaperTune {
  title: string;
  /** The kind of dance, who made it and the like; empty for nothing. */
  about: string;
  lines: SVGSVGElement[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const fonts = {
  composerfont: 'Helvetica 0',
  annotationfont: 'Helvetica 12',
  gchordfont: 'Helvetica 13',
  tempofont: 'Helvetica 13',
  partsfont: 'Helvetica 14 bold',
  infofont: 'Helvetica 12',
  historyfont: 'Helvetica 12',
  textfont: 'Helvetica 12',
  wordsfont: 'Helvetica 12',
  vocalfont: 'Helvetica 12',
  repeatfont: 'Helvetica 12',
  tripletfont: 'Helvetica 11 italic',
  voicefont: 'Helvetica 12 bold',
};

/** The text of the fields of one letter in a tune's header. */
const fields = (abc: string, letter: string): string[] =>
  [...abc.matchAll(new RegExp(`^${letter}:[ \\t]*(.*)$`, 'gm'))]
    .map((found) => found[1]!.replace(/%.*$/, '').trim())
    .filter((text) => text !== '');

/** A tune's first title; null where it has none. */
export const titleOf = (abc: string): string | null => fields(abc, 'T')[0] ?? null;

/** The tune without what stands over it in words. */
const music = (abc: string): string => abc.replace(/^[TCORSZNBDFGH]:.*\n/gm, '');

/** Every height that something of an element is drawn at. */
function heights(element: Element): number[] {
  const found: number[] = [];
  const take = (value: string | null, over = 0): void => {
    const number = Number.parseFloat(value ?? '');
    if (Number.isFinite(number)) found.push(number, number - over);
  };
  for (const path of element.querySelectorAll('path'))
    for (const [, y] of (path.getAttribute('d') ?? '').matchAll(/[ML]\s*-?[\d.]+[\s,]\s*(-?[\d.]+)/g)) take(y!);
  for (const text of element.querySelectorAll('text'))
    take(text.getAttribute('y'), Number.parseFloat(text.getAttribute('font-size') ?? '') || 0);
  return found;
}

/** Room over the first line and under the last, for what reaches beyond the heights that are known. */
const room = 12;

/** A drawn tune in pieces, each a picture of its own: its lines, and what stands over or under them. Together they look as before. */
export function linesOf(picture: SVGSVGElement): SVGSVGElement[] {
  const { ownerDocument: document } = picture;
  const box = (picture.getAttribute('viewBox') ?? '').split(/\s+/).map(Number);
  const width = box[2] ?? Number.parseFloat(picture.getAttribute('width') ?? '0');
  const pieces = [...picture.children]
    .filter((child) => child.localName !== 'style' && child.localName !== 'title')
    .map((element) => ({ element, heights: heights(element) }))
    .filter((piece) => piece.heights.length > 0);
  const tops = pieces.map((piece) => Math.min(...piece.heights));
  const bottoms = pieces.map((piece) => Math.max(...piece.heights));
  const cuts = [tops[0]! - room, ...tops.slice(1).map((top, i) => (top + bottoms[i]!) / 2), bottoms.at(-1)! + room];
  return pieces.map(({ element }, i) => {
    const svg = document.createElementNS(svgNamespace, 'svg');
    svg.setAttribute('viewBox', `0 ${cuts[i]!.toFixed(1)} ${width} ${(cuts[i + 1]! - cuts[i]!).toFixed(1)}`);
    for (const [name, value] of Object.entries({ class: 'line', fill: 'currentColor', stroke: 'currentColor', 'aria-hidden': 'true' }))
      svg.setAttribute(name, value);
    svg.append(element);
    return svg;
  });
}

function draw(host: HTMLElement, abc: string, width: number, options: object): SVGSVGElement[] {
  const place = host.ownerDocument.createElement('div');
  host.append(place);
  renderLines(place, abc, {
    staffwidth: width - 4,
    paddingleft: 2,
    paddingright: 2,
    paddingtop: 0,
    paddingbottom: 0,
    add_classes: true,
    format: fonts,
    ...options,
  } as Parameters<typeof renderLines>[2]);
  place.remove();
  const picture = place.querySelector('svg');
  return picture === null || picture.querySelector('.abcjs-note, .abcjs-rest') === null ? [] : linesOf(picture);
}

/** Draws a tune for paper; its lines are so many pixels wide. The host must be in the page, where text is measured. */
export function onPaper(host: HTMLElement, abc: string, width: number): PaperTune {
  const [title = 'Untitled'] = fields(abc, 'T');
  const about = [...fields(abc, 'R'), ...fields(abc, 'C'), ...fields(abc, 'O')].join(' · ');
  const lines = draw(host, music(abc), width, { wrap: { minSpacing: 1.5, maxSpacing: 2.8, preferredMeasuresPerLine: 4 } });
  return { title, about, lines };
}

interface Parsed {
  lines: { staff?: { voices: { el_type: string; endChar: number; duration?: number; rest?: unknown }[][] }[] }[];
  getMeterFraction(): { num: number; den: number };
}

/** A tune's first bars, an upbeat before them; all of it where it has fewer. */
export function beginning(abc: string, bars = 2): string {
  const tune = music(abc).replace(/^[QP]:.*\n/gm, '');
  const [parsed] = abcjs.parseOnly(tune) as unknown as Parsed[];
  if (parsed === undefined) return tune;
  const { num, den } = parsed.getMeterFraction();
  let length = 0;
  let whole = 0;
  let first = true;
  for (const { staff } of parsed.lines) {
    for (const element of staff?.[0]?.voices[0] ?? []) {
      length += element.duration ?? 0;
      if (element.el_type !== 'bar' || length === 0) continue;
      if (!first || length >= num / den - 1e-6) whole++;
      first = false;
      length = 0;
      // An ending's number belongs to what is left out.
      if (whole === bars) return `${tune.slice(0, element.endChar).replace(/[ \t]*\[?\d[\d,-]*$/, '')}\n`;
    }
  }
  return tune;
}

/** A tune's beginning as one picture; null where there is no music. */
export function incipit(host: HTMLElement, abc: string, width: number): SVGSVGElement | null {
  return draw(host, beginning(abc), width, { scale: 1 })[0] ?? null;
}
