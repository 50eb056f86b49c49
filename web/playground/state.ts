// A state: a page with everything it would have been told, and what a person has already done on it.
import type { Theme } from './recorded.ts';

export interface State {
  name: string;
  /** Widths at which it is looked at. */
  widths: readonly number[];
  open(root: HTMLElement, theme: Theme): void;
  act?(root: HTMLElement): Promise<void>;
}

/** The first element that fits a selector, through all shadow roots, as soon as there is one. */
export async function appears(root: ParentNode, selector: string): Promise<HTMLElement> {
  for (let turn = 0; turn < 200; turn += 1) {
    const found = findDeep(root, selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`nothing fits ${selector}`);
}

export async function click(root: ParentNode, selector: string): Promise<void> {
  (await appears(root, selector)).click();
}

export async function type(root: ParentNode, selector: string, text: string): Promise<void> {
  const input = (await appears(root, selector)) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function findDeep(root: ParentNode, selector: string): HTMLElement | null {
  const direct = root.querySelector<HTMLElement>(selector);
  if (direct) return direct;
  for (const host of root.querySelectorAll('*')) {
    const inside = host.shadowRoot && findDeep(host.shadowRoot, selector);
    if (inside) return inside;
  }
  return null;
}
