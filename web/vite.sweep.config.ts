/** Builds the form of a sweep's page: one HTML file with script and style inside, `dist/sweep/sweep.html`, which `lilt sweep effects --page` fills. */
import { defineConfig } from 'vite';
import { oneFile } from './one-file.ts';

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/sweep',
    emptyOutDir: true,
    target: 'es2023',
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: 'sweep/main.ts', output: { format: 'iife', entryFileNames: 'sweep.js' } },
  },
  plugins: [oneFile(new URL('sweep/template.html', import.meta.url), 'sweep.html', ['{{LILT_TITLE}}', '{{LILT_SWEEP}}'])],
});
