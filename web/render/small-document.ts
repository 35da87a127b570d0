/**
 * The part of the DOM that Observable Plot, D3 and abcjs use to make a picture, so that the figures and the notation
 * are drawn under Node from the same modules as on a page, without a browser. It knows elements, text, attributes,
 * styles, classes and simple selectors (`tag`, `.class`, `#id`, `[attribute]`, descendants, lists), and measures text by
 * the widths of a common sans-serif face. It runs no script, reads no HTML and loads nothing.
 */
import { textBox } from './text-box.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

const escapeText = (text: string): string => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

/** A node of the tree: an element, a text or the document itself. */
abstract class SmallNode {
  parentNode: SmallElement | null = null;
  childNodes: SmallNode[] = [];
  abstract readonly nodeType: number;
  abstract readonly ownerDocument: SmallDocument | null;
  abstract get textContent(): string;
  abstract serialize(parentNamespace: string): string;

  get parentElement(): SmallElement | null {
    return this.parentNode;
  }
  get firstChild(): SmallNode | null {
    return this.childNodes[0] ?? null;
  }
  get lastChild(): SmallNode | null {
    return this.childNodes.at(-1) ?? null;
  }
  get nextSibling(): SmallNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  /** 4 where `other` comes after this node in the document, 2 where it comes before, as in the DOM. */
  compareDocumentPosition(other: SmallNode): number {
    if (other === this) return 0;
    const path = (node: SmallNode): number[] =>
      node.parentNode === null ? [] : [...path(node.parentNode), node.parentNode.childNodes.indexOf(node)];
    const mine = path(this);
    const theirs = path(other);
    for (let i = 0; i < Math.min(mine.length, theirs.length); i++) {
      if (mine[i] !== theirs[i]) return theirs[i]! > mine[i]! ? 4 : 2;
    }
    return theirs.length > mine.length ? 4 | 16 : 2 | 8;
  }
}

class SmallText extends SmallNode {
  readonly nodeType = 3;
  constructor(
    readonly ownerDocument: SmallDocument,
    public data: string,
  ) {
    super();
  }
  get textContent(): string {
    return this.data;
  }
  serialize(): string {
    return escapeText(this.data);
  }
  cloneNode(): SmallText {
    return new SmallText(this.ownerDocument, this.data);
  }
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** An element's inline style; assigned properties become part of the `style` attribute, in order. */
function inlineStyle(element: SmallElement): Record<string, unknown> {
  const read = (): [string, string][] =>
    (element.getAttribute('style') ?? '')
      .split(';')
      .filter((part) => part.includes(':'))
      .map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()]);
  const set = (name: string, value: unknown): void => {
    const rest = read().filter(([key]) => key !== name);
    if (value !== null && value !== undefined && value !== '') rest.push([name, String(value)]);
    if (rest.length === 0) element.removeAttribute('style');
    else element.setAttribute('style', rest.map(([key, v]) => `${key}: ${v};`).join(' '));
  };
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'setProperty') return set;
        if (name === 'removeProperty') return (key: string) => set(key, '');
        if (name === 'getPropertyValue') return (key: string) => read().find(([k]) => k === key)?.[1] ?? '';
        return read().find(([key]) => key === dashed(String(name)))?.[1] ?? '';
      },
      set: (_, name, value) => {
        set(dashed(String(name)), value);
        return true;
      },
    },
  );
}

type Selector = { tag: string; id: string; classes: string[]; attributes: [string, string | null][] };

