import type { BesideCutFigure, KnownAnswersFigure, SubspaceFigure, SubspaceKind, SubspaceRow } from '../../figures/contract/study.ts';

// Made up, for pictures alone: what these figures hold before a study makes them.
const words = {
  article: null,
  here: 'Made up by hand, to see what the picture does.',
  caption: 'Numbers that no network has given.',
  command: 'none',
  files: [],
};

export const knownAnswers: KnownAnswersFigure = {
  ...words,
  rows: [
    { kind: 'a counter of durations that the bar resets', networks: 9, right: 80, undetermined: 1, wrong: 0 },
    { kind: 'the count kept twice', networks: 3, right: 18, undetermined: 9, wrong: 0 },
    { kind: 'random weights', networks: 1, right: 0, undetermined: 9, wrong: 0 },
    { kind: 'a relay above the keeper', networks: 3, right: 25, undetermined: 0, wrong: 2 },
  ],
};

export const besideCut: BesideCutFigure = {
  ...words,
  layers: [
    {
      layer: 1,
      units: 169,
      cut: 5.12,
      random: 6.9,
      uncut: 7.97,
      serves: 'undetermined',
      relays: 'supported',
      keeps: 'contradicted',
      f: 0.2,
      why: 'The cut takes away what sets the count, though the count itself is kept elsewhere.',
    },
    {
      layer: 2,
      units: 169,
      cut: 4.4,
      random: 6.36,
      uncut: 7.97,
      serves: 'contradicted',
      relays: 'undetermined',
      keeps: 'supported',
      f: 0.98,
      why: 'The units that were cut are not those that carry the count: others of the layer do.',
    },
    {
      layer: 3,
      units: 169,
      cut: null,
      random: null,
      uncut: null,
      serves: 'undetermined',
      relays: 'undetermined',
      keeps: 'contradicted',
      f: null,
      why: 'Nothing was cut here.',
    },
  ],
};

const row = (layer: number, kind: SubspaceKind, directions: number, f: number | null, spread = 0.08): SubspaceRow => ({
  layer,
  kind,
  directions,
  pairs: 120,
  b: f === null ? -8.4 : -8.4 + 8.4 * f,
  f,
  low: f === null ? null : f - spread,
  high: f === null ? null : f + spread,
});

export const subspace: SubspaceFigure = {
  ...words,
  meter: '4/4',
  layer: 2,
  rows: [1, 2, 3].flatMap((layer) => [
    row(layer, 'whole layer', 1024, [0.19, 0.97, 0.04][layer - 1]!, 0.03),
    row(layer, 'class means', 7, [0.05, 0.52, 0.01][layer - 1]!),
    ...[1, 2, 4, 8, 16].flatMap((directions, i) => [
      row(
        layer,
        'gradient',
        directions,
        [[0.04, 0.12, 0.2, 0.46, 0.44][i]!, [0.07, 0.59, 0.47, 0.99, 0.95][i]!, [0.02, 0.1, 0.3, 0.51, 0.5][i]!][layer - 1]!,
      ),
      row(layer, 'random', directions, 0.001 * i, 0.004),
      row(layer, 'random as long', directions, 0.004 * i, 0.01),
      row(layer, 'shuffled clock', directions, 0.01 * i, 0.02),
    ]),
  ]),
};
