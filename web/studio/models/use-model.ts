import { sentence } from '../api/problem.ts';
import type { ModelSummary } from '../api/shapes.ts';
import type { StudioState } from '../state.svelte.ts';

/** Takes the model that an address names, or the one that pages open with; where its file cannot be read, the first that can. */
export async function openModel(studio: StudioState, named: string | null): Promise<void> {
  const known = studio.models.some(({ id }) => id === named);
  if (named !== null && !known)
    studio.notice = {
      kind: 'error',
      text: 'The model that this address names is not here; another is used. Start the studio with lilt serve --model FILE to have it.',
    };
  const rank = ({ id, isDefault, state }: ModelSummary): number => (id === named ? 0 : isDefault ? 1 : state === 'failed' ? 3 : 2);
  let fault: string | null = null;
  for (const { id } of studio.models.toSorted((one, other) => rank(one) - rank(other))) {
    try {
      studio.model = await studio.api.model(id);
      break;
    } catch (error) {
      fault ??= sentence(error);
    }
  }
  if (studio.model === null)
    studio.notice = {
      kind: 'error',
      text: `${fault ?? 'There is no model to write with.'} Start the studio with lilt serve --model FILE.`,
    };
  else if (fault !== null) studio.notice = { kind: 'error', text: `${fault} “${studio.model.name}” is used instead.` };
  if (fault !== null) studio.models = await studio.api.models();
}

export async function useModel(studio: StudioState, id: string): Promise<void> {
  try {
    studio.model = await studio.api.model(id);
  } catch (error) {
    studio.fail(error);
    // Why it cannot be read stands in the menu from now on.
    await lookForModels(studio);
  }
}

/** Asks again which models there are, and what is known of them. */
export async function lookForModels(studio: StudioState): Promise<void> {
  try {
    studio.models = await studio.api.models();
  } catch (error) {
    studio.fail(error);
  }
}
