export type Child = Node | string | null;

/** An element with its attributes and children; null children are left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

export function tool(text: string, act: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, text);
  button.addEventListener('click', act);
  return button;
}
