import type { ClockFaceFigure } from '../contract/study.ts';
import { numberText } from '../number.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Marks of the clock face that the hand goes along, or takes the place of. */
export const pathName = 'clock-path';
export const sampleName = 'clock-sample';
const handName = 'clock-hand';

interface Hand {
  group: SVGGElement;
  trail: SVGPathElement;
  dot: SVGCircleElement;
  text: SVGTextElement;
}

const handOf = (group: Element): Hand => {
  const [trail, dot, text] = group.children;
  return { group: group as SVGGElement, trail: trail as SVGPathElement, dot: dot as SVGCircleElement, text: text as SVGTextElement };
};

function addHand(beside: Element): Hand {
  const { ownerDocument: document } = beside;
  const group = document.createElementNS(svgNamespace, 'g');
  group.setAttribute('class', handName);
  for (const name of ['path', 'circle', 'text']) group.append(document.createElementNS(svgNamespace, name));
  beside.parentNode!.append(group);
  group.children[1]!.setAttribute('r', '7');
  const width = Number(beside.closest('svg')!.getAttribute('width'));
  group.children[2]!.setAttribute('x', String(width - 14));
  group.children[2]!.setAttribute('y', '12');
  return handOf(group);
}

/**
 * Sets the hand of a clock face that is shown on the step of its tune that sounds, with the way that it has come since the bar behind it.
 * @param step at which the note that sounds was written; null where nothing sounds: then there is no hand.
 */
export function followPath(picture: SVGSVGElement, data: ClockFaceFigure, step: number | null): void {
  const path = picture.querySelector(`.${pathName} path, path.${pathName}`);
  const shown = picture.querySelector(`.${handName}`);
  picture.classList.toggle('followed', step !== null);
  if (step === null || path === null) {
    shown?.remove();
    return;
  }
  const points = (path.getAttribute('d') ?? '').split(/[ML]/).slice(1);
  const here = points[step];
  if (here === undefined) return;
  const hand = shown === null ? addHand(path.closest(`g.${pathName}`) ?? path) : handOf(shown);
  const bar = data.tune.measureSteps.findLast((at) => at < step) ?? 0;
  hand.trail.setAttribute('d', `M${points.slice(bar, step + 1).join('L')}`);
  const [x, y] = here.split(',');
  hand.dot.style.transform = `translate(${x}px, ${y}px)`;
  const { eighths } = data.path[step]!;
  hand.text.textContent = `step ${step}${eighths === null ? '' : `: ${numberText(eighths)} since the bar`}`;
}
