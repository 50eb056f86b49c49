// Deals with hard names: each ends on the right customer, or in a question, and never on a wrong one.
import { newCustomerDeal } from '@sidebill/sandbox/hubspot/seed/landmarks.ts';
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { colleague, propertiesOf, type RecordKey } from './support/books.ts';
import { addLineLike, linesOf } from './support/deals.ts';
import { eventually } from './support/eventually.ts';
import { compose } from './support/invoicing.ts';
import { useOffice } from './support/office.ts';

const office = useOffice();

interface Booked {
  name: string;
  email?: string;
  city?: string;
}

interface Hard {
  about: string;
  company: string;
  domain?: string;
  contact?: [first: string, last: string, email: string];
  booked: Booked[];
  /** The right customer, which is taken or asked about first; null: nobody may be taken. */
  right: string | null;
  /** It is taken without a question. */
  taken?: boolean;
}

const deals: Hard[] = [
  {
    about: 'accents dropped',
    company: 'Åkerström Måleri',
    booked: [{ name: 'Akerstrom Maleri' }],
    right: 'Akerstrom Maleri',
    taken: true,
  },
  {
    about: 'another legal form',
    company: 'Halvorsen Tak AS',
    domain: 'halvorsentak.example',
    contact: ['Liv', 'Moe', 'liv@halvorsentak.example'],
    booked: [{ name: 'Halvorsen Tak', email: 'liv@halvorsentak.example' }],
    right: 'Halvorsen Tak',
    taken: true,
  },
  {
    about: 'two legal forms',
    company: 'Brightwater Ltd',
    booked: [{ name: 'Brightwater GmbH' }, { name: 'Brightwater Inc' }],
    right: null,
  },
  {
    about: 'branches',
    company: 'Copperfield Dental',
    booked: [{ name: 'Copperfield Dental North' }, { name: 'Copperfield Dental South' }],
    right: null,
  },
  {
    about: 'the branch by its own name',
    company: 'Saltmarsh Foods West',
    booked: [{ name: 'Saltmarsh Foods West' }, { name: 'Saltmarsh Foods East' }],
    right: 'Saltmarsh Foods West',
    taken: true,
  },
  {
    about: 'an ampersand',
    company: 'Pike & Sons',
    booked: [{ name: 'Pike and Sons' }],
    right: 'Pike and Sons',
  },
  {
    about: 'an apostrophe',
    company: 'O’Halloran’s Yard',
    booked: [{ name: "O'Halloran's Yard" }],
    right: "O'Halloran's Yard",
    taken: true,
  },
  {
    about: 'words moved',
    company: 'Gallery Vantongeren',
    contact: ['Els', 'Smet', 'els@vantongeren.example'],
    booked: [{ name: 'Vantongeren Gallery', email: 'els@vantongeren.example' }],
    right: 'Vantongeren Gallery',
    taken: true,
  },
  {
    about: 'a letter wrong',
    company: 'Schumacher Optik',
    contact: ['Uwe', 'Lang', 'uwe@schumacher-optik.example'],
    booked: [{ name: 'Shumacher Optik', email: 'uwe@schumacher-optik.example' }],
    right: 'Shumacher Optik',
    taken: true,
  },
  {
    about: 'an e-mail shared by two',
    company: 'Wexford Mill',
    contact: ['Pat', 'Orr', 'books@ledger-office.example'],
    booked: [
      { name: 'Tramore Boats', email: 'books@ledger-office.example' },
      { name: 'Dingle Boats', email: 'books@ledger-office.example' },
    ],
    right: null,
  },
  {
    about: 'a namesake in another firm',
    company: 'Quillfeather Press',
    domain: 'quillfeather.example',
    contact: ['Ana', 'Meyer', 'ana.meyer@quillfeather.example'],
    booked: [{ name: 'Ottershaw Labs', email: 'ana.meyer@ottershaw.example' }],
    right: null,
  },
  {
    about: 'one word within a longer name',
    company: 'Juniper',
    booked: [{ name: 'Juniper Ridge Capital Partners' }],
    right: null,
  },
  {
    about: 'capitals and spaces',
    company: 'NORDWIND   SEGEL',
    booked: [{ name: 'Nordwind Segel' }],
    right: 'Nordwind Segel',
    taken: true,
  },
  {
    about: 'a person',
    company: '',
    contact: ['Tove', 'Ekholm', 'tove@ekholm.example'],
    booked: [{ name: 'Tove Ekholm', email: 'tove@ekholm.example' }],
    right: 'Tove Ekholm',
    taken: true,
  },
  {
    about: 'a person of the same name',
    company: '',
    contact: ['Jan', 'Visser', 'jan@visser-one.example'],
    booked: [{ name: 'Jan Visser', email: 'jan@other-visser.example' }],
    right: null,
  },
  {
    about: 'a nickname',
    company: '',
    contact: ['Bob', 'Thackeray', 'bob@thackeray.example'],
    booked: [{ name: 'Robert Thackeray', email: 'bob@thackeray.example' }],
    right: 'Robert Thackeray',
    taken: true,
  },
  {
    about: 'characters that are words',
    company: '東京精密',
    contact: ['Aki', 'Mori', 'aki@tokyoseimitsu.example'],
    booked: [{ name: 'Tokyo Seimitsu', email: 'aki@tokyoseimitsu.example' }],
    right: 'Tokyo Seimitsu',
  },
  { about: 'only punctuation', company: '!!!', booked: [{ name: 'Chk Records' }], right: null },
  {
    about: 'a number that differs',
    company: 'Studio 54 Berlin',
    booked: [{ name: 'Studio 45 Berlin' }],
    right: null,
  },
  {
    about: 'name of one, e-mail of another',
    company: 'Larchmont Tiles',
    contact: ['Kim', 'Dahl', 'kim@dahlstone.example'],
    booked: [{ name: 'Larchmont Tiles' }, { name: 'Dahlstone', email: 'kim@dahlstone.example' }],
    right: null,
  },
];

