import type { BarRoad, CountDirection, CountedThing, LayerClaim, VerdictKind, WiredLayer } from '../contract/study.ts';
import { estimateText } from './estimates.ts';

/** What may be said of a layer, from its output down to its input. */
export const claimNames = ['handsOn', 'keeps', 'sets'] as const;
export type ClaimName = (typeof claimNames)[number];

/** A sign for each verdict, beside its word. */
export const verdictSigns: Record<VerdictKind, string> = { supported: '✓', contradicted: '✗', undetermined: '?' };

const roads: Record<BarRoad, string> = {
  remembered: 'by what it remembers',
  'told at once': 'in the very step',
  'its own': 'by itself',
};

/** Layers one after another: "layer 2", "layers 1 and 2". */
export function layersText(layers: readonly number[]): string {
  const last = layers.at(-1);
  return layers.length < 2 ? `layer ${last ?? ''}` : `layers ${layers.slice(0, -1).join(', ')} and ${last}`;
}

/** What is said of a claim as it is worded here: layers that keep the count only together do that, though none does it alone. */
export const verdictOf = (layer: WiredLayer, claim: ClaimName): VerdictKind =>
  claim === 'keeps' && layer.together.length > 0 ? 'supported' : layer[claim].verdict;

/** Whether a set of layers, as the study writes it, is one alone. */
export const isOneLayer = (set: string): boolean => /^\d+$/.test(set);

/** What is claimed, with what is known of the way. */
export function claimText(layer: WiredLayer, claim: ClaimName): string {
  switch (claim) {
    case 'handsOn':
      return 'hands it on';
    case 'keeps':
      return layer.together.length === 0 ? 'keeps the count' : `keeps it with ${layersText(layer.together)}`;
    case 'sets':
      return layer.road === null ? 'sets the count' : `sets it, ${roads[layer.road]}`;
  }
}

/** The share that a verdict rests on, with its interval; a dash where there is none. */
export const shareText = ({ share, low, high }: LayerClaim): string => estimateText(share, low, high);

const role: Record<ClaimName | 'shares', string> = {
  sets: 'reads the bar',
  keeps: 'keeps the count',
  shares: 'shares the count',
  handsOn: 'hands it on',
};
/** The claims in a word or two. */
export const claimShort: Record<ClaimName | 'shares', string> = {
  sets: 'reads',
  keeps: 'keeps',
  shares: 'shares',
  handsOn: 'hands\u00a0on',
};

/** What a layer does, as far as it is supported, in the order from its input up. */
export function roleText(layer: WiredLayer): string {
  const done = claimNames.toReversed().filter((claim) => verdictOf(layer, claim) === 'supported');
  const together = layer.together.length > 0;
  if (done.length > 0)
    return done.map((claim) => (done.length === 1 ? role : claimShort)[claim === 'keeps' && together ? 'shares' : claim]).join(', ');
  return claimNames.every((claim) => layer[claim].verdict === 'contradicted') ? 'only follows' : 'undetermined';
}

const directions: Record<CountDirection, string> = {
  undetermined: '',
  down: ', down to the bar',
  up: ', up from the bar',
  share: ', by the share of the measure',
};

/** What is counted, and in what form: "durations, down to the bar". */
export const countedText = (counted: CountedThing, direction: CountDirection): string =>
  counted + (counted === 'undetermined' ? '' : directions[direction]);
