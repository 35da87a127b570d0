/** Builds the script that draws and plays the tunes of a training run's report: `dist/training/training.js`, which `lilt train` sets into the report. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/training',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: 'training/main.ts', output: { format: 'iife', entryFileNames: 'training.js' } },
  },
});
