import './handout.css';
import { themeSheet } from '../../figures/style.ts';
import type { Handout } from '../api/shapes.ts';
import { buildHandout } from './page.ts';

const sheet = document.createElement('style');
sheet.textContent = themeSheet();
document.head.append(sheet);

const explain = (message: string): void => {
  const text = document.createElement('p');
  text.className = 'explain';
  text.textContent = message;
  document.body.append(text);
};

let handout: Handout | null = null;
try {
  handout = JSON.parse(document.getElementById('handout')?.textContent ?? '') as Handout;
} catch {
  explain('This page holds no tunes: it is the empty form that Lilt’s studio fills.');
}
if (handout !== null) {
  if (handout.schema === 'lilt-handout/1') buildHandout(handout);
  else explain(`This page is for handouts of the form lilt-handout/1; this one says ${String(handout.schema)}.`);
}
