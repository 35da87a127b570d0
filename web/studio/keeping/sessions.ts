import { counted } from '../network/numbers.ts';
import type { StudioState } from '../state.svelte.ts';
import { enterSession, leaveSession, takeSession } from './session-in-sight.ts';

const firstName = 'My first session';

/** Does something with sessions on this page, and says what went wrong. */
async function act(studio: StudioState, what: () => Promise<void>): Promise<void> {
  try {
    await studio.inStep.alone(what);
  } catch (error) {
    studio.fail(error);
  }
}

export const newSession = (studio: StudioState, name: string = firstName): Promise<void> =>
  act(studio, async () => {
    const before = studio.session?.id ?? null;
    const session = await studio.api.newSession(name);
    leaveSession(studio);
    takeSession(studio, session);
    if (before !== null) made(studio, session.id, before, `the session “${name}” made`);
  });

export const importSession = (studio: StudioState, text: string): Promise<void> =>
  act(studio, async () => {
    const before = studio.session?.id ?? null;
    const session = await studio.api.importSession(text);
    await enterSession(studio, session);
    if (before !== null) made(studio, session.id, before, `the session “${session.name}” imported`);
    const effects = (await studio.api.effects(session.id)).length;
    const held = `${counted(session.tunes.length, 'tune')}${effects === 0 ? '' : ` and ${counted(effects, 'effect')}`}`;
    studio.tell(`“${session.name}” is here, with ${held}.`, true);
  });

export const renameSession = (studio: StudioState, name: string): Promise<void> =>
  act(studio, async () => {
    const { session } = studio;
    if (session === null || session.name === name) return;
    const call = async (to: string): Promise<void> => {
      await studio.api.renameSession(session.id, to);
      await studio.inStep.refresh();
    };
    await call(name);
    studio.history.add({ what: `the session “${session.name}” renamed`, undo: () => call(session.name), redo: () => call(name) });
  });

/** Deletes the session in sight and goes to another; undoing has it back. */
export const deleteSession = (studio: StudioState): Promise<void> =>
  act(studio, async () => {
    const { session } = studio;
    if (session === null) return;
    await gone(studio, session.id, null);
    const what = `the session “${session.name}” deleted`;
    studio.history.add({
      what,
      undo: () => restoreSession(studio, session.id),
      redo: () => studio.inStep.alone(() => gone(studio, session.id, null)),
    });
    studio.tell(`The session “${session.name}” is deleted.`, true);
  });

/** Has a deleted session back, and shows it. */
export const restoreSession = (studio: StudioState, id: string): Promise<void> =>
  studio.inStep.alone(async () => enterSession(studio, await studio.api.restoreSession(id)));

/** A session came to be: undoing takes it away again. */
function made(studio: StudioState, id: string, before: string, what: string): void {
  studio.history.add({ what, undo: () => studio.inStep.alone(() => gone(studio, id, before)), redo: () => restoreSession(studio, id) });
}

/** Deletes a session and goes to another: to the one that is named where it is there. */
async function gone(studio: StudioState, id: string, to: string | null): Promise<void> {
  await studio.api.deleteSession(id);
  studio.sessions = studio.sessions.filter((session) => session.id !== id);
  if (studio.session?.id !== id) return;
  const next = studio.sessions.find((session) => session.id === to) ?? studio.sessions.at(-1);
  await enterSession(studio, await (next === undefined ? studio.api.newSession(firstName) : studio.api.session(next.id)));
}
