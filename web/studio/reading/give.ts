import { putTune } from '../keeping/session-tunes.ts';
import { addedTunes } from '../keeping/tunes.ts';
import type { StudioState } from '../state.svelte.ts';
import { chooseTune, sightOf } from './tune-in-sight.ts';

/** Takes a tune of the person's own: the network reads it. Of several tunes in the text, the one with the number, from 1. */
export async function give(studio: StudioState, text: string, name: string, tune: number | null = null): Promise<void> {
  if (studio.session === null || studio.model === null) return;
  const { id: model } = studio.model;
  const before = sightOf(studio);
  studio.taking = true;
  try {
    const given = await studio.api.given(studio.session.id, { model, text, name: name === '' ? null : name, tune });
    putTune(studio, given);
    await chooseTune(studio, given.id);
    addedTunes(studio, [given.id], before);
  } finally {
    studio.taking = false;
  }
  const { remark } = await studio.api.check(model, text);
  if (remark !== null) studio.tell(`${remark}.`);
}
