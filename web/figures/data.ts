/**
 * The numbers of a study as the pictures read them: the contract between `lilt study`, which computes and writes them as
 * JSON (`study.json`, and inside the report), and the figures, which only draw. Nothing here is worked out by a figure.
 *
 * Conventions, for every field unless it says otherwise:
 * - a number is a JSON number, never NaN or infinite; what is undefined is `null`;
 * - layers count from 1, units, steps, tunes and bins from 0; a step t is the one at which token y_t is drawn;
 * - T is the tune's number of steps, H a layer's units, V the number of tokens, F a number of frequencies;
 * - frequencies are in cycles a step, from 0 to ½; a period is 1/f in steps;
 * - decibels are 20 log10 of a ratio of magnitudes;
 * - a share is between 0 and 1;
 * - arrays say their length in brackets and are in ascending order of what they are indexed by.
 */

/** A period in steps; that of f = 0 is the string "inf". */
export type Period = number | 'inf';

/**
 * A matrix at 8 bits for a heat map: the value of a cell is lowest + byte · (highest − lowest) / 254, for bytes 0 to 254
 * (values outside are cut off at the ends); byte 255 is a cell without a value. A signed scale has lowest = −highest, so that
 * byte 127 is 0 exactly.
 */
export interface Matrix8 {
  rows: number;
  columns: number;
  lowest: number;
  highest: number;
  /** The bytes row by row, rows · columns of them, in base64 (RFC 4648 §4, padded). */
  bytes: string;
  /** Where the full numbers stand in the study's folder, as `recording.npz: h[:, 0, :]`; null where they stand nowhere else. */
  full: string | null;
}

export type Verdict = 'full' | 'long' | 'short' | 'pickup' | 'complement' | 'split' | 'empty';

/** One measure of a tune, as counting judges it. */
export interface Measure {
  /** The steps of the measure's own tokens: from `from` up to and without `to`; its bar tokens are not among them. */
  from: number;
  to: number;
  /** Its duration in whole notes, a reduced fraction as text: "7/8". */
  duration: string;
  verdict: Verdict;
  /** Duration minus the meter's measure, a reduced fraction as text ("-1/8"), or null where there is no difference. */
  difference: string | null;
  findings: string[];
}

/** A tune that a network wrote, or that was fed to it. */
export interface Tune {
  /** What the report calls it: "the studied tune", "layer 1 cut". */
  name: string;
  /** [T] The tokens y_0 … y_{T−1} as text, `</s>` the last unless the tune was cut. */
  tokens: string[];
  /** The whole tune in ABC (X:, T:, M:, L: and K: included), as notation and player read it. */
  abc: string;
  /** [T] For each step the offset in `abc`, in UTF-16 units, at which its token's text begins; −1 for a token with no text of its own there. */
  offsets: number[];
  /** Whether the limit of tokens ended it. */
  cut: boolean;
  /** "4/4". */
  meter: string;
  /** The meter's measure in whole notes, as text: "1" or "3/4". */
  measure: string;
  measures: Measure[];
  /** Measures: all of them, and those that count (strictly: without `split`). */
  total: number;
  counted: number;
  strictlyCounted: number;
  /** The steps at which a measure token is written, ascending. */
  measureSteps: number[];
}

/** What stands beside each figure. */
export interface Beside {
  /** What the article found on its network, one or two sentences; null where the article has no such figure. */
  article: string | null;
  /** What was found on this network: sentences computed from the numbers. */
  here: string;
  /** The conventions behind the figure: windows, thresholds, scales, as sentences. */
  caption: string;
  /** The command line that makes the figure again. */
  command: string;
  /** Files of the study's folder that hold the figure's full numbers, relative paths. */
  files: string[];
}

/** Figure 1: the tune that everything is measured on. */
export interface StudiedTune extends Beside {
  tune: Tune;
}

/** Figure 2: the hidden states, units × steps. */
export interface HiddenStates extends Beside {
  /** A unit is active in a step where |h| is over this. */
  activeOver: number;
  measureSteps: number[];
  layers: HiddenLayer[];
}
export interface HiddenLayer {
  layer: number;
  /** [T rows, H columns] h, from −highest to highest; `highest` is the same in all layers. Columns are units in file order. */
  h: Matrix8;
  /** [H] The units by the period at which their spectrum (DC left out) is largest, longest period first; ties by index. */
  byPeakPeriod: number[];
  /** The share of (unit, step) pairs that are active. */
  activeShare: number;
}

