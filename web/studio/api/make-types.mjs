/**
 * Makes types.ts of openapi.json: `node make-types.mjs [OUT]`, OUT by default types.ts beside this file.
 *
 * openapi-typescript writes with the compiler's own printer, which TypeScript 7 no longer has: it is given version 5 (typescript-api).
 */
import { writeFileSync } from 'node:fs';
import { register } from 'node:module';
import process from 'node:process';

const hook = "export const resolve = (name, context, next) => next(name === 'typescript' ? 'typescript-api' : name, context);";
register(`data:text/javascript,${encodeURIComponent(hook)}`, import.meta.url);

const { default: read, astToString } = await import('openapi-typescript');
const types = await read(new URL('openapi.json', import.meta.url), { defaultNonNullable: false, silent: true });
const head = '/* Made by `npm run api` of openapi.json, the studio\'s own OpenAPI text. Do not edit. */\n\n';
writeFileSync(process.argv[2] ?? new URL('types.ts', import.meta.url), head + astToString(types));
