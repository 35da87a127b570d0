import { layerColour, type Theme } from '../style.ts';

/** What a set of layers is called: "nothing", "layer 2", "layers 1 and 2", "all layers". */
export function setName(set: string): string {
  if (set === 'none') return 'nothing';
  if (set === 'all') return 'all layers';
  const layers = set.split('+');
  return layers.length === 1 ? `layer ${set}` : `layers ${layers.slice(0, -1).join(', ')} and ${layers.at(-1)}`;
}

/** A layer has its own colour, all of them the ink's, nothing is faint; of two layers, the upper's, and a broken line. */
export function setLook(set: string, theme: Theme): { stroke: string; strokeWidth: number; strokeDasharray?: string } {
  if (set === 'none') return { stroke: theme.faint, strokeWidth: 1.5, strokeDasharray: '2,3' };
  if (set === 'all') return { stroke: theme.ink, strokeWidth: 1.5 };
  const layers = set.split('+').map(Number);
  const stroke = layerColour(layers.at(-1)!, theme);
  return layers.length === 1
    ? { stroke, strokeWidth: 2.5 }
    : { stroke, strokeWidth: 1.5, strokeDasharray: layers[0] === 1 ? '7,3' : '4,3' };
}
