// Reading a review, as far as it says what will be sent; every reading is remembered.
import type { BrowserContext, Page } from 'playwright-core';

/** One request as the review shows it. */
export interface Reviewed {
  method: string;
  path: string;
  /** Laid out to be read. */
  body: string;
}
export interface Approved {
  requests: Reviewed[];
  /** The first characters of the hash that is approved. */
  fingerprint: string;
}

/** Every review that was shown, by the browser that showed it. */
const shown = new WeakMap<BrowserContext, Approved[]>();

/** What the review says will be sent; it is held against what is sent. */
export async function readReview(composer: Page): Promise<Approved> {
  const figures = await composer.locator('figure').evaluateAll((all) =>
    all.map((figure) => ({
      call: figure.querySelector('figcaption')?.textContent ?? '',
      body: figure.querySelector('pre')?.textContent ?? '',
    })),
  );
  const requests = figures.map(({ call, body }) => {
    const [method = '', path = ''] = call.trim().split(' ');
    return { method, path, body };
  });
  const approved = { requests, fingerprint: await composer.locator('.fingerprint').innerText() };
  shown.set(composer.context(), [...reviewsIn(composer.context()), approved]);
  return approved;
}

export function reviewsIn(context: BrowserContext): Approved[] {
  return shown.get(context) ?? [];
}
