import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Sets a build's script and style into an HTML template, one file with everything inside: its `{{STYLE}}` and `{{SCRIPT}}`.
 * @param template the template's address.
 * @param fileName the name of the file that is made; nothing else is.
 * @param places what whoever fills the page puts something for; each stands in it exactly once.
 */
export const oneFile = (template: URL, fileName: string, places: readonly string[]): Plugin => ({
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
    for (const place of places) {
      if (source.split(place).length !== 2) throw new Error(`${fileName} must hold ${place} exactly once`);
    }
    this.emitFile({ type: 'asset', fileName, source });
  },
});
