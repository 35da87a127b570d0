import './report.css';
import type { Study } from '../figures/data.ts';
import { buildReport } from './page.ts';

const explain = (message: string): void => {
  const text = document.createElement('p');
  text.style.cssText = 'max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif';
  text.textContent = message;
  document.body.append(text);
};

const held = document.getElementById('study')?.textContent ?? '';
let study: Study | null = null;
try {
  study = JSON.parse(held) as Study;
} catch {
  explain('This page holds no study: it is the empty form that “lilt study” fills.');
}
if (study !== null) {
  if (study.schema === 'lilt-study/2') void buildReport(study);
  else explain(`This page is for studies of the form lilt-study/2; this one says ${String(study.schema)}.`);
}
