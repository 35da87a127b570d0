import { MediaQuery } from 'svelte/reactivity';

/** Whether the reader's system asks for little motion. */
export const calm = new MediaQuery('(prefers-reduced-motion: reduce)');
