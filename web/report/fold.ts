import { make } from './element.ts';

/** A score of which only the first lines are shown until somebody asks for all, or hears it go on. Paper shows all. */
export interface Fold {
  /** What stands in the place of the score. */
  element: HTMLElement;
  /** Opens it where this mark of the notation would not be seen. */
  show(mark: Element): void;
}

/**
 * Folds a score that has more lines than are shown, put in the page already; null where it is short.
 * @param name of the tune, for the button.
 */
export function fold(score: HTMLElement, lines: number, name: string): Fold | null {
  const picture = score.querySelector('svg');
  const staves = [...score.querySelectorAll<SVGGElement>('.abcjs-staff-wrapper')];
  const next = staves[lines]?.getBBox();
  const width = picture?.viewBox.baseVal.width ?? 0;
  // One line more than is shown is no reason for a button.
  if (next === undefined || width === 0 || staves.length <= lines + 1) return null;
  const last = staves[lines - 1]!.getBBox();
  const held = make('div', { class: 'held' });
  score.replaceWith(held);
  held.append(score);
  const button = make(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'aria-label': `Show all ${staves.length} lines of ${name}` },
    `Show all ${staves.length} lines`,
  );
  const element = make('div', { class: 'fold folded' });
  held.replaceWith(element);
  element.append(held, button);
  // The picture is as wide as its place, so a ratio and not a height says where it is cut: between two lines.
  element.style.setProperty('--fold', `${width} / ${(last.y + last.height + next.y) / 2}`);
  const set = (open: boolean): void => {
    element.classList.toggle('folded', !open);
    button.setAttribute('aria-expanded', String(open));
    button.textContent = open ? `Show the first ${lines}` : `Show all ${staves.length} lines`;
    button.setAttribute('aria-label', `${button.textContent} of ${name}`);
  };
  button.addEventListener('click', () => set(element.classList.contains('folded')));
  return {
    element,
    show: (mark) => {
      if (element.classList.contains('folded') && mark.getBoundingClientRect().top >= held.getBoundingClientRect().bottom) set(true);
    },
  };
}
