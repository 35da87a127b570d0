import { getContext, setContext } from 'svelte';
import type { Printing } from './keeping/printing.svelte.ts';
import type { Player } from './reading/player.svelte.ts';
import type { Rewriting } from './rewriting/rewriting.svelte.ts';
import type { StudioState } from './state.svelte.ts';

const studioName = Symbol('studio');
const playerName = Symbol('player');
const rewritingName = Symbol('rewriting');
const printingName = Symbol('printing');

/** Gives the state to every component inside. */
export const provideStudio = (state: StudioState): StudioState => setContext(studioName, state);

/** The state of the page, for a component. */
export const useStudio = (): StudioState => getContext<StudioState>(studioName);

/** Gives the player to every component inside. */
export const providePlayer = (player: Player): Player => setContext(playerName, player);

/** What plays, for a component. */
export const usePlayer = (): Player => getContext<Player>(playerName);

/** Gives what writes bars again to every component inside. */
export const provideRewriting = (rewriting: Rewriting): Rewriting => setContext(rewritingName, rewriting);

/** What writes bars again, for a component. */
export const useRewriting = (): Rewriting => getContext<Rewriting>(rewritingName);

/** Gives what prints to every component inside. */
export const providePrinting = (printing: Printing): Printing => setContext(printingName, printing);

/** What prints, for a component. */
export const usePrinting = (): Printing => getContext<Printing>(printingName);
