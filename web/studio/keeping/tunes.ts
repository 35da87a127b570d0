import { chooseTune, sightWith, type Sight } from '../reading/tune-in-sight.ts';
import type { StudioState } from '../state.svelte.ts';
import { changeTune, dropTune } from './session-tunes.ts';

/** Renames a tune. */
export async function renameTune(studio: StudioState, id: string, name: string): Promise<void> {
  const old = studio.nameOf(id);
  if (old === name || !(await changeTune(studio, id, { name }))) return;
  studio.did(
    `“${old}” renamed`,
    () => changeTune(studio, id, { name: old }),
    () => changeTune(studio, id, { name }),
  );
}

export async function starTune(studio: StudioState, id: string, starred: boolean): Promise<void> {
  if (!(await changeTune(studio, id, { starred }))) return;
  studio.did(
    starred ? `“${studio.nameOf(id)}” starred` : `the star of “${studio.nameOf(id)}” taken away`,
    () => changeTune(studio, id, { starred: !starred }),
    () => changeTune(studio, id, { starred }),
  );
}

/** Deletes a tune; undoing has it back. */
export async function deleteTune(studio: StudioState, id: string): Promise<void> {
  const what = `“${studio.nameOf(id)}” deleted`;
  const seen = sightWith(studio, id);
  try {
    await studio.api.deleteTune(id);
    await dropTune(studio, id);
    studio.did(
      what,
      () => restoreTunes(studio, [id], seen),
      () => deleteTunes(studio, [id], null),
    );
    studio.tell(`${what}.`, true);
  } catch (error) {
    studio.fail(error);
  }
}

/** Tunes came to the session by what was done on this page. */
export function addedTunes(studio: StudioState, ids: readonly string[], before: Sight | null): void {
  if (ids.length === 0) return;
  const after = sightWith(studio, ids[0]!);
  studio.did(
    ids.length === 1 ? `“${studio.nameOf(ids[0]!)}”` : `${ids.length} tunes`,
    () => deleteTunes(studio, ids, before),
    () => restoreTunes(studio, ids, after ?? { tune: ids[0]!, other: null }),
  );
}

/** Has tunes back, and shows what was in sight with them; null where none of them was. */
export async function restoreTunes(studio: StudioState, ids: readonly string[], seen: Sight | null): Promise<void> {
  for (const id of ids) await studio.api.restoreTune(id);
  await studio.inStep.refresh();
  if (seen !== null) await chooseTune(studio, seen.tune, seen.other);
}

async function deleteTunes(studio: StudioState, ids: readonly string[], before: Sight | null): Promise<void> {
  for (const id of ids) await studio.api.deleteTune(id);
  if (before !== null && studio.tunes.some(({ id }) => id === before.tune)) await chooseTune(studio, before.tune, before.other);
  for (const id of ids) await dropTune(studio, id);
}
