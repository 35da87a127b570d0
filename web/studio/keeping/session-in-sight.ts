import type { Session } from '../api/shapes.ts';
import { chooseTune, clearTune } from '../reading/tune-in-sight.ts';
import type { StudioState } from '../state.svelte.ts';

/** Has a session in sight. */
export function takeSession(studio: StudioState, { tunes, ...session }: Session): void {
  const summary = { ...session, tunes: tunes.length };
  studio.session = summary;
  studio.tunes = tunes;
  void studio.effects.look(session.id);
  studio.sessions = studio.sessions.some(({ id }) => id === session.id)
    ? studio.sessions.map((old) => (old.id === session.id ? summary : old))
    : [...studio.sessions, summary];
}

/** Goes to a session, and shows its newest tune. */
export async function enterSession(studio: StudioState, session: Session): Promise<void> {
  leaveSession(studio);
  takeSession(studio, session);
  if (studio.tunes.length > 0) await chooseTune(studio, studio.tunes.at(-1)!.id);
}

/** Has nothing of a session in sight any more; what it writes goes on. */
export function leaveSession(studio: StudioState): void {
  clearTune(studio);
  studio.selection = null;
  studio.cursor = 0;
}
