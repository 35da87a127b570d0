import './report.css';
import type { Study } from '../figures/contract/study.ts';
import { unknownKind } from '../figures/index.ts';
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
  const fault =
    study.schema === 'lilt-study/2'
      ? unknownKind(study)
      : `This page is for studies of the form lilt-study/2; this one says ${String(study.schema)}.`;
  if (fault === null) void buildReport(study);
  else explain(fault);
}
