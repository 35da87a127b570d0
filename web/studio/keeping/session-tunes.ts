import type { TuneSummary } from '../api/shapes.ts';
import { chooseTune, clearTune, compareWith } from '../reading/tune-in-sight.ts';
import type { StudioState } from '../state.svelte.ts';

/** Puts a tune of the session into its list, or what was changed about it. */
export function putTune(studio: StudioState, tune: TuneSummary): void {
  const known = studio.tunes.find(({ id }) => id === tune.id);
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(tune)) return;
  studio.tunes = known !== undefined ? studio.tunes.map((old) => (old.id === tune.id ? tune : old)) : [...studio.tunes, tune];
  const movedElsewhere = !studio.inStep.acts && studio.tune?.id === tune.id && studio.tune.key !== tune.key;
  if (studio.tune?.id === tune.id) studio.tune = { ...studio.tune, ...tune };
  if (studio.other?.id === tune.id) studio.other = { ...studio.other, ...tune };
  if (!movedElsewhere) return;
  studio.key = null;
  void chooseTune(studio, tune.id, studio.other?.id ?? null, false);
}

/** Changes what is said of a tune; false where it cannot be. */
export async function changeTune(
  studio: StudioState,
  id: string,
  change: { name?: string; starred?: boolean; key?: string },
): Promise<boolean> {
  try {
    putTune(studio, await studio.inStep.alone(() => studio.api.changeTune(id, change)));
    return true;
  } catch (error) {
    studio.fail(error);
    return false;
  }
}

/** A tune is no more: what is shown goes on to the next. */
export async function dropTune(studio: StudioState, id: string): Promise<void> {
  const at = studio.tunes.findIndex((tune) => tune.id === id);
  studio.tunes = studio.tunes.filter((tune) => tune.id !== id);
  if (studio.other?.id === id) await compareWith(studio, null);
  if (studio.tune?.id !== id) return;
  clearTune(studio);
  const next = studio.tunes.at(Math.min(at, studio.tunes.length - 1));
  if (next !== undefined) await chooseTune(studio, next.id);
}
