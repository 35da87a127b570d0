import * as Plot from '@observablehq/plot';
import { monospace, sansSerif, theme, type FigureOptions, type Theme } from './style.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const titleHeight = 22;
const titleLine = 16;
/** A generous width of a title's letter. */
const titleLetter = 7.6;
const gap = 14;
/** A generous width of a note's letter, and the height of its line. */
const noteLetter = 6.1;
const noteLine = 14;

/** A part of a figure: a plot, with a title over it. */
export interface Panel {
  title?: string;
  plot: Element;
}

/** What a figure's plots share: the document, the width, the theme. */
export class Sheet {
  readonly document: Document;
  readonly width: number;
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly theme: Theme;

  constructor(options: FigureOptions) {
    this.document = options.document ?? globalThis.document;
    this.width = options.width ?? 860;
    this.scheme = options.scheme ?? 'light';
    this.theme = theme(this.scheme);
  }

  /** Draws one plot in the sheet's style. */
  plot(options: Plot.PlotOptions): Element {
    return Plot.plot({
      width: this.width,
      marginLeft: 52,
      marginRight: 16,
      ...options,
      document: this.document,
      style: { background: 'transparent', color: this.theme.ink, fontFamily: sansSerif, fontSize: '11px' },
    } as Plot.PlotOptions);
  }

  /**
   * Stacks the panels into one SVG with a view box.
   * @param label what a reader who does not see the picture is told.
   */
  stack(label: string, panels: Panel[]): SVGSVGElement {
    const { document } = this;
    const svg = document.createElementNS(svgNamespace, 'svg') as SVGSVGElement;
    let y = 0;
    for (const { title, plot } of panels) {
      if (title !== undefined) {
        for (const line of broken(title, Math.floor(this.width / titleLetter))) {
          const text = document.createElementNS(svgNamespace, 'text');
          const place = { x: 0, y: y + 13, fill: this.theme.ink, 'font-size': 12.5, 'font-weight': 600, 'text-anchor': 'start' };
          for (const [name, value] of Object.entries(place)) text.setAttribute(name, String(value));
          text.textContent = line;
          svg.appendChild(text);
          y += titleLine;
        }
        y += titleHeight - titleLine;
      }
      // Only the plot's contents are taken: as an inner <svg> its own style sheet would fight with the outer size.
      const group = document.createElementNS(svgNamespace, 'g');
      for (const name of ['fill', 'text-anchor']) if (plot.hasAttribute(name)) group.setAttribute(name, plot.getAttribute(name)!);
      group.setAttribute('transform', `translate(0,${y})`);
      for (const child of [...plot.childNodes]) {
        if ((child as Element).localName !== 'style') group.appendChild(child);
      }
      // The whole picture has one name; a reader has no use for "rect" and "line".
      for (const named of group.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
      svg.appendChild(group);
      y += Number(plot.getAttribute('height')) + gap;
    }
    const height = Math.ceil(y - gap);
    const attributes = {
      class: 'lilt-figure',
      viewBox: `0 0 ${this.width} ${height}`,
      width: this.width,
      height,
      role: 'img',
      'aria-label': label,
      'font-family': sansSerif,
      'font-size': 11,
      fill: 'currentColor',
      color: this.theme.ink,
    };
    for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
    const style = document.createElementNS(svgNamespace, 'style');
    style.textContent = `.lilt-figure text { white-space: pre; } .lilt-figure .token { font-family: ${monospace}; }`;
    svg.insertBefore(style, svg.firstChild);
    if (this.scheme !== 'auto') {
      const ground = document.createElementNS(svgNamespace, 'rect');
      for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: this.theme.paper }))
        ground.setAttribute(name, value);
      svg.insertBefore(ground, style.nextSibling);
    }
    return svg;
  }
}

/** Plots of one height and of the sheet's width, each within margins of its own, as one: the first with all marks. */
export function together(plots: readonly Element[]): Element {
  const [first, ...others] = plots;
  for (const other of others) {
    for (const child of [...other.childNodes]) if ((child as Element).localName !== 'style') first!.appendChild(child);
  }
  return first!;
}

/** A text in lines of at most so many letters, broken between words. */
export function broken(title: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Lines of text over the sheet's whole width, broken where they are longer: what the marks of a picture are. */
export function note(sheet: Sheet, lines: readonly string[]): Element {
  const all = lines.flatMap((line) => broken(line, Math.floor(sheet.width / noteLetter)));
  return sheet.plot({
    height: noteLine * all.length + 2,
    margin: 0,
    marginLeft: 0,
    marginRight: 0,
    axis: null,
    marks: all.map((line, i) =>
      Plot.text([line], { frameAnchor: 'top-left', dy: 1 + noteLine * i, textAnchor: 'start', fill: sheet.theme.faint }),
    ),
  });
}

/** A line of names in their colours, as a plot of its own: what the curves are. */
export function legend(sheet: Sheet, entries: readonly { name: string; colour: string; dash?: string }[]): Element {
  const spots: { name: string; colour: string; dash?: string; x: number; line: number }[] = [];
  let x = 0;
  let line = 0;
  for (const entry of entries) {
    const width = 44 + 6.2 * entry.name.length;
    if (x > 0 && x + width > sheet.width) {
      x = 0;
      line++;
    }
    spots.push({ ...entry, x, line });
    x += width;
  }
  return sheet.plot({
    height: 18 * (line + 1),
    margin: 0,
    marginLeft: 0,
    marginRight: 0,
    x: { domain: [0, sheet.width], range: [0, sheet.width], axis: null },
    y: { domain: [line + 1, 0], axis: null },
    marks: [
      ...spots.map((d) =>
        Plot.link([d], {
          x1: d.x,
          x2: d.x + 22,
          y1: d.line + 0.5,
          y2: d.line + 0.5,
          stroke: d.colour,
          strokeWidth: 3,
          ...(d.dash ? { strokeDasharray: d.dash } : {}),
        }),
      ),
      Plot.text(spots, { x: (d) => d.x + 27, y: (d) => d.line + 0.5, text: 'name', textAnchor: 'start', fill: sheet.theme.ink }),
    ],
  });
}
