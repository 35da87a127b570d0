/** Widths of the printable ASCII characters from the space on, in thousandths of the font size: those of Helvetica. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const unknownWidth = 600;
const lineHeight = 1.15;
const defaultSize = 16;

/** The width of a line of text in pixels at a font size in pixels, from Helvetica's widths. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += widths[letter.codePointAt(0)! - 32] ?? unknownWidth;
  return (sum / 1000) * size;
}

/** The box in pixels of a text element and its lines, or of all texts in another element. */
export function textBox(element: Element): { x: number; y: number; width: number; height: number } {
  const size = Number.parseFloat(element.getAttribute('font-size') ?? '') || defaultSize;
  if (element.localName !== 'text' && element.localName !== 'tspan') {
    const boxes = [...element.querySelectorAll('text')].map(textBox);
    if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
    const x = Math.min(...boxes.map((box) => box.x));
    const y = Math.min(...boxes.map((box) => box.y));
    return {
      x,
      y,
      width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
      height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
    };
  }
  const lines = [...element.children].filter((child) => child.localName === 'tspan');
  const texts = lines.length > 0 ? lines.map((line) => line.textContent ?? '') : [element.textContent ?? ''];
  const width = Math.max(...texts.map((text) => textWidth(text, size)));
  const anchor = element.getAttribute('text-anchor');
  const x = Number.parseFloat(element.getAttribute('x') ?? '0') - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const y = Number.parseFloat(element.getAttribute('y') ?? '0') - size * 0.8;
  return { x, y, width, height: texts.length * size * lineHeight };
}
