import type { Problem } from '../api/problem.ts';
import type { components } from '../api/types.ts';
import type { Adjust, Excise, Operation, Patch, Steps } from './operation.ts';

/** What a plan's operations take from a selection. */
export interface Chosen {
  layer: number;
  site: string;
  /** Ascending. */
  units: readonly number[];
  /** [from, to) or null for all. */
  steps: readonly [number, number] | null;
}

/** A range of the page, [from, to), in a plan's form: both ends included. */
export const stepsOf = (range: readonly [number, number] | null): Steps | undefined =>
  range === null || range[1] <= range[0] ? undefined : [range[0], range[1] - 1];

const unitsOf = (units: readonly number[]): 'all' | number[] => (units.length === 0 ? 'all' : [...units]);

/** The operation that excises the selection's units; the whole layer where it names none. Excision has no step range: it runs through the tune. */
export const excising = ({ layer, units }: Chosen): Excise => ({ op: 'excise', layer, units: unitsOf(units) });

/** What an excision puts in the place of the units' h, with the members that this needs and no others. */
export function filled(from: Excise, fill: NonNullable<Excise['fill']>, recording: string | null, at: number): Excise {
  const { fill: _, recording: before, seed, at: step, ...rest } = from;
  const read = before ?? recording;
  if (fill === 'zero' || read === null) return rest;
  return {
    ...rest,
    fill,
    recording: read,
    ...(fill === 'resample' && seed !== undefined ? { seed } : {}),
    ...(fill === 'freeze' ? { at: step ?? at } : {}),
  };
}

/** The operation that gives the selection's units, in its steps, the values that they had in a recording at the same steps. */
export const patching = ({ layer, site, units, steps }: Chosen, recording: string): Patch => {
  const range = stepsOf(steps);
  return {
    op: 'patch',
    site: `L${layer}.${site}`,
    units: unitsOf(units),
    recording,
    ...(range === undefined ? {} : { steps: range }),
  };
};

/** The operation that gives a layer, after one step, the whole memory that it had in a recording after another: its c and its h. */
export const interchanging = (layer: number, step: number, recording: string, at: number): Patch => ({
  op: 'patch',
  site: [`L${layer}.c`, `L${layer}.h`],
  units: 'all',
  recording,
  steps: [step, step],
  at,
  edge: 'recurrent',
});

/** The operation that sets, adds to or multiplies the selection's units in its steps. */
export function adjusting(op: Adjust['op'], { layer, site, units, steps }: Chosen, value: number): Adjust {
  const range = stepsOf(steps);
  return {
    op,
    site: `L${layer}.${site}`,
    units: unitsOf(units),
    value,
    ...(range === undefined ? {} : { steps: range }),
  };
}

/** A list with the operation added at its end. */
export const added = (operations: readonly Operation[], operation: Operation): Operation[] => [...operations, operation];

export const replaced = (operations: readonly Operation[], at: number, operation: Operation): Operation[] =>
  operations.map((old, i) => (i === at ? operation : old));

export const removed = (operations: readonly Operation[], at: number): Operation[] => operations.filter((_, i) => i !== at);

/** A list with one operation moved to another place; the list itself where either place is none. */
export function moved(operations: readonly Operation[], from: number, to: number): Operation[] {
  if (from < 0 || to < 0 || from >= operations.length || to >= operations.length || from === to) return [...operations];
  const rest = removed(operations, from);
  rest.splice(to, 0, operations[from]!);
  return rest;
}

/** Two weights that sum to 1 from the share that stays with the token itself, in hundredths. */
export function weightsOf(own: number): [number, number] {
  const share = Math.round(Math.min(1, Math.max(0, own)) * 100);
  return [share / 100, (100 - share) / 100];
}

/** What bias takes for a token: a number, or `-inf`; null where the text is neither. */
export function readBias(text: string): number | '-inf' | null {
  const plain = text.trim().replaceAll('−', '-').replace('∞', 'inf');
  if (/^-inf(inity)?$/i.test(plain)) return '-inf';
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** A number as a person types it (a true minus, a comma as the point); null where it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replaceAll('−', '-').replace(',', '.');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Steps as typed: "", "12", "12–30", "12–" (to the end). */
export type StepsRead = { steps: Steps | undefined; fault: null } | { steps: null; fault: string };

export function readSteps(text: string): StepsRead {
  const plain = text.trim().replaceAll(/\s*[–-]\s*/g, '-');
  if (plain === '' || plain === 'all') return { steps: undefined, fault: null };
  const match = /^(\d+)(-(\d*))?$/.exec(plain);
  if (match === null) return { steps: null, fault: 'Write steps as 12–30, 12– (to the end), or nothing for all.' };
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : match[3] === '' ? null : Number(match[3]);
  if (last !== null && last < first) return { steps: null, fault: `The steps go backwards: write ${last}–${first}.` };
  return { steps: [first, last], fault: null };
}

/** A plan's steps as text, as `readSteps` takes them. */
export const stepsText = (steps: Steps | undefined): string =>
  steps === undefined ? '' : steps[1] === null ? `${steps[0]}–` : steps[0] === steps[1] ? String(steps[0]) : `${steps[0]}–${steps[1]}`;

/** A step of a recording as typed; nothing leaves it out. */
export type StepRead = { step: number | undefined; fault: null } | { step: null; fault: string };

/** @param tune what the recording is of: its name and how many steps it has; null where that is not known. */
export function readStep(text: string, tune: { name: string; steps: number } | null): StepRead {
  const plain = text.trim();
  if (plain === '') return { step: undefined, fault: null };
  if (!/^\d{1,6}$/.test(plain)) return { step: null, fault: `“${plain}” is no step: write a number from 0.` };
  const step = Number(plain);
  return tune === null || step < tune.steps
    ? { step, fault: null }
    : { step: null, fault: `${tune.name} has no step ${step}: it has ${tune.steps}, from 0 to ${tune.steps - 1}.` };
}

/** Sites as typed, blanks between. */
export type SitesRead = { sites: string[]; fault: null } | { sites: null; fault: string };

export function readSites(text: string, layers: number): SitesRead {
  const sites = [...new Set(text.split(/[\s,]+/).filter((part) => part !== ''))];
  if (sites.length === 0) return { sites: null, fault: 'Name a site, as L2.h.' };
  for (const site of sites) {
    const layer = /^L([1-9]\d*)\.[ifgoch]$/.exec(site)?.[1];
    if (layer === undefined && !['input', 'logits', 'posterior'].includes(site))
      return { sites: null, fault: `“${site}” is no site: write a layer and i, f, g, o, c or h, as L2.h.` };
    if (Number(layer ?? 1) > layers)
      return { sites: null, fault: `There is no layer ${layer}: the model has ${layers}, from L1 to L${layers}.` };
    if (layer === undefined && sites.length > 1)
      return { sites: null, fault: `${site} is patched alone: put it into an operation of its own.` };
  }
  return { sites, fault: null };
}

/** Which operation, from 0, a refusal of a plan speaks of; null where it names none. */
export function faultyOperation(refusal: Problem | null): number | null {
  const { operation } = (refusal?.more ?? {}) as Partial<components['schemas']['PlanProblem']>;
  return operation ?? null;
}
