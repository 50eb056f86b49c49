// Where the card stands: on every record, in every language and layout, once.

import { plainDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { useOffice } from './support/office.ts';
import { cardOf, dealAddress } from './support/story.ts';

const office = useOffice();

test('[S0-04] exactly one card on each of fifty deals, navigating without a reload, and no complaint', async () => {
  const page = await office.browser.context.newPage();
  await page.goto(
    `https://app.hubspot.com/contacts/${office.portal}/objects/0-3/views/all/list?rerender=off&latency=10`,
  );
  const links = page.locator('.record-link');
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  for (const path of addresses.slice(0, 50)) {
    await page.locator(`.record-link[href^="${path}"]`).click();
    const id = path.split('/').at(-1) ?? '';
    await eventually(() => cardIds(page)).toEqual([id]);
    expect(await hosts(page)).toHaveLength(1);
    await page.locator('.crumb').click();
    await links.first().waitFor();
    await eventually(() => hosts(page)).toEqual([]);
  }
  expect(addresses.length).toBeGreaterThanOrEqual(50);
});

test('[S0-05] the card stands in the right column in every language and layout that has one', async () => {
  const page = await office.browser.context.newPage();
  for (const lang of ['en', 'de', 'ja']) {
    for (const layout of ['default', 'old-ids', 'hidden-copy']) {
      await openDeal(page, `?lang=${lang}&layout=${layout}&rerender=off&latency=10`);
      await eventually(() => hosts(page), `${lang} ${layout}`).toEqual(['right']);
    }
  }
  const card = await cardOf(page);
  await card.getByRole('button', { name: 'Create invoice' }).waitFor();
});

test('[S0-04] the card comes back when the page draws its column anew', async () => {
  const page = await office.browser.context.newPage();
  await openDeal(page, '?rerender=once&latency=10');
  await eventually(() => hosts(page)).toEqual(['right']);
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('sidebill-card')) host.setAttribute('before', '');
    const column = document.querySelector('[data-test-id="right-sidebar"]');
    column?.replaceChildren(...[...column.children].filter(({ localName }) => localName !== 'sidebill-card'));
  });
  await eventually(() => hosts(page)).toEqual(['right']);
});

test('[S0-05] without a right column the card still stands where it is seen', async () => {
  const page = await office.browser.context.newPage();
  for (const layout of ['no-right', 'hidden-tab']) {
    await openDeal(page, `?layout=${layout}&rerender=off&latency=10`);
    await eventually(() => hosts(page), layout).toEqual(['middle']);
  }
});

test('a page that puts the card out again and again gets a floating button that opens it', async () => {
  const page = await office.browser.context.newPage();
  await openDeal(page, '?rerender=often&latency=10');
  await eventually(() => hosts(page)).toEqual(['floating']);
  const box = await page.locator('sidebill-card').boundingBox();
  if (!box) throw new Error('The button is not shown.');
  await page.mouse.click(box.x + box.width - 20, box.y + box.height - 15);
  await eventually(() => page.locator('sidebill-card').getAttribute('open')).toBe('');
  expect(await hosts(page)).toEqual(['floating']);
});

test('[S0-04] the card on a deal’s old address, a contact and a company', async () => {
  const page = await office.browser.context.newPage();
  const { associations } = office.world.state.hubspot;
  const linked = (type: string) =>
    associations[`0-3/${plainDeal.id}`]?.find(({ toTypeId }) => toTypeId === type)?.toId ?? '';
  const paths = [`deal/${plainDeal.id}`, `record/0-1/${linked('0-1')}`, `record/0-2/${linked('0-2')}`];
  for (const path of paths) {
    await page.goto(`https://app.hubspot.com/contacts/${office.portal}/${path}?rerender=off&latency=10`);
    await eventually(() => hosts(page), path).toEqual(['right']);
    const card = await cardOf(page);
    await card.getByRole('button', { name: 'Add existing invoice' }).waitFor();
  }
});

async function openDeal(page: Page, query: string): Promise<void> {
  await page.goto(dealAddress(office.portal, plainDeal.id, query));
}

/** Where each card stands that is shown. */
function hosts(page: Page): Promise<string[]> {
  return page.locator('sidebill-card').evaluateAll((all) =>
    all
      .filter((host) => host.getClientRects().length > 0)
      .map((host) => {
        if (host.hasAttribute('floating')) return 'floating';
        return ['right', 'middle', 'left'].find((name) => host.closest(`.column.${name}`)) ?? 'elsewhere';
      }),
  );
}

/** The records that the cards' frames are about. */
function cardIds(page: Page): (string | null)[] {
  return page
    .frames()
    .filter((frame) => frame !== page.mainFrame() && frame.url().includes('card.html'))
    .map((frame) => new URL(frame.url()).searchParams.get('id'));
}
