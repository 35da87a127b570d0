import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './checkout.ts';
import { block, escaped, type Page } from './page.ts';

/** A script's first words: what it asks. */
const question = (code: string): string => /^\/\/ (.+?(?:\?|\.$|$))/m.exec(code)?.[1] ?? '';

/**
 * The recipes: a page a question, in C# and, where there is a script of the same name, in Python beside it.
 * @param outputs the folder of what each script printed, NAME.cs.txt and NAME.py.txt; a script that has none was not run.
 */
export function recipes(checkout: Checkout, outputs: string): Page[] {
  const said = (file: string): string => {
    const path = join(outputs, `${file}.txt`);
    if (!existsSync(path)) return '<p class="faint">It was not run while this site was made.</p>';
    const [command, ...lines] = readFileSync(path, 'utf8').split('\n');
    return `<p><code>${escaped(command!)}</code> printed:</p>${block(lines.join('\n'), 'said')}`;
  };
  const pages = checkout.recipes().map((name): Page => {
    const sharp = checkout.text(`samples/${name}.cs`)!;
    const python = checkout.text(`python/samples/${name}.py`);
    const side = (language: string, code: string, file: string): string =>
      `<section><h2>${language}</h2>${block(code)}${said(file)}</section>`;
    return {
      path: `recipes/${name}.html`,
      title: question(sharp),
      broad: python !== null,
      body: `<h1>${escaped(question(sharp))}</h1>
<div${python === null ? '' : ' class="beside"'}>${side('C#', sharp, `${name}.cs`)}${python === null ? '' : side('Python', python, `${name}.py`)}</div>`,
    };
  });
  const list = pages.map(
    ({ path, title, broad }) =>
      `<li><a href="${path.slice('recipes/'.length)}">${escaped(title)}</a>${broad === true ? '' : ' (C# alone)'}</li>`,
  );
  return [
    ...pages,
    {
      path: 'recipes/index.html',
      title: 'Recipes',
      body: `<h1>Recipes</h1>
<p>Questions that a short script answers, with the script and what it prints. <a href="../docs/scripting.html">Scripting</a> and
<a href="../docs/python.html">Python</a> say what else there is.</p><ul>${list.join('\n')}</ul>`,
    },
  ];
}
