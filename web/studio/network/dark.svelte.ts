import { MediaQuery } from 'svelte/reactivity';

/** Whether the reader's system asks for a dark page. */
export const dark = new MediaQuery('screen and (prefers-color-scheme: dark)');
