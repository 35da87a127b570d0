import type { StudioState } from '../state.svelte.ts';
import { measureAway } from './measures.ts';
import { counted } from './numbers.ts';
import type { Operation } from './operation.ts';
import { planChange } from './plan-words.ts';
import { added, excising } from './plan-editing.ts';
import { zoomSteps } from './sight.ts';

export function setOperations(studio: StudioState, operations: readonly Operation[]): void {
  const { what, merge } = planChange(studio.plan, operations);
  studio.usePlan(operations, what, merge);
}

export const addOperation = (studio: StudioState, operation: Operation): void => setOperations(studio, added(studio.plan, operation));

/** Puts the excision of the chosen units into the plan; false where no units are chosen. The key e does this. */
export function exciseSelection(studio: StudioState): boolean {
  const { selection } = studio;
  if (selection === null || selection.units.length === 0) return false;
  addOperation(studio, excising(selection));
  return true;
}

/** What a key does to the network panes; null where it is none of theirs. */
export function actOf(studio: StudioState, key: string, shift: boolean): (() => void) | null {
  const toward =
    (direction: 1 | -1): (() => void) =>
    () =>
      studio.moveTo(
        shift ? measureAway(studio.cursor, direction, studio.tune?.tune.measureSteps ?? [], studio.steps) : studio.cursor + direction,
      );
  if (key === '[' || key === ']') return () => studio.moveLayer(key === '[' ? -1 : 1);
  if (studio.tune === null) return null;
  switch (key) {
    case 'ArrowLeft':
      return toward(-1);
    case 'ArrowRight':
      return toward(1);
    case 'Home':
      return () => studio.moveTo(0);
    case 'End':
      return () => studio.moveTo(studio.steps - 1);
    case '+':
    case '=':
      return () => zoomSteps(studio, studio.cursor + 0.5, 1.5);
    case '-':
    case '−':
      return () => zoomSteps(studio, studio.cursor + 0.5, 1 / 1.5);
    case '0':
      return () => {
        studio.sight = null;
      };
    case 'e':
      return () => {
        const units = studio.selection?.units.length ?? 0;
        if (exciseSelection(studio))
          studio.tell(`The excision of ${counted(units, 'unit')} of layer ${studio.selection!.layer} is in the plan. Press r to run it.`);
        else studio.tell('Nothing is chosen yet: click a unit on the heat map, or brush a band on the mean spectra, then press e.');
      };
    default:
      return null;
  }
}
