/**
 * Makes types.ts of openapi.json and plan.ts of plan.schema.json: `node make-types.mjs [FOLDER]`, by default beside this file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import read, { astToString } from 'openapi-typescript';

const [, , folder] = process.argv;
const common = { defaultNonNullable: false, silent: true };

const types = await read(new URL('openapi.json', import.meta.url), common);
const head = "/* Made by `npm run api` of openapi.json, the studio's own OpenAPI text. Do not edit. */\n\n";
writeFileSync(folder === undefined ? new URL('types.ts', import.meta.url) : join(folder, 'types.ts'), head + astToString(types));

// The maker knows schemas as a part of an OpenAPI text.
const { $defs: schemas } = JSON.parse(
  readFileSync(new URL('plan.schema.json', import.meta.url), 'utf8').replaceAll('#/$defs/', '#/components/schemas/'),
);
const plan = await read(
  { openapi: '3.1.0', info: { title: 'plans', version: '1' }, paths: {}, components: { schemas } },
  { ...common, rootTypes: true, rootTypesNoSchemaPrefix: true },
);
const planHead = '/* Made by `npm run api` of plan.schema.json, the form that the program reads a plan in. Do not edit. */\n\n';
writeFileSync(folder === undefined ? new URL('plan.ts', import.meta.url) : join(folder, 'plan.ts'), planHead + astToString(plan));
