import type { Selection } from '../address.ts';
import type { SiteName } from '../api/shapes.ts';

/** The steps that a drag spans, from the first up to and without the second; null where it stayed at one. */
export const draggedSteps = (from: number, to: number): [number, number] | null =>
  from === to ? null : [Math.min(from, to), Math.max(from, to) + 1];

/** A selection with other steps: units of the layer in sight stay chosen. */
export const withSteps = (selection: Selection | null, layer: number, site: SiteName, steps: [number, number]): Selection => ({
  layer,
  site,
  units: selection?.layer === layer ? selection.units : [],
  steps,
});

/** A selection without its steps: chosen units stay chosen. */
export const withoutSteps = (selection: Selection | null): Selection | null =>
  selection === null || selection.units.length === 0 ? null : { ...selection, steps: null };
