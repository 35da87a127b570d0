import type { Theme } from '../style.ts';
import { layerColour } from '../style.ts';

/** What a set of layers is called beside a line: "nothing", "layer 2", "1 + 2", "all". */
export const setName = (layers: string): string =>
  layers === 'none' ? 'nothing' : layers === 'all' ? 'all' : layers.includes('+') ? layers.replaceAll('+', ' + ') : `layer ${layers}`;

/** The colours of a set of layers: those of its first two layers, one over the other in dashes; all in ink, nothing faint. */
export function setColours(layers: string, theme: Theme): { under: string; over: string | null } {
  if (layers === 'none') return { under: theme.faint, over: null };
  if (layers === 'all') return { under: theme.ink, over: null };
  const [first, second] = layers.split('+').map((layer) => layerColour(Number(layer), theme));
  return { under: first!, over: second ?? null };
}
