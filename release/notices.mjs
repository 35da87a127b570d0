// The licences of what a program carries that is not Lilt's own: node release/notices.mjs FILE [RUNTIME-PACK...]
// Of the pages, the packages of web/package-lock.json that are not for development alone; of the program, those of its lock
// file; and of .NET, where it is inside, the texts of its runtime packs. A package without a licence that can be named stops it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Licences of packages that name theirs by an address alone, as read there. */
const byAddress = { 'K4os.Compression.LZ4': 'MIT' };

/** The texts in a folder that are licences or notices. */
const texts = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice|third-?party-?notices)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());

/** One package: its name, its licence in a word, whose it is, and the texts that it brings. */
function entry(name, licence, owner, found) {
  if (!licence && found.length === 0) throw new Error(`${name} names no licence.`);
  return [`${name}${licence ? ` (${licence})` : ''}`, owner, ...found].filter(Boolean).join('\n\n');
}

function ofWeb() {
  const locked = json('web/package-lock.json').packages;
  return Object.keys(locked)
    .filter((path) => path !== '' && !locked[path].dev && !locked[path].optional)
    .sort()
    .map((path) => {
      const folder = join(root, 'web', path);
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const author = typeof about.author === 'string' ? about.author : about.author?.name;
      return entry(`${about.name} ${about.version}`, about.license, author, texts(folder));
    });
}

function ofNuget(name, version) {
  const folder = join(packages, name.toLowerCase(), version);
  const about = readFileSync(join(folder, `${name.toLowerCase()}.nuspec`), 'utf8');
  const said = (tag) => about.match(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`))?.[1];
  return entry(
    `${name} ${version}`,
    about.match(/<license type="expression">([^<]*)</)?.[1] ?? byAddress[name],
    said('copyright') ?? said('authors'),
    texts(folder),
  );
}

function ofProgram() {
  const locked = Object.values(json('src/Lilt.Cli/packages.lock.json').dependencies)[0];
  return Object.keys(locked)
    .filter((name) => locked[name].type !== 'Project')
    .sort()
    .map((name) => ofNuget(name, locked[name].resolved));
}

const [file, ...packs] = process.argv.slice(2);
const all = [...ofProgram(), ...packs.map((pack) => ofNuget(...pack.split('/'))), ...ofWeb()];
const line = '-'.repeat(80);
writeFileSync(
  file,
  `Lilt is under the MIT License. What it carries of others is under these; a text that no package brings stands with another of\nthe same licence, and that of the MIT License stands in LICENSE too.\n\n${all.map((one) => `${line}\n${one}\n`).join('\n')}`,
);