/** Figure 3: how the values of h are distributed. */
export interface ActivationDensities extends Beside {
  layers: ActivationDensity[];
}
export interface ActivationDensity {
  layer: number;
  /** [n] The middles of the bins over [−1, 1], equal in width. */
  values: number[];
  /** [n] Probability density, one over the unit of h: it integrates to 1. 0 where a bin is empty. */
  density: number[];
  /** The share of values with |h| < 0.1. */
  shareUnderTenth: number;
  /** The fourth standardised moment, 3 for a normal distribution. */
  kurtosis: number;
}

/** Figure 4: each unit's largest |h|. */
export interface LargestActivations extends Beside {
  layers: {
    layer: number;
    /** [H] max over steps of |h|, descending. */
    largest: number[];
  }[];
}

/** Figure 5: the spectrum of every unit. */
export interface UnitSpectra extends Beside {
  window: string;
  layers: UnitSpectraLayer[];
}
export interface UnitSpectraLayer {
  layer: number;
  /**
   * [H rows, F columns] |X| in dB relative to the largest |X| of layer 1, the same lowest and highest in all layers; columns
   * are frequencies j/(2(F − 1)), from 0 to ½, F at most 513 (bins that fall together show the largest). Rows in file order.
   */
  decibels: Matrix8;
  /** [H] As in figure 2. */
  byPeakPeriod: number[];
  /** Units by the period of their largest bin, DC left out: in bands [from, to) of steps, longest last, together all units. */
  peaks: { from: number; to: Period; units: number }[];
  /** The share of the layer's power, DC left out, at periods over 8 steps. */
  shareOver8: number;
}

/** Figure 6: units with power at the measure period cut out, with the same random numbers. */
export interface Excision extends Beside {
  /** The band of periods in steps, and the tune's own median measure interval in steps. */
  band: [number, number];
  measureInterval: number;
  baseline: Tune;
  /** First the cut of layers 1, 2, 3 by rank, then any others. */
  cuts: Cut[];
  /** What the threshold takes in layer 1 under each convention. */
  conventions: { convention: string; threshold: number; units: number; share: number }[];
  /** By layer: units that beat with the measures, tested over tunes with the studied header, of unitsInLayer, of which tested ones move at all; and how many of them the cut by rank takes. Null where too few tunes are long enough. */
  beating: { layer: number; units: number | null; unitsInLayer: number; tested: number; amongCut: number | null; tunes: number }[];
  control: Control | null;
}
export interface Cut {
  layer: number;
  /** In words: "the third of layer 1 with the largest band fraction". */
  selection: string;
  /** The units cut, ascending, and how many the layer has. */
  units: number[];
  unitsInLayer: number;
  tune: Tune;
  /** The first step whose token differs from the baseline's; null when none does. */
  firstDivergence: number | null;
  /** The plan's hash, and its file in the study's folder. */
  plan: string;
  planFile: string;
}
/**
 * The control: the cut sets beside random sets of as many units. T is the change that cutting the target (the units of figure
 * 6) makes, R the change that a random set makes, both from the uncut network.
 */
