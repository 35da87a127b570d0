import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(?:js|css|svg)$/;

/** Writes beside each file of text that a build made the same compressed, `NAME.br` and `NAME.gz`, for a server to send in its place. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  // Of the files as they were written: up to then other plugins still change them.
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => text.test(file))) {
      const path = join(dir ?? '.', name);
      const bytes = readFileSync(path);
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
});
