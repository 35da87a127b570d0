import { readAddress, type View } from './address.ts';
import { leaveSession, takeSession } from './keeping/session-in-sight.ts';
import { newSession } from './keeping/sessions.ts';
import { follow } from './live/follow.ts';
import { openModel, useModel } from './models/use-model.ts';
import { chooseTune, clearTune } from './reading/tune-in-sight.ts';
import type { StudioState } from './state.svelte.ts';
import { takeView } from './view.ts';

/** Asks the server what there is, shows what the address names, and follows what happens from then on. */
export async function open(studio: StudioState, hash: string): Promise<void> {
  const view = readAddress(hash);
  takeView(studio, view);
  try {
    [studio.models, studio.sessions] = await Promise.all([studio.api.models(), studio.api.sessions()]);
    await Promise.all([openModel(studio, view.model), openSession(studio, view)]);
  } catch (error) {
    studio.fail(error);
  }
  studio.ready = true;
  const { inStep } = studio;
  follow(studio.api, { hear: (event) => inStep.hear(event), reach: (reached) => inStep.reach(reached) });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void inStep.refresh();
  });
}

/** Takes the session that an address names with its tunes; where it is not here, the newest one. */
async function openSession(studio: StudioState, view: View): Promise<void> {
  const known = studio.sessions.find(({ id }) => id === view.session);
  const session = known ?? studio.sessions.at(-1);
  if (session === undefined) await newSession(studio);
  else takeSession(studio, await studio.api.session(session.id));
  if (view.session !== null && known === undefined)
    studio.notice = {
      kind: 'error',
      text: `The session that this address names is not here: “${studio.session?.name ?? ''}” is open instead. It may have been deleted, which “Recently deleted” in the session menu undoes, or belong to another computer: import its file.`,
    };
  else if (view.tune !== null) {
    await chooseTune(studio, view.tune, view.other, false);
    return;
  }
  if (studio.tunes.length > 0) await chooseTune(studio, studio.tunes.at(-1)!.id, null, false);
}

/**
 * Goes to the view of an address, as the browser's Back and Forward do; where another is gone to meanwhile, that one holds.
 * @param arrived is called when the view is there, and before it is kept as the page's.
 */
export async function goTo(studio: StudioState, hash: string, arrived: () => void): Promise<void> {
  const view = readAddress(hash);
  studio.going = view;
  try {
    if (view.session !== null && view.session !== studio.session?.id) {
      const session = await studio.api.session(view.session);
      leaveSession(studio);
      takeSession(studio, session);
    }
    takeView(studio, view);
    if (view.tune === null) clearTune(studio);
    else await chooseTune(studio, view.tune, view.other, false);
    if (view.model !== null && view.model !== studio.model?.id) await useModel(studio, view.model);
  } catch (error) {
    studio.fail(error);
  } finally {
    if (studio.going === view) {
      arrived();
      studio.going = null;
    }
  }
}
