import { fixedText } from '../number.ts';
import { layerColour, type Theme } from '../style.ts';
import { layersText } from './claims.ts';

/** What is interchanged, as a reader sees it: of `none`, `all`, `2`, `1+2`. */
export function setName(set: string): string {
  if (set === 'none') return 'nothing';
  if (set === 'all') return 'all layers';
  return layersText(set.split('+').map(Number));
}

/** Whether it is one layer alone. */
export const isOneLayer = (set: string): boolean => /^\d+$/.test(set);

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

/** A share with its interval: "0.98 [0.95, 0.99]". */
export const estimateText = (value: number | null, low: number | null, high: number | null, digits = 2): string =>
  value === null
    ? '–'
    : fixedText(value, digits) + (low === null || high === null ? '' : ` [${fixedText(low, digits)}, ${fixedText(high, digits)}]`);