const planted: RecordKey[] = [];

function plantDeal({ about, company, domain, contact }: Hard): RecordKey {
  const like = { type: '0-3', id: newCustomerDeal.id };
  const { pipeline = '', dealstage = '', deal_currency_code = 'USD' } = propertiesOf(office.world, like);
  const deal = plant(
    office.world,
    '0-3',
    { dealname: `Hard: ${about}`, pipeline, dealstage, deal_currency_code },
    1,
  );
  const record = { type: '0-3', id: deal.id };
  if (company !== '')
    tie(office.world, deal, plant(office.world, '0-2', { name: company, ...(domain ? { domain } : {}) }, 9));
  if (contact) {
    const [firstname, lastname, email] = contact;
    tie(office.world, deal, plant(office.world, '0-1', { firstname, lastname, email }, 9));
  }
  for (const line of linesOf(office.world, like)) addLineLike(office.world, record, line, {});
  return record;
}

async function book({ name, email }: Booked): Promise<void> {
  await colleague(office, 'customer', {
    DisplayName: name,
    ...(email ? { PrimaryEmailAddr: { Address: email } } : {}),
  });
}

/** The extension reads the books' lists again, as its connection test does. */
async function readBooksAgain(page: Page): Promise<void> {
  const answer = await page.evaluate(
    (realm) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: unknown }> } };
        }
      ).chrome.runtime.sendMessage({ name: 'quickbooks.test', request: { realm } }),
    office.realm,
  );
  if (!answer.value) throw new Error('The books were not read again.');
}

beforeAll(async () => {
  for (const deal of deals) {
    for (const customer of deal.booked) await book(customer);
    planted.push(plantDeal(deal));
  }
  const page = await compose(office, { type: '0-3', id: newCustomerDeal.id });
  await readBooksAgain(page);
  await page.close();
}, 120_000);

test.each(deals.map((deal, index) => ({ ...deal, index })))(
  '[B-04] $about: the right customer or a question',
  async ({ index, right, taken }) => {
    const composer = await compose(office, planted[index] as RecordKey);
    const section = composer.locator('section[aria-labelledby=customer-title]');
    const chosen = await section.locator('.chosen .name').allInnerTexts();
    expect(chosen).toEqual(taken ? [right] : []);
    if (right !== null && !taken) {
      await eventually(() => section.locator('.candidates .name').first().innerText()).toBe(right);
    }
    await composer.close();
  },
);