export interface Control {
  /** Tunes of the open loop, and of the closed one. */
  tunes: number;
  closedTunes: number;
  /** The most random sets a layer and cut (a hopeless one stops earlier), and those that also write on their own. */
  sets: number;
  closedSets: number;
  /** "matched" or "uniform". */
  null: string;
  command: string;
  /** The uncut network's timing contrast, nats, with its 95 % interval over tunes; and its strictly counted share. */
  contrast: number;
  contrastInterval: [number, number];
  counted: number;
  /** Boundaries that the contrast is a mean over, and probabilities that were taken as the smallest normal float32. */
  boundaries: number;
  floored: number;
  /** Open loop: every network reads the uncut one's tunes. "all steps" is described, without a verdict. */
  cuts: ControlCut[];
  /** Closed loop: every network writes on its own, cut at all steps. */
  closed: ClosedMeasure[];
  /** How alike target and random sets are, by layer. */
  matching: {
    layer: number;
    /** The mean share of the target's units that a random set holds. */
    overlap: number;
    /** Mean strengths of the target's units and of the random sets'. */
    targetStrength: number;
    randomStrength: number;
    /** Units in the smallest bin that random sets are drawn from. */
    smallestBin: number;
    warnings: string[];
  }[];
}
export interface ControlCut {
  /** The steps at which units are cut: those that read no bar, those that read one, all. */
  cut: 'between bars' | 'at bars' | 'all steps';
  layers: ControlLayer[];
}
export interface ControlLayer {
  layer: number;
  /** T of the timing contrast, nats, and its interval over tunes; the intervals of all layers hold together at 95 %. */
  target: number;
  targetInterval: [number, number];
  /** R of the same, [sets] as many as were run. */
  random: number[];
  /** The interval of T − mean R, simultaneous as well. */
  difference: [number, number];
  /** (mean R − T)/|mean R|: how much more harm than random sets do, 0 = as much; its interval is simultaneous over the layers. */
  effect: number | null;
  effectInterval: [number, number] | null;
  /** T and R of the damage to other tokens, nats a token, given that no measure token comes. */
  damage: number;
  damageRandom: number[];
  /** What of the contrast's change the damage does not explain, nats; the target's rank is taken on it. */
  residual: number;
  residualRandom: number[];
  p: number | null;
  holm: number | null;
  /** Whether it stopped early: as many sets as needed were already at least as low. */
  stopped: boolean;
  /** The share of random sets that lose nearly all of the contrast. */
  saturated: number;
}
export interface ClosedMeasure {
  /** "strictly counted share", "measures a tune", "cut tunes". */
  name: string;
  /** The unit of its numbers: "share", "measures", "tunes". */
  unit: string;
  /** The uncut network's own value. */
  baseline: number;
  /** Which way is harm: "less" when a fall is harmful, "more" when a rise is; null where neither. */
  harm: 'less' | 'more' | null;
  layers: {
    layer: number;
    /** T and its 95 % interval over tunes; R, [closedSets]; the 95 % interval of T − mean R. */
    target: number;
    targetInterval: [number, number];
    random: number[];
    difference: [number, number];
  }[];
}

/** A curve over frequency. */
export interface SpectrumCurve {
  /** "layer 1", "posterior", "measure tokens", …; the same name has the same colour in every figure. */
  name: string;
  /** [F] In dB. */
  decibels: number[];
  /** [F] The ends of the band around the curve, in dB, or null without a band. */
  low: number[] | null;
  high: number[] | null;
}
export interface SpectrumPeak {
  /** The curve it is a peak of. */
  curve: string;
  period: Period;
  decibels: number;
  /** Height over the higher of the two lowest points that part it from higher ground, dB. */
  prominence: number;
  /** The nearest harmonic of the tune's measure period as text ("1/4 of 36 steps"), and how many bins the peak is from it. */
  family: string;
  binsOff: number;
  verdict: 'stands' | 'unresolved' | 'could be leakage';
  /** Whether only this figure's window shows it (figure 10); null where windows are not compared. */
  onlyHere: boolean | null;
}
/** Curves over one grid of frequencies with what was found on them. */
export interface SpectrumPanel {
  title: string;
  /** "hann" or "rectangular". */
  window: string;
  /** [F] Cycles a step, ascending from 0. */
  frequencies: number[];
  curves: SpectrumCurve[];
  /** What 0 dB is, in words: "the largest mean of layer 1". */
  reference: string;
  /** What the band around a curve is, in words. */
  band: string | null;
  peaks: SpectrumPeak[];
}

/** Figure 7: mean spectra of the layers and of the posterior. */
export interface MeanSpectra extends Beside {
  panel: SpectrumPanel;
  /** The same over many tunes with an interval over tunes, and the mean of unit-normalised spectra. */
  overTunes: SpectrumPanel | null;
  unitNormalised: SpectrumPanel | null;
  /** Which layer is strongest at each peak period. */
  strongest: { period: Period; curve: string }[];
  /** How alike two curves are: the correlation of their dB over the frequencies. */
  similarity: { one: string; other: string; correlation: number }[];
  /** The band's half height in dB at DC, and its median elsewhere. */
  sem: { curve: string; atZero: number; elsewhere: number }[];
  /** Each curve at the measure frequency of each tune with the studied header: dB over its neighbours in frequency, mean over tunes; one-sided p of more than 1 dB, and after Holm over the curves. Empty where too few tunes are long enough. */
  atMeasure: { curve: string; ratioDecibels: number; tunes: number; p: number; holm: number }[];
}

/** Figure 8: the responses of two windows of the tune's length. */
export interface WindowResponses extends Beside {
  length: number;
  /** [F] Cycles a step from 0 on, as far as is worth showing. */
  frequencies: number[];
  windows: {
    name: string;
    /** [F] dB under the main lobe's top; cut off at −120. */
    decibels: number[];
    /** Half the main lobe's width at half its magnitude, and its first sidelobe's place: cycles a step; its level: dB. */
    halfWidth: number;
    sidelobe: number;
    sidelobeDecibels: number;
  }[];
}

