/**
 * Makes study.ts of study.schema.json: `node make-types.mjs [OUT]`, OUT by default study.ts beside this file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import read, { astToString } from 'openapi-typescript';

// The maker knows schemas as a part of an OpenAPI text.
const { $defs: schemas } = JSON.parse(
  readFileSync(new URL('study.schema.json', import.meta.url), 'utf8').replaceAll('#/$defs/', '#/components/schemas/'),
);
const types = await read(
  { openapi: '3.1.0', info: { title: 'study.json', version: '1' }, paths: {}, components: { schemas } },
  { arrayLength: true, defaultNonNullable: false, rootTypes: true, rootTypesNoSchemaPrefix: true, silent: true },
);
const head = '/* Made by `npm run contract` of study.schema.json, the form that the program writes a study in. Do not edit. */\n\n';
writeFileSync(process.argv[2] ?? new URL('study.ts', import.meta.url), head + astToString(types));
