/**
 * The operations of a plan, in the form of docs/operations.md: what the server checks, keeps and runs. Units and steps count from 0,
 * layers from 1; `steps` are [first, last], both included, null the tune's end.
 */
export type Steps = [number, number | null];
export type Units = 'all' | number[] | string[];

/** Along which of its ways out a layer's c or h is changed: to the layers above, to its own next step, or both. */
export type Edge = 'both' | 'up' | 'recurrent';

export interface Excise {
  op: 'excise';
  layer: number;
  units: Units;
  /** Only at steps that read one of these tokens, or none of those. */
  reading?: string | string[];
  notReading?: string | string[];
  fill?: 'zero' | 'mean' | 'resample' | 'freeze';
  recording?: string;
  seed?: number;
  at?: number;
  edge?: Edge;
}

export interface Adjust {
  op: 'clamp' | 'add' | 'scale';
  site: string;
  units: Units;
  value: number | number[];
  steps?: Steps;
}

export interface Stimulate {
  op: 'stimulate';
  weights?: [number, number];
  other?: string | string[];
  inTurn?: boolean;
  seed?: number;
  steps?: Steps;
}

export interface Bias {
  op: 'bias';
  tokens: Record<string, number | '-inf'>;
  steps?: Steps;
}

export interface Forbid {
  op: 'forbid';
  tokens: string | string[];
  steps?: Steps;
}

export interface Patch {
  op: 'patch';
  /** One site, or several of layers. */
  site: string | string[];
  units: Units;
  recording: string;
  steps?: Steps;
  /** The recording's step that the first step takes; the same step where it is left out. */
  at?: number;
  edge?: Edge;
  directions?: string;
}

export type Operation = Excise | Adjust | Stimulate | Bias | Forbid | Patch;

/** A plan as the server takes it. */
export interface Plan {
  operations: Operation[];
}
