/**
 * Builds the report's form: one HTML file with script and style inside, `dist/report/report.html`, in which `lilt study` puts a
 * title for `{{LILT_TITLE}}` and a study for `{{LILT_STUDY}}`; see report/README.md.
 */
import { defineConfig } from 'vite';
import { oneFile } from './one-file.ts';

export default defineConfig({
  build: {
    outDir: 'dist/report',
    emptyOutDir: true,
    target: 'es2023',
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: 'report/main.ts', output: { format: 'iife', entryFileNames: 'report.js' } },
  },
  plugins: [oneFile(new URL('report/template.html', import.meta.url), 'report.html', ['{{LILT_TITLE}}', '{{LILT_STUDY}}'])],
});
