/** Builds the studio's page, `dist/studio/`: index.html, its assets under names that change with their content, the icon. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';

export default defineConfig({
  root: 'studio',
  base: '/',
  build: {
    outDir: '../dist/studio',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing is written into the page itself: its content security policy allows no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  plugins: [svelte({ configFile: false }), compressed()],
});