/** Figure 9: what a peak's main lobe covers and where its first sidelobes stand. */
export interface WindowTables extends Beside {
  /** First the table at N = 147 beside the article's, then at this tune's length where that differs. */
  tables: {
    length: number;
    rows: WindowTableRow[];
  }[];
}
export interface WindowTableRow {
  period: Period;
  window: string;
  support: [Period, Period];
  /** One place at DC, else two, shorter period first. */
  sidelobes: number[];
  /** The article's own, as it prints them; null where it has none. */
  article: { support: [Period, Period]; sidelobes: number[] } | null;
}

/** Figure 10: the mean spectra again under a rectangular window. */
export interface RectangularSpectra extends Beside {
  panel: SpectrumPanel;
}

/** Figure 11: the mean spectra of |h|. */
export interface RectifiedSpectra extends Beside {
  panel: SpectrumPanel;
}

/** Figure 12: what the input could explain. */
export interface Recurrences extends Beside {
  /** Steps from one occurrence to the next, for the tokens that occur more than once, the commonest first. */
  intervals: {
    /** A token, or "pitch tokens" for all of them as one. */
    token: string;
    count: number;
    intervals: { steps: number; count: number }[];
  }[];
  /** [lags] The share of steps whose token is the same `lag` steps later, for lags from 1 on. */
  selfMatch: number[];
  /** The longest phrases that return, longest first. */
  phrases: {
    tokens: string[];
    /** The steps at which it begins, ascending; its lags are the differences. */
    at: number[];
  }[];
  /** The spectra of the measure-token and pitch-token indicator sequences beside the layers'. */
  panel: SpectrumPanel;
  /** h demodulated at the measure frequency. */
  envelope: {
    /** Cycles a step. */
    frequency: number;
    layers: {
      layer: number;
      /** [T] The layer's mean amplitude at each step, in units of h. */
      amplitude: number[];
    }[];
  };
  measureSteps: number[];
}

/** Figure 13: the posterior over the steps. */
export interface Posterior extends Beside {
  /** [V] The tokens as text, in index order. */
  vocabulary: string[];
  /** [V rows, T columns] log10 p, from −4 to 0. */
  logarithm: Matrix8;
  /** [T] The index of the token drawn at each step. */
  drawn: number[];
  /** [T] −log2 p of the token drawn, bits. */
  surprise: number[];
  /** The mean spectrum of the posterior's sequences by family of token. */
  families: SpectrumPanel;
  /** The tokens whose posterior goes on and off with a period near 2, the strongest first. */
  onAndOff: {
    token: string;
    /** The period of its largest bin, DC left out. */
    period: Period;
    /** The share of its power, DC left out, at periods from 2 to 2.5 steps. */
    share: number;
    drawn: number;
    /** [T] p of the token at each step. */
    p: number[];
  }[];
  measureSteps: number[];
}

/** Figure 14: units against the transcription. */
export interface BoundUnits extends Beside {
  /** [T] y_t. */
  tokens: string[];
  measureSteps: number[];
  units: BoundUnit[];
}
export interface BoundUnit {
  layer: number;
  unit: number;
  /** Why it is shown: the unit most bound to a measure token read or written, or with the most power at the measure period. */
  chosenFor: 'read' | 'written' | 'power';
  /** Whether it is h or |h| that is bound. */
  signal: 'h' | '|h|';
  /** The point-biserial correlation on this tune, descriptive. */
  r: number;
  /** The pooled z over many tunes, and its p corrected for the layer's units; null where no such tunes were made. */
  z: number | null;
  p: number | null;
  /** Its share of power in the band. */
  bandFraction: number;
  /** [T] h. */
  trace: number[];
  /** The event-locked average of h, from 9 steps before the event to 9 after, with its standard error over tunes (null on one tune). */
  around: { lags: number[]; mean: number[]; error: number[] | null };
  /** The events of the tune: at which step (of h), with which token, and whether the unit marks it. */
  events: { step: number; token: string; hit: boolean }[];
}

/** Figure 15: stimulation with two tokens at once. */
export interface Stimulation extends Beside {
  /** The weights of the token drawn and of the other. */
  weights: [number, number];
  baseline: Tune;
  runs: {
    tune: Tune;
    firstDivergence: number | null;
    /** [T of its tune] The other token of the input at each step, null where there was none. */
    others: (string | null)[];
    /** [T of its tune] How far the stimulus moved the posterior: the Jensen–Shannon divergence in bits between the posterior and that of the same network and past inputs without it at this step. */
    moved: number[];
    plan: string;
    planFile: string;
  }[];
}

