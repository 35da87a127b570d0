/**
 * Builds the handout's form: one HTML file with script and style inside, `dist/studio/handout.html`, in which the studio's server
 * puts a title for `{{LILT_TITLE}}` and tunes for `{{LILT_HANDOUT}}` (JSON with every `<` written as `\u003c`). Run it after the studio's build.
 */
import { defineConfig } from 'vite';
import { oneFile } from './one-file.ts';

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/studio',
    emptyOutDir: false,
    target: 'es2023',
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: 'studio/handout/main.ts', output: { format: 'iife', entryFileNames: 'handout.js' } },
  },
  plugins: [oneFile(new URL('studio/handout/template.html', import.meta.url), 'handout.html', ['{{LILT_TITLE}}', '{{LILT_HANDOUT}}'])],
});
