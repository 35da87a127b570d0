/**
 * The shapes that the studio's server sends and takes, under the names that the page uses.
 * Layers count from 1; units, steps and offsets from 0.
 */
import type { Tune } from '../../figures/data.ts';

export type { Measure, Tune, Verdict } from '../../figures/data.ts';

export interface ModelSummary {
  id: string;
  name: string;
  hash: string;
  layers: number;
  units: number;
  tokens: number;
  isDefault: boolean;
}
export interface ModelDetail extends ModelSummary {
  vocabulary: string[];
  meters: string[];
  modes: string[];
  measureTokens: string[];
  parameters: number;
}
export type TuneKind = 'written' | 'given' | 'operated';
export interface TuneSummary {
  id: string;
  session: string;
  name: string;
  starred: boolean;
  created: string;
  kind: TuneKind;
  model: string;
  seed: number;
  temperature: number;
  prime: string;
  limit: number;
  cut: boolean;
  steps: number;
  plan: Plan | null;
  planHash: string | null;
  /** The tune of which this is the operated run. */
  baseline: string | null;
  command: string;
}
/** A sounding note of the played timeline, repeats played out: whole notes and MIDI pitch; `step` is the note's token. */
export interface PlayedNote {
  step: number;
  at: number;
  length: number;
  pitch: number;
}
export interface TuneDetail extends TuneSummary {
  tune: Tune;
  /** [T] −log2 p of the token at each step, bits. */
  surprise: number[];
  notes: PlayedNote[];
}
export interface SessionSummary {
  id: string;
  name: string;
  created: string;
}
export interface Session extends SessionSummary {
  tunes: TuneSummary[];
}
export interface Fault {
  /** The place in the text, in UTF-16 units. */
  from: number;
  to: number;
  token?: string | null;
  message: string;
  /** Tokens of the model that are nearest to what was typed. */
  nearest: string[];
}
export interface Check {
  /** The tokens read; null where one is drawn (`*`). */
  tokens: (string | null)[];
  faults: Fault[];
}
export interface WriteRequest {
  model: string;
  seed: number;
  tunes: number;
  temperature: number;
  prime: string;
  limit: number;
  plan?: Plan | null;
  baseline?: string | null;
}
export interface Posterior {
  /** The ten likeliest, first the likeliest; ranks count from 1. */
  tokens: { token: string; p: number; rank: number }[];
  drawn: { token: string; p: number; rank: number };
}

/** One operation of a plan, in the JSON form of docs/operations.md. */
export type Operation = { op: string } & Record<string, unknown>;
/** What is done to the network while it writes or reads a tune. */
export interface Plan {
  operations: Operation[];
}
export type SiteName = 'h' | 'c' | 'i' | 'f' | 'g' | 'o';