function compound(text: string): Selector {
  const found: Selector = { tag: '*', id: '', classes: [], attributes: [] };
  const pattern = /([.#]?)([\w-]+|\*)|\[([\w:-]+)(?:=["']?([^"'\]]*)["']?)?\]/gy;
  let match: RegExpExecArray | null;
  let end = 0;
  while ((match = pattern.exec(text)) !== null) {
    end = pattern.lastIndex;
    if (match[3] !== undefined) found.attributes.push([match[3], match[4] ?? null]);
    else if (match[1] === '.') found.classes.push(match[2]!);
    else if (match[1] === '#') found.id = match[2]!;
    else found.tag = match[2]!;
  }
  if (end !== text.length) throw new Error(`this small document does not know the selector "${text}"`);
  return found;
}

function satisfies(element: SmallElement, selector: Selector): boolean {
  return (
    (selector.tag === '*' || element.localName === selector.tag) &&
    (selector.id === '' || element.getAttribute('id') === selector.id) &&
    selector.classes.every((name) => element.classList.contains(name)) &&
    selector.attributes.every(([name, value]) => (value === null ? element.hasAttribute(name) : element.getAttribute(name) === value))
  );
}

class SmallElement extends SmallNode {
  readonly nodeType = 1;
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, unknown>;

  constructor(
    readonly ownerDocument: SmallDocument,
    readonly namespaceURI: string,
    readonly localName: string,
  ) {
    super();
    this.style = inlineStyle(this);
  }

  get nodeName(): string {
    return this.tagName;
  }
  get tagName(): string {
    return this.namespaceURI === htmlNamespace ? this.localName.toUpperCase() : this.localName;
  }
  get children(): SmallElement[] {
    return this.childNodes.filter((node): node is SmallElement => node instanceof SmallElement);
  }
  get firstElementChild(): SmallElement | null {
    return this.children[0] ?? null;
  }
  get id(): string {
    return this.getAttribute('id') ?? '';
  }
  set id(value: string) {
    this.setAttribute('id', value);
  }
  get className(): string {
    return this.getAttribute('class') ?? '';
  }
  set className(value: string) {
    this.setAttribute('class', value);
  }
  get clientWidth(): number {
    return 0;
  }

  get classList() {
    const names = (): string[] => this.className.split(/\s+/).filter((name) => name !== '');
    return {
      contains: (name: string): boolean => names().includes(name),
      add: (...more: string[]): void => {
        this.className = [...new Set([...names(), ...more])].join(' ');
      },
      remove: (...fewer: string[]): void => {
        this.className = names()
          .filter((name) => !fewer.includes(name))
          .join(' ');
      },
    };
  }

  get dataset(): Record<string, string> {
    return new Proxy(
      {},
      {
        get: (_, name) => this.getAttribute(`data-${dashed(String(name))}`) ?? undefined,
        set: (_, name, value) => {
          this.setAttribute(`data-${dashed(String(name))}`, value);
          return true;
        },
      },
    );
  }

  get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join('');
  }
  set textContent(text: string | null) {
    for (const node of this.childNodes) node.parentNode = null;
    this.childNodes = [];
    if (text !== null && text !== '') this.appendChild(new SmallText(this.ownerDocument, String(text)));
  }

  set innerHTML(text: string) {
    if (text !== '') throw new Error('this small document reads no HTML');
    this.textContent = '';
  }

  get outerHTML(): string {
    return this.serialize('');
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  getAttributeNS(_: string | null, name: string): string | null {
    return this.getAttribute(name);
  }
  setAttributeNS(namespace: string | null, name: string, value: unknown): void {
    this.setAttribute(namespace?.endsWith('/xlink') && !name.includes(':') ? `xlink:${name}` : name, value);
  }
  removeAttributeNS(_: string | null, name: string): void {
    this.removeAttribute(name);
  }

  appendChild<T extends SmallNode>(node: T): T {
    return this.insertBefore(node, null);
  }
  insertBefore<T extends SmallNode>(node: T, before: SmallNode | null): T {
    node.remove();
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }
  removeChild<T extends SmallNode>(node: T): T {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
    return node;
  }
  replaceChild<T extends SmallNode>(node: SmallNode, old: T): T {
    this.insertBefore(node, old);
    return this.removeChild(old);
  }
  append(...nodes: (SmallNode | string)[]): void {
    for (const node of nodes) this.appendChild(typeof node === 'string' ? new SmallText(this.ownerDocument, node) : node);
  }
  prepend(...nodes: SmallNode[]): void {
    for (const node of nodes.toReversed()) this.insertBefore(node, this.firstChild);
  }

  cloneNode(deep = false): SmallElement {
    const copy = new SmallElement(this.ownerDocument, this.namespaceURI, this.localName);
    for (const [name, value] of this.attributes) copy.attributes.set(name, value);
    if (deep) for (const node of this.childNodes) copy.appendChild((node as SmallElement | SmallText).cloneNode(true));
    return copy;
  }

  matches(selectors: string): boolean {
    return selectors.split(',').some((text) => {
      const chain = text.trim().split(/\s+/).map(compound);
      if (!satisfies(this, chain.pop()!)) return false;
      for (let above = this.parentNode; above !== null && chain.length > 0; above = above.parentNode) {
        if (satisfies(above, chain.at(-1)!)) chain.pop();
      }
      return chain.length === 0;
    });
  }
  closest(selectors: string): SmallElement | null {
    return this.matches(selectors) ? this : (this.parentNode?.closest(selectors) ?? null);
  }
  querySelectorAll(selectors: string): SmallElement[] {
    return this.children.flatMap((child) => [...(child.matches(selectors) ? [child] : []), ...child.querySelectorAll(selectors)]);
  }
  querySelector(selectors: string): SmallElement | null {
    return this.querySelectorAll(selectors)[0] ?? null;
  }
  getElementsByTagName(name: string): SmallElement[] {
    return this.querySelectorAll(name);
  }
  getElementsByClassName(name: string): SmallElement[] {
    return this.querySelectorAll(`.${name}`);
  }

  addEventListener(): void {
    /* nothing happens to a picture under Node */
  }
  removeEventListener(): void {
    /* as above */
  }

  /** The box of a text by its letters' widths; of anything else, the box around the texts in it. */
  getBBox(): { x: number; y: number; width: number; height: number } {
    return textBox(this as unknown as Element);
  }

  serialize(parentNamespace: string): string {
    const namespace = this.namespaceURI !== parentNamespace && !this.attributes.has('xmlns') ? ` xmlns="${this.namespaceURI}"` : '';
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
    const inside = this.childNodes.map((node) => node.serialize(this.namespaceURI)).join('');
    return `<${this.localName}${namespace}${attributes}>${inside}</${this.localName}>`;
  }
}

class SmallDocument extends SmallElement {
  readonly documentElement: SmallElement;
  readonly body: SmallElement;

  constructor() {
    super(null as unknown as SmallDocument, htmlNamespace, '#document');
    this.documentElement = this.appendChild(this.createElement('html'));
    this.body = this.documentElement.appendChild(this.createElement('body'));
  }

  get defaultView(): null {
    return null;
  }
  createElement(name: string): SmallElement {
    return new SmallElement(this, htmlNamespace, name.toLowerCase());
  }
  createElementNS(namespace: string, name: string): SmallElement {
    return new SmallElement(this, namespace, name);
  }
  createTextNode(text: string): SmallText {
    return new SmallText(this, text);
  }
  getElementById(id: string): SmallElement | null {
    return this.querySelector(`#${id}`);
  }
}

/** A new, empty document to draw in. */
export function smallDocument(): Document {
  return new SmallDocument() as unknown as Document;
}

/** The text of an SVG element that stands alone in a file, with its XML declaration. */
export function svgFile(element: Element): string {
  if (element.namespaceURI !== svgNamespace) throw new Error('not an SVG element');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element.outerHTML}\n`;
}
