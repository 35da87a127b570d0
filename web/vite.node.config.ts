/** Builds the scripts that run under Node, each one file with everything it needs inside. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist/node',
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    rollupOptions: {
      input: { 'abc-to-svg': 'render/abc-to-svg.ts', 'tunes-to-html': 'render/tunes-to-html.ts', figures: 'figures/node.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
