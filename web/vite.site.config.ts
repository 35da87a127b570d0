/** Builds what writes the pages of the site, a script that runs under Node; it goes with no program, and so lies with what site.sh makes. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: '../artifacts/site-program',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { input: { site: 'site/build.ts' }, output: { entryFileNames: '[name].mjs' } },
  },
});
