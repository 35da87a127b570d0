/**
 * Makes types.ts of openapi.json: `node make-types.mjs [OUT]`, OUT by default types.ts beside this file.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import read, { astToString } from 'openapi-typescript';

const types = await read(new URL('openapi.json', import.meta.url), { defaultNonNullable: false, silent: true });
const head = "/* Made by `npm run api` of openapi.json, the studio's own OpenAPI text. Do not edit. */\n\n";
writeFileSync(process.argv[2] ?? new URL('types.ts', import.meta.url), head + astToString(types));
