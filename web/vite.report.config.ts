/**
 * Builds the report's form: one HTML file with script and style inside, `dist/report/report.html`, in which `lilt study` puts a
 * title for `{{LILT_TITLE}}` and a study for `{{LILT_STUDY}}`; see report/README.md.
 */
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const template = new URL('report/template.html', import.meta.url);

const oneFile: Plugin = {
  name: 'one-file',
  enforce: 'post',
  generateBundle(_, bundle) {
    let script = '';
    let style = '';
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type === 'chunk') script += file.code;
      else if (name.endsWith('.css')) style += String(file.source);
      delete bundle[name];
    }
    const source = readFileSync(template, 'utf8')
      .replace('{{STYLE}}', () => style.replaceAll('</', '<\\/'))
      .replace('{{SCRIPT}}', () => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'));
    for (const place of ['{{LILT_TITLE}}', '{{LILT_STUDY}}']) {
      if (source.split(place).length !== 2) throw new Error(`the report's form must hold ${place} exactly once`);
    }
    this.emitFile({ type: 'asset', fileName: 'report.html', source });
  },
};

export default defineConfig({
  build: {
    outDir: 'dist/report',
    emptyOutDir: true,
    target: 'es2023',
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: 'report/main.ts', output: { format: 'iife', entryFileNames: 'report.js' } },
  },
  plugins: [oneFile],
});
