import type { Rgb } from './png.ts';

/** What every figure is drawn with. */
export interface FigureOptions {
  /** The document to draw in; the page's own by default. */
  document?: Document;
  /** Width in pixels, 860 by default. */
  width?: number;
  /** `auto` follows the reader's light or dark through CSS variables and classes; the other two are fixed, for files. `light` by default. */
  scheme?: 'auto' | 'light' | 'dark';
}

/** The colours of one scheme. */
export interface Theme {
  ink: string;
  faint: string;
  rule: string;
  paper: string;
  accent: string;
  /** By the curve's name; see `curveColour`. */
  curves: readonly string[];
  good: string;
  part: string;
  bad: string;
}

const light: Theme = {
  ink: '#1c2024',
  faint: '#60666e',
  rule: '#d3d7dc',
  paper: '#ffffff',
  accent: '#a23b12',
  curves: ['#0a67a8', '#c95200', '#007f5c', '#4a4f55', '#b0487f', '#8a6d00'],
  good: '#c3cbd4',
  part: '#6fa8cf',
  bad: '#d9692a',
};
const dark: Theme = {
  ink: '#e4e7ea',
  faint: '#a0a8b1',
  rule: '#3a4048',
  paper: '#15181b',
  accent: '#ff9a6b',
  curves: ['#5db4ee', '#ff9547', '#35cfa0', '#c4cad1', '#ee92c2', '#dcc04a'],
  good: '#4c555f',
  part: '#3f7fae',
  bad: '#f0894a',
};

const variable = (name: string): string => `--lilt-${name}`;
const flat = (theme: Theme): [string, string][] =>
  Object.entries(theme).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[name, value] as [string, string]]
      : (value as string[]).map((colour, i): [string, string] => [`curve-${i + 1}`, colour]),
  );

const automatic = Object.fromEntries(
  Object.entries(light).map(([name, value]) => [
    name,
    typeof value === 'string' ? `var(${variable(name)})` : (value as string[]).map((_, i) => `var(${variable(`curve-${i + 1}`)})`),
  ]),
) as unknown as Theme;

/** The theme of a scheme: colours, or for `auto` the CSS variables that `themeSheet` sets. */
export const theme = (scheme: FigureOptions['scheme'] = 'light'): Theme =>
  scheme === 'auto' ? automatic : scheme === 'dark' ? dark : light;

/** The style sheet that `auto` needs on its page: dark on a dark screen, light elsewhere and always in print. */
export function themeSheet(): string {
  const set = (chosen: Theme): string =>
    flat(chosen)
      .map(([name, value]) => `${variable(name)}: ${value};`)
      .join(' ');
  return `:root { color-scheme: light; ${set(light)} } .lilt-dark { display: none; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${set(dark)} } .lilt-dark { display: inline; } .lilt-light { display: none; } }`;
}

// No figure has both layers and families other than measure and pitch tokens.
const curvePlaces: Readonly<Record<string, number>> = {
  'layer 1': 0,
  'layer 2': 1,
  'layer 3': 2,
  posterior: 3,
  'measure tokens': 4,
  'pitch tokens': 5,
  lengths: 0,
  tuplets: 1,
  rests: 2,
  'meters and keys': 3,
};

/** The colour of a curve by its name: the same name has the same colour in every figure. */
export function curveColour(name: string, { curves }: Theme): string {
  const known = curvePlaces[name];
  if (known !== undefined) return curves[known]!;
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0)!;
  return curves[sum % curves.length]!;
}

/** Layers have the first colours. */
export const layerColour = (layer: number, chosen: Theme): string => curveColour(`layer ${layer}`, chosen);

export const sansSerif = 'system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';
export const monospace = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

function ramp(stops: readonly Rgb[], missing: Rgb): Rgb[] {
  const colours = Array.from({ length: 255 }, (_, i): Rgb => {
    const at = (i / 254) * (stops.length - 1);
    const k = Math.min(stops.length - 2, Math.floor(at));
    const mix = (c: 0 | 1 | 2): number => Math.round(stops[k]![c] + (at - k) * (stops[k + 1]![c] - stops[k]![c]));
    return [mix(0), mix(1), mix(2)];
  });
  return [...colours, missing];
}

/** A scale of colours for the bytes of a heat map, for a light and for a dark ground. */
export interface Palette {
  light: readonly Rgb[];
  dark: readonly Rgb[];
}

/** For signed values: blue under zero, red over it, the ground's own colour at zero; safe for colour-blind readers. */
export const diverging: Palette = {
  light: ramp(
    [
      [8, 48, 107],
      [33, 102, 172],
      [103, 169, 207],
      [209, 229, 240],
      [255, 255, 255],
      [253, 219, 199],
      [239, 138, 98],
      [178, 24, 43],
      [103, 0, 31],
    ],
    [200, 200, 200],
  ),
  dark: ramp(
    [
      [190, 225, 255],
      [95, 170, 235],
      [40, 105, 175],
      [18, 44, 78],
      [0, 0, 0],
      [84, 32, 16],
      [190, 80, 40],
      [250, 145, 95],
      [255, 220, 195],
    ],
    [60, 60, 60],
  ),
};

/** For power and probability: from the ground's own colour up. */
export const sequential: Palette = {
  light: ramp(
    [
      [255, 255, 255],
      [222, 235, 247],
      [158, 202, 225],
      [66, 146, 198],
      [8, 81, 156],
      [4, 30, 72],
    ],
    [240, 225, 225],
  ),
  dark: ramp(
    [
      [8, 10, 12],
      [20, 42, 72],
      [30, 84, 140],
      [50, 145, 195],
      [140, 210, 225],
      [255, 253, 225],
    ],
    [60, 40, 40],
  ),
};
