import './handout.css';
import { themeSheet } from '../../figures/style.ts';
import type { Handout } from '../api/shapes.ts';
import { LinkFault, readLink } from '../../score/tune-link.ts';
import { buildLinked } from './linked.ts';
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

/** Shows the tune that the address holds. */
async function open(): Promise<void> {
  try {
    const tune = await readLink(location.hash);
    if (tune === null)
      explain(
        'This page shows the tune that a link to it holds, behind a #: make such a link in Lilt’s studio, under “share”, and open it.',
      );
    else buildLinked(tune);
  } catch (error) {
    explain(error instanceof LinkFault ? error.message : `The tune cannot be shown: ${String(error)}`);
  }
}

let handout: Handout | null = null;
try {
  handout = JSON.parse(document.getElementById('handout')?.textContent ?? '') as Handout | null;
} catch {
  /* the form as it was built, which nobody has filled, is a page for links as well */
}
if (handout === null) {
  addEventListener('hashchange', () => location.reload());
  void open();
} else if (handout.schema === 'lilt-handout/1') buildHandout(handout);
else explain(`This page is for handouts of the form lilt-handout/1; this one says ${String(handout.schema)}.`);
