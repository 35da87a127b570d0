import { getContext, setContext } from 'svelte';
import type { StudioState } from './state.svelte.ts';

const name = Symbol('studio');

/** Gives the state to every component inside. */
export const provideStudio = (state: StudioState): StudioState => setContext(name, state);

/** The state of the page, for a component. */
export const useStudio = (): StudioState => getContext<StudioState>(name);
