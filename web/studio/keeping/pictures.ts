import type { StudyTune } from '../../figures/contract/study.ts';
import { png } from '../../figures/png.ts';
import { diverging, sequential } from '../../figures/style.ts';
import type { Recording } from '../api/recordings.ts';
import type { SiteName } from '../api/shapes.ts';

/** Room over the score for its title, in pixels. */
const titleRoom = 46;
const svgNamespace = 'http://www.w3.org/2000/svg';

/** The score as an SVG that stands alone: its title (a person's own text brings it along), its size, a white ground, black ink; verdicts under the measures where they are asked for. */
export async function scoreSvg(
  tune: StudyTune,
  verdicts: boolean,
  ownText: boolean,
): Promise<{ text: string; width: number; height: number }> {
  const [{ engrave }, { titleOf }] = await Promise.all([import('../../score/score.ts'), import('../../score/paper.ts')]);
  const titled = ownText && titleOf(tune.abc) === tune.name;
  const room = titled ? 0 : titleRoom;
  const host = document.createElement('div');
  host.style.cssText = 'position: absolute; left: -10000px; top: 0; width: 900px;';
  document.body.append(host);
  try {
    const { element } = engrave(host, tune, { width: 860, verdicts: verdicts ? 'all' : 'none', ownText });
    const svg = element.querySelector('svg');
    if (svg === null) throw new Error('there is no music in this tune');
    const [, , width = 900, height = 300] = (svg.getAttribute('viewBox') ?? '').split(/\s+/).map(Number);
    svg.setAttribute('xmlns', svgNamespace);
    const high = height + room;
    svg.setAttribute('viewBox', `0 ${-room} ${width} ${high}`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(high));
    svg.setAttribute('color', '#000');
    svg.removeAttribute('style');
    const ground = document.createElementNS(svgNamespace, 'rect');
    for (const [name, value] of Object.entries({ y: String(-room), width: '100%', height: '100%', fill: '#fff', stroke: 'none' }))
      ground.setAttribute(name, value);
    const title = document.createElementNS(svgNamespace, 'text');
    for (const [name, value] of Object.entries({
      x: String(width / 2),
      y: '-18',
      'text-anchor': 'middle',
      'font-family': 'Helvetica, Arial, sans-serif',
      'font-size': '20',
      'font-weight': 'bold',
      stroke: 'none',
      fill: '#000',
    }))
      title.setAttribute(name, value);
    title.textContent = tune.name;
    svg.prepend(ground, ...(titled ? [] : [title]));
    return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`, width, height: high };
  } finally {
    host.remove();
  }
}

/** An SVG as a PNG, so many times its size. */
export async function svgToPng(svg: { text: string; width: number; height: number }, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg.text], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(svg.width * scale);
    canvas.height = Math.round(svg.height * scale);
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('the browser makes no PNG'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What a site's values lie between; a cell c is held between the largest of its values. */
export function rangeOf(site: SiteName, values: Float32Array): [number, number] {
  if (site === 'i' || site === 'f' || site === 'o') return [0, 1];
  if (site === 'h' || site === 'g') return [-1, 1];
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? [-1, 1] : [-largest, largest];
}

/** A recording as a picture: units from the top, in their order, steps from the left, each cell so many pixels. */
export function heatPng(
  { rows, columns, values }: Recording,
  site: SiteName,
  order: readonly number[] | null,
  cell: [number, number] = [4, 1],
): Uint8Array {
  const [lowest, highest] = rangeOf(site, values);
  const units = order ?? Array.from({ length: columns }, (_, i) => i);
  const [wide, high] = cell;
  const width = rows * wide;
  const pixels = new Uint8Array(width * units.length * high);
  for (const [place, unit] of units.entries()) {
    for (let step = 0; step < rows; step++) {
      const value = values[step * columns + unit]!;
      const byte = Math.max(0, Math.min(254, Math.round(((value - lowest) / (highest - lowest)) * 254)));
      for (let y = place * high; y < (place + 1) * high; y++) pixels.fill(byte, y * width + step * wide, y * width + (step + 1) * wide);
    }
  }
  return png(width, units.length * high, pixels, (lowest < 0 ? diverging : sequential).light);
}
