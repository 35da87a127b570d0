import type { Operation as Sent } from '../api/shapes.ts';
import type { StudioState } from '../state.svelte.ts';
import type { Operation } from './operation.ts';
import { added, excising } from './plan-editing.ts';

/** The plan's operations, in their full type; the page's state holds them as the server's JSON. */
export const operationsOf = (studio: StudioState): Operation[] => studio.plan as unknown as Operation[];

export function setOperations(studio: StudioState, operations: readonly Operation[]): void {
  studio.plan = operations as unknown as Sent[];
}

export const addOperation = (studio: StudioState, operation: Operation): void => setOperations(studio, added(operationsOf(studio), operation));

/** Puts the excision of the chosen units into the plan; false where no units are chosen. The key e does this. */
export function exciseSelection(studio: StudioState): boolean {
  const { selection } = studio;
  if (selection === null || selection.units.length === 0) return false;
  addOperation(studio, excising(selection));
  return true;
}
