import type {
  BesideCutFigure,
  ClockFaceFigure,
  HeardFigure,
  KnownAnswersFigure,
  SectionFigure,
  SectionSwap,
  StudyMeasure,
  StudyTune,
  SubspaceFigure,
  SubspaceKind,
  SubspaceRow,
  UnitRanking,
  UnitsFigure,
} from '../../figures/contract/study.ts';

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
    { kind: 'durations', counts: true, networks: 9, right: 80, undetermined: 10, wrong: 0, keepers: 9, open: 'sets 9, counted 1' },
    { kind: 'twice', counts: true, networks: 3, right: 18, undetermined: 12, wrong: 0, keepers: 3, open: 'keeps 9, counted 3' },
    { kind: 'relay', counts: true, networks: 3, right: 28, undetermined: 0, wrong: 2, keepers: 3, open: '' },
    {
      kind: 'random',
      counts: false,
      networks: 1,
      right: 0,
      undetermined: 9,
      wrong: 1,
      keepers: 1,
      open: 'keeps 2, sets 3, hands on 3, counted 1',
    },
  ],
  units: 48,
  builds: 3,
  nullBuilds: 1,
  nulls: 1,
  falseKeepers: 1,
  falseKeepersUnder: 1,
};

const cut = (at: number, mean: number) => ({
  cut: at,
  low: at - 0.6,
  high: at + 0.5,
  random: [mean - 0.3, mean, mean + 0.3],
  randomMean: mean,
});

export const besideCut: BesideCutFigure = {
  ...words,
  meter: '4/4',
  tunes: 10,
  sets: 59,
  uncut: 7.97,
  layers: [
    {
      layer: 1,
      units: 169,
      between: cut(5.12, 6.9),
      at: cut(3.2, 7.1),
      serves: 'undetermined',
      relays: 'supported',
      keeps: 'contradicted',
      f: 0.2,
      low: 0.12,
      high: 0.29,
      why: 'the cut takes away what sets the count, though the count itself is kept elsewhere.',
    },
    {
      layer: 2,
      units: 169,
      between: cut(4.4, 6.36),
      at: cut(7.8, 7.6),
      serves: 'contradicted',
      relays: 'undetermined',
      keeps: 'supported',
      f: 0.98,
      low: 0.95,
      high: 0.99,
      why: 'the units that were cut are not those that carry the count: others of the layer do.',
    },
    {
      layer: 3,
      units: 169,
      between: cut(7.5, 7.4),
      at: cut(7.9, 7.9),
      serves: 'undetermined',
      relays: 'undetermined',
      keeps: 'undetermined',
      f: null,
      low: null,
      high: null,
      why: 'interchange does not decide (42 pairs are too few), so the two can’t be set beside each other.',
    },
  ],
};

/** A tune of measures of single eighths in 2/4, each its own text; a measure of fewer than four is short. */
function tuneOf(name: string, bars: readonly string[]): StudyTune {
  const head = `X:1\nT:${name}\nM:2/4\nL:1/8\nK:Cmaj\n`;
  const tokens = ['M:2/4', 'K:Cmaj'];
  const offsets = [-1, -1];
  const measures: StudyMeasure[] = [];
  const measureSteps: number[] = [];
  let abc = head;
  for (const bar of bars) {
    const from = tokens.length;
    for (const note of bar) {
      tokens.push(note);
      offsets.push(abc.length);
      abc += note;
    }
    const short = 4 - bar.length;
    measures.push({
      from,
      to: tokens.length,
      duration: `${bar.length}/8`,
      verdict: short > 0 ? 'short' : 'full',
      difference: short > 0 ? `-${short}/8` : null,
      findings: [],
    });
    abc += ' ';
    measureSteps.push(tokens.length);
    tokens.push('|');
    offsets.push(abc.length);
    abc += '| ';
  }
  tokens.push('</s>');
  offsets.push(-1);
  const counted = measures.filter(({ verdict }) => verdict === 'full').length;
  return {
    name,
    tokens,
    abc,
    offsets,
    cut: false,
    meter: '2/4',
    measure: '1/2',
    measures,
    total: measures.length,
    counted,
    strictlyCounted: counted,
    measureSteps,
  };
}

