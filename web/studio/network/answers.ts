/** What the server answers about the inside of a tune: see docs/studio.md. Layers count from 1, units and steps from 0. */
import type { OrderBy } from '../address.ts';

export interface UnitOrder {
  by: OrderBy;
  /** [H] */
  units: number[];
  /** [H] What each of `units` was ordered by: a period in steps, a fraction, a correlation. */
  key: (number | null)[];
}

export interface LayerSpectrum {
  layer: number;
  /** [F] The mean over units of |X|, and its standard error over units. */
  mean: number[];
  sem: number[];
  /** A period is null for frequency 0. */
  peaks: { period: number | null; magnitude: number; prominence: number; standing: string }[];
}

export interface Spectra {
  site: string;
  window: string;
  steps: number;
  /** [F] Cycles a step. */
  frequencies: number[];
  measureInterval: number | null;
  band: [number, number] | null;
  layers: LayerSpectrum[];
}

export interface BandUnits {
  low: number;
  high: number;
  above: number | null;
  top: number | null;
  layers: { layer: number; units: { unit: number; fraction: number }[]; share: number }[];
  command: string | null;
}

export interface UnitEvent {
  event: 'read' | 'written';
  offsets: number[];
  mean: number[];
  sem: (number | null)[];
  n: number;
  r: number | null;
}

export interface UnitAnswer {
  site: string;
  layer: number;
  unit: number;
  /** [T] */
  trace: number[];
  spectrum: { window: string; frequencies: number[]; power: number[]; peakPeriod: number | null } | null;
  events: UnitEvent[];
  favours: { token: string; weight: number }[] | null;
  disfavours: { token: string; weight: number }[] | null;
}

export interface Matches {
  units: number[];
  /** The best first: the tune, [from, to), and how many of the units are on together. */
  places: { tune: string; from: number; to: number; units: number }[];
  searched: number;
  left: number;
}

export interface CheckedPlan {
  hash: string;
  sentences: string[];
}
