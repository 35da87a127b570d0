import type { Plan, PushAnswer, PushRequest, TuneDetail, TuneSummary } from '../api/shapes.ts';
import { addedTunes } from '../keeping/tunes.ts';
import { chooseTune, sightOf } from '../reading/tune-in-sight.ts';
import type { StudioState } from '../state.svelte.ts';

/** Whether a tune's plan may be a push, so that the server is worth asking. */
export const mayBePush = ({ plan, baseline }: TuneSummary): boolean =>
  baseline !== null && plan?.operations.length === 1 && plan.operations[0]!.op === 'patch' && plan.operations[0]!.edge === 'recurrent';

/** Pushes the clock of a tune and shows what became of it beside the tune; the plan that does it is the page's plan from then on. */
export async function pushClock(studio: StudioState, from: TuneDetail, request: PushRequest): Promise<void> {
  const { session } = studio;
  const before = sightOf(studio);
  const known = new Set(studio.tunes.map(({ id }) => id));
  if (session === null) return;
  const made = await studio.api.post<TuneSummary>(['tunes', from.id, 'push'], request);
  // A donor may have been written as well.
  const { tunes } = await studio.api.session(session.id);
  if (studio.session?.id !== session.id) return;
  studio.tunes = tunes;
  studio.usePlan((made.plan as Plan).operations, 'the push made the plan');
  await chooseTune(studio, made.id, from.id, false);
  if (!known.has(made.id)) addedTunes(studio, [made.id], before);
}

/** What the push did that made a tune; null where no push made it. */
export const askPush = (studio: StudioState, tune: string, signal: AbortSignal): Promise<PushAnswer | null> =>
  studio.api.get<PushAnswer | null>(['tunes', tune, 'push'], {}, signal);