const own = tuneOf('as it is', ['cdef', 'gfed', 'cdec', 'gagf', 'edcd', 'cccc']);

/** Where a place of d eighths is on a clock of four. */
const onClock = (eighths: number, length: number): { x: number; y: number } => ({
  x: length * Math.sin((Math.PI * eighths) / 2),
  y: length * Math.cos((Math.PI * eighths) / 2),
});

export const clockFace: ClockFaceFigure = {
  ...words,
  meter: '2/4',
  measure: 4,
  layer: 2,
  explained: [0.5, 0.25],
  means: [0, 1, 2, 3].map((eighths) => ({ eighths, ...onClock(eighths, 6) })),
  places: Array.from({ length: 40 }, (_, n) => ({ eighths: n % 4, ...onClock(n % 4, 4 + 0.1 * n) })),
  tune: own,
  // At the step that writes a note, those before it in its measure have gone; at the bar's, all four.
  path: own.tokens.map((_, step) => {
    const eighths = step < 2 ? null : (step - 2) % 5;
    return { step, eighths, ...onClock(eighths ?? 0, 5 + 0.05 * step) };
  }),
};

const curve = (ranking: UnitRanking, leftOut: boolean, shares: readonly (number | null)[]) => ({
  ranking,
  leftOut,
  points: shares.map((f, n) => ({ units: 8 * 4 ** n, f, low: f === null ? null : f - 0.1, high: f === null ? null : f + 0.1 })),
});

export const units: UnitsFigure = {
  ...words,
  meter: '4/4',
  layer: 2,
  dose: 2,
  pairs: 120,
  level: 0.983,
  curves: [
    curve('place in measure', false, [0.1, 0.6, 0.9, 0.98]),
    curve('place in measure', true, [0.8, 0.2, 0.05, 0]),
    curve('band power', false, [0.05, 0.3, 0.6, 0.98]),
    curve('band power', true, [0.9, 0.5, 0.1, 0]),
    curve('random', false, [0, 0.01, 0.1, 0.98]),
    curve('random', true, [0.98, 0.95, 0.8, 0]),
  ],
};

/** The third measure's clock pushed on after its first note: it ends two eighths early. */
export const heard: HeardFigure = {
  ...words,
  layer: 2,
  step: 12,
  measure: 3,
  dose: 2,
  firstDivergence: 13,
  tune: own,
  pushed: tuneOf('with its clock pushed on', ['cdef', 'gfed', 'cg', 'efga', 'gfed', 'cccc']),
};

const swap = (layers: string, dose: number, last: number, moved: number, share: number | null): SectionSwap => ({
  layers,
  dose,
  pairs: 32,
  tunes: 31,
  r: [3, 4, 5, 6, 7, 8].map((measure) => ({ measure, r: measure === 8 ? last : measure === 6 ? moved : 0.01 })),
  ownLost: share,
  ownLow: share === null ? null : share - 0.2,
  ownHigh: share === null ? null : share + 0.2,
  movedShare: dose > 0 ? share : null,
  movedLow: dose > 0 && share !== null ? share - 0.2 : null,
  movedHigh: dose > 0 && share !== null ? share + 0.2 : null,
});

export const section: SectionFigure = {
  ...words,
  meter: '4/4',
  length: 8,
  sections: 32,
  targetMeasure: 3,
  level: 0.983,
  swaps: [
    ...[0, 2, -2].map((dose) => swap('none', dose, 0.72, 0.01, null)),
    swap('1', 0, 0.7, 0.01, null),
    swap('all', 0, 0.69, 0.01, null),
    swap('1', 2, 0.49, 0.13, 0.63),
    swap('2', 2, 0.66, 0.04, -0.05),
    swap('1+2', 2, 0.37, 0.25, 0.98),
    swap('all', 2, 0.36, 0.26, 1),
    swap('1', -2, 0.46, 0.02, 1.4),
    swap('all', -2, 0.45, 0.02, 1),
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
  dose: 2,
  level: 0.983,
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
      row(layer, 'random with place', directions, 0.006 * i, 0.01),
      row(layer, 'shuffled clock', directions, 0.01 * i, 0.02),
    ]),
  ]),
};
