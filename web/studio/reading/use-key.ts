import { changeTune } from '../keeping/session-tunes.ts';
import type { StudioState } from '../state.svelte.ts';
import { chooseTune } from './tune-in-sight.ts';

/** Shows and plays the tune, and what it is compared with, in another key, which they keep; null for the tune's own. */
export async function useKey(studio: StudioState, tonic: string | null): Promise<void> {
  const { tune, other } = studio;
  if (tune === null) return;
  studio.key = tonic;
  try {
    const shown = await studio.api.tune(tune.id, tonic ?? tune.ownTonic);
    const beside = other === null ? null : await studio.api.tune(other.id, shown.tonic);
    // Whoever goes through the keys has the last one.
    if (studio.key !== tonic || studio.tune?.id !== tune.id || studio.other?.id !== other?.id) return;
    studio.tune = shown;
    studio.other = beside;
    if (shown.unmoved !== null) {
      studio.key = shown.key;
      studio.notice = { kind: 'error', text: `The tune cannot be moved. ${shown.unmoved}` };
      return;
    }
    const both = [tune, ...(other === null ? [] : [other])];
    await studio.inStep.alone(() => Promise.all(both.map(({ id }) => changeTune(studio, id, { key: tonic ?? '' }))));
    const put = (keys: readonly (string | null)[]) => (): Promise<void> =>
      studio.inStep.alone(async () => {
        await Promise.all(both.map(({ id }, at) => changeTune(studio, id, { key: keys[at] ?? '' })));
        studio.key = null;
        await chooseTune(studio, tune.id, other?.id ?? null, false);
      });
    studio.did('the key changed', put(both.map(({ key }) => key)), put(both.map(() => tonic)));
  } catch (error) {
    if (studio.key === tonic) studio.key = tune.key;
    studio.fail(error);
  }
}
