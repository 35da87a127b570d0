import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(?:js|css|svg)$/;

/** Writes beside each file of text that a build makes the same compressed, `NAME.br` and `NAME.gz`, for a server to send in its place. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!text.test(name)) continue;
      const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
      const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
      this.emitFile({ type: 'asset', fileName: `${name}.br`, source: brotli });
      this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(bytes, { level: 9 }) });
    }
  },
});
