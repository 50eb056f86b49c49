// Where the card may stand in a record page, best first. None of these names is promised by HubSpot, so they are
// data, and which one was used is reported. Source: reference/hubspot.md 7

export interface Anchor {
  name: string;
  column: string;
}

export const anchors: readonly Anchor[] = [
  { name: 'records-right-sidebar', column: '[data-test-id="records-right-sidebar"]' },
  { name: 'right-sidebar', column: '[data-test-id="right-sidebar"]' },
  { name: 'tab-content', column: '[data-test-id^="tab-"][data-test-id$="-content"]' },
];

/** One of HubSpot's own cards: ours stands above the first, so that it scrolls with them. */
export const cardSelector = '[data-test-id^="card-wrapper-"]';

export interface Place {
  anchor: string;
  parent: Element;
  before: Element | null;
}

/** A pane of another tab stays in the page, hidden. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** The best place there is now; a column without cards counts only when `patient` is over. */
export function findPlace(root: ParentNode, patient: boolean): Place | null {
  for (const { name, column } of anchors) {
    const shown = [...root.querySelectorAll(column)].find(isShown);
    if (!shown) continue;
    const card = [...shown.querySelectorAll(cardSelector)].find(isShown);
    if (card?.parentElement) return { anchor: name, parent: card.parentElement, before: card };
    // Its cards may still be loading: a worse column must not be taken meanwhile.
    return patient ? null : { anchor: name, parent: shown, before: shown.firstElementChild };
  }
  return null;
}
