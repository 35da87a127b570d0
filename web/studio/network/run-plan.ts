import type { TuneSummary } from '../api/shapes.ts';
import { putTune } from '../keeping/session-tunes.ts';
import { addedTunes } from '../keeping/tunes.ts';
import { chooseTune, sightOf } from '../reading/tune-in-sight.ts';
import type { StudioState } from '../state.svelte.ts';
import { writeTunes } from '../writing/write.ts';

/** The tune that a plan is run on: the one in sight, or the one that it was made from under a plan. */
export const untouchedOf = ({ tune, tunes }: StudioState): TuneSummary | null =>
  tune === null || tune.plan === null ? tune : (tunes.find(({ id }) => id === tune.baseline) ?? tune);

/** Makes the tune again under the plan, with the same random numbers or, where it was read, with the same tokens, and compares. */
export async function runPlan(studio: StudioState): Promise<void> {
  const from = untouchedOf(studio);
  if (from === null || studio.plan.length === 0) return;
  if (studio.planFault !== null) {
    studio.notice = { kind: 'error', text: studio.planFault };
    return;
  }
  if (from.seed === null) await readAgain(studio, from);
  else
    await writeTunes(studio, {
      model: from.model,
      seed: from.seed,
      tunes: 1,
      temperature: from.temperature,
      prime: from.prime,
      limit: from.limit,
      generator: from.generator,
      plan: { operations: studio.plan },
      baseline: from.id,
      key: studio.key,
    });
}

/** Has the network read a tune of the person's own again under the plan: what it reads stays, what goes on inside and what it expects may not. */
async function readAgain(studio: StudioState, from: TuneSummary): Promise<void> {
  if (studio.reading || studio.session === null) return;
  studio.reading = true;
  studio.notice = null;
  const before = sightOf(studio);
  try {
    const { written } = await studio.api.tune(from.id);
    const given = await studio.api.given(studio.session.id, {
      model: from.model,
      text: written ?? from.prime,
      plan: { operations: studio.plan },
      baseline: from.id,
    });
    putTune(studio, given);
    await chooseTune(studio, given.id, from.id);
    addedTunes(studio, [given.id], before);
  } catch (error) {
    studio.fail(error);
  } finally {
    studio.reading = false;
  }
}