/** Figure 16: the same body under other meters and modes. */
export interface ConstantTokens extends Beside {
  /** The token changed in each variant against the tune's own. */
  variants: {
    /** "M:6/8". */
    token: string;
    /** The token that it replaced. */
    instead: string;
    layers: {
      layer: number;
      /** [H] How far each unit's mean h over the body moved, over the unit's own standard deviation there; signed, file order. */
      shift: number[];
    }[];
  }[];
}

/** The softmax layer's own weights: V columns, one a unit, each a shape over the tokens. */
export interface SoftmaxAnatomy extends Beside {
  /** [V] */
  vocabulary: string[];
  /** [V rows, H columns] The weights, from −highest to highest; columns in the order of `order`. */
  weights: Matrix8;
  /** [H] Units in an order that sets like columns side by side. */
  order: number[];
  /** [H rows, H columns] Correlation of the columns, from −1 to 1, both axes in the order of `order`. */
  correlation: Matrix8;
  /** [H] Correlation of each unit's column with the bias, file order. */
  withBias: number[];
  /** [min(V, H)] Singular values, descending. */
  singularValues: number[];
  /** The first singular vectors over the tokens, each [V], unit length. */
  vectors: number[][];
}

/** A claim held against the network, and what came of it. */
export interface StudyVerdict {
  /** "layer 1", … or "article". */
  subject: string;
  /** Of a layer "serves counting" or "relays the bar"; of the article one of its own claims. */
  claim: string;
  /** "undetermined" is no evidence against the claim. */
  verdict: 'supported' | 'contradicted' | 'undetermined';
  /** Of a layer (mean R − T)/|mean R|, with its interval, simultaneous over the layers; of the article what the sentence says. */
  effect: number | null;
  low: number | null;
  high: number | null;
  p: number | null;
  holm: number | null;
  /** A whole sentence with its numbers. */
  sentence: string;
}

/** What a study says to somebody who reads nothing else of it. */
export interface Headline {
  question: string;
  /** One sentence: the claim, the answer, how sure it is. */
  answer: string;
  /** Where two measures point different ways, and why; often empty. */
  disagreements: string[];
  layers: LayerAnswer[];
}
export interface LayerAnswer {
  layer: number;
  /** Units cut, and units it has. */
  units: number;
  unitsInLayer: number;
  /** Units that beat with the measures by a test over tunes; null where none was made. */
  beating: number | null;
  /** Strictly counted share in the closed loop: uncut, with the units cut at all steps, the mean over random sets of as many; null without a control. */
  countedUncut: number | null;
  countedCut: number | null;
  countedRandom: number | null;
  counts: StudyVerdict['verdict'];
  relays: StudyVerdict['verdict'];
}

/** Everything a report holds. */
export interface Study {
  /** "lilt-study/2". */
  schema: string;
  /** "part7". */
  kind: string;
  /** "Part 7: …", and one sentence on the article. */
  title: string;
  article: string;
  headline: Headline;
  /** The layers' claims first (by claim, then layer), then the article's three. Without a control all are undetermined. */
  verdicts: StudyVerdict[];
  /** What else was found, a few short computed sentences, the most important first. */
  summary: string[];
  provenance: {
    model: string;
    modelHash: string;
    layers: number;
    units: number;
    vocabulary: number;
    seed: number;
    rng: string;
    temperature: number;
    prime: string;
    version: string;
    /** The command line that makes the whole study, and the one that checks it. */
    command: string;
    verify: string;
  };
  /** What else stands in the study's folder. */
  files: { name: string; what: string }[];
  /** Every figure by name; null for one that cannot be made from this tune or model, which the report then says. */
  figures: { [Name in keyof Figures]: Figures[Name] | null };
}

/** The figures by name, in the article's order; the softmax layer's anatomy stands last. */
export interface Figures {
  tune: StudiedTune;
  hiddenStates: HiddenStates;
  activationDensities: ActivationDensities;
  largestActivations: LargestActivations;
  unitSpectra: UnitSpectra;
  excision: Excision;
  meanSpectra: MeanSpectra;
  windowResponses: WindowResponses;
  windowTables: WindowTables;
  rectangularSpectra: RectangularSpectra;
  rectifiedSpectra: RectifiedSpectra;
  recurrences: Recurrences;
  posterior: Posterior;
  boundUnits: BoundUnits;
  stimulation: Stimulation;
  constantTokens: ConstantTokens;
  softmaxAnatomy: SoftmaxAnatomy;
}
