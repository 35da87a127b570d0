import type { WriteRequest } from '../api/shapes.ts';
import type { StudioState } from '../state.svelte.ts';

/** Asks for tunes, and waits until they are there: the first is shown when it is whole. What is asked for meanwhile waits its turn. */
export async function writeTunes(studio: StudioState, request: Partial<WriteRequest> & { prime: string }): Promise<void> {
  const { session, model, next } = studio;
  if (session === null || model === null) return;
  studio.playing = false;
  studio.notice = null;
  try {
    await studio.ownRuns.begin(session.id, {
      model: model.id,
      seed: next.seed,
      tunes: next.count,
      temperature: next.temperature,
      limit: next.limit,
      generator: next.generator,
      key: next.tonic,
      ...request,
    });
  } catch (error) {
    studio.fail(error);
  }
}

/** Stops the network, what waits first; tunes that are whole stay. */
export function stopWriting(studio: StudioState): void {
  for (const { job } of studio.runs.of(studio.session?.id).toReversed())
    studio.api.stopRun(job).catch((error: unknown) => studio.fail(error));
}
