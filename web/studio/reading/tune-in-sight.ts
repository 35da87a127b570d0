import type { TuneComparison, TuneDetail } from '../api/shapes.ts';
import { useModel } from '../models/use-model.ts';
import { withoutSteps } from '../network/step-choice.ts';
import type { StudioState } from '../state.svelte.ts';

/** A tune in sight, and what it is compared with. */
export interface Sight {
  tune: string;
  other: string | null;
}

/** What is in sight; null for no tune. */
export const sightOf = ({ tune, other }: StudioState): Sight | null => (tune === null ? null : { tune: tune.id, other: other?.id ?? null });

/** What is in sight, where a tune is part of it. */
export function sightWith(studio: StudioState, id: string): Sight | null {
  const sight = sightOf(studio);
  return sight?.tune === id || sight?.other === id ? sight : null;
}

/** Shows a tune, beside another where one is named. */
export async function chooseTune(studio: StudioState, id: string, other: string | null = null, afresh = true): Promise<void> {
  studio.coming = id;
  try {
    const tune = await studio.api.tune(id, afresh ? null : studio.key);
    const [beside, comparison] = other === null ? [null, null] : await besideOf(studio, tune, other);
    if (studio.coming !== id) return;
    studio.playing = false;
    studio.key = (afresh ? null : studio.key) ?? tune.key;
    studio.tune = tune;
    studio.other = beside;
    studio.comparison = comparison;
    if (studio.model !== null && tune.model !== studio.model.id && studio.models.some((model) => model.id === tune.model))
      await useModel(studio, tune.model);
    if (afresh) {
      studio.heard = 'tune';
      studio.selection = withoutSteps(studio.selection);
      studio.sight = null;
      studio.cursor = 0;
    } else studio.cursor = Math.min(studio.cursor, Math.max(0, tune.tune.tokens.length - 1));
  } catch (error) {
    studio.fail(error);
  } finally {
    if (studio.coming === id) studio.coming = null;
  }
}

/** Another tune in the key of this one, and how the two compare. */
const besideOf = ({ api }: StudioState, tune: TuneDetail, other: string): Promise<[TuneDetail, TuneComparison]> =>
  Promise.all([api.tune(other, tune.tonic), api.compare(tune.id, other)]);

/** Compares the tune with another; null ends it. */
export async function compareWith(studio: StudioState, id: string | null): Promise<void> {
  try {
    const { tune } = studio;
    const [other, comparison] = id === null || tune === null ? [null, null] : await besideOf(studio, tune, id);
    if (studio.tune?.id !== tune?.id) return;
    studio.other = other;
    studio.comparison = comparison;
    if (id === null) studio.heard = 'tune';
  } catch (error) {
    studio.fail(error);
  }
}

/** Has no tune in sight. */
export function clearTune(studio: StudioState): void {
  studio.playing = false;
  studio.tune = null;
  studio.other = null;
  studio.comparison = null;
}
