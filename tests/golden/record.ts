// Records whole runs as golden cases: the extension's own worker over the sandbox, both in process, with a seeded
// world and a clock that stands. What is recorded is what the core was asked and told.
//
//   node tests/golden/record.ts                          all recordings
//   node tests/golden/record.ts create_invoice.plain     these only
import 'fake-indexeddb/auto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperationName } from '@sidebill/core';
import { plant, tie } from '@sidebill/sandbox/hubspot/seed/plant.ts';
import { associated, booked, customers, invoices, keyOf, propertiesOf } from '../simulation/support/books.ts';
import { connect, type Office, openOffice } from '../simulation/support/office.ts';
import { makesInvoice } from '../simulation/support/roads.ts';
import { agreeable, approve, edited, type Person, play } from '../simulation/support/story.ts';
import { loadTestCore } from '../support/core.ts';
import { type Exchange, textOf } from './support/recording.ts';
import { recordingCore } from './support/recording-core.ts';
import { shrink } from './support/small-world.ts';

const seed = 20261122;
const folder = fileURLToPath(new URL('runs/', import.meta.url));
const plainDeal = { type: '0-3', id: '31000000001' };
const newCustomerDeal = { type: '0-3', id: '31000000461' };

/** One story: what was there before, and then one operation. */
interface Story {
  about: string;
  operation: OperationName;
  input(office: Office): unknown;
  before?(office: Office): void;
  /** Operations that lead up to it. */
  first?: { operation: OperationName; input(office: Office): unknown }[];
  person?: Person;
}

const create = (source: typeof plainDeal) => ({
  operation: 'create_invoice' as const,
  input: ({ portal, realm }: Office) => ({ portal, realm, source, another: false }),
});
const newest = (office: Office) => keyOf(office, invoices(office).at(-1) ?? '');
const ofNewest = (office: Office) => ({ portal: office.portal, key: newest(office) });

/** The oldest invoice that names a payment. */
function paidInvoice(office: Office): string {
  const paid = invoices(office).find((id) => booked(office, id).LinkedTxn.length > 0);
  if (!paid) throw new Error('no invoice was paid');
  return paid;
}

const add = {
  operation: 'add_invoice' as const,
  input: (office: Office) => ({
    portal: office.portal,
    record: plainDeal,
    keys: invoices(office)
      .slice(-2)
      .map((id) => keyOf(office, id)),
  }),
};
const open = {
  operation: 'open_record' as const,
  input: ({ portal }: Office) => ({ portal, record: plainDeal, refresh: false }),
};

/** Wants a customer made for whom QuickBooks does not know. */
const welcoming: Person = async (question, machine) => {
  if (question.view.ready) return approve(question.view);
  const blank = { display_name: '', company_name: '', given_name: '', family_name: '', email: '', phone: '' };
  const customer = { kind: 'create' as const, ...blank, currency: '', parent_id: '' };
  return edited(question, machine, { customer });
};

/** Takes a number that is taken, and mends it when QuickBooks refuses. */
const stubborn: Person = async (question, machine) => {
  const refused = question.view.issues.some(({ code }) => code === 'number-duplicate');
  return edited(question, machine, { number: refused ? 'MENDED-1' : 'OLD-7' });
};

function refuseNumberOnce(office: Office): void {
  let refused = false;
  office.road = async (url, init, go) => {
    if (refused || !makesInvoice(url, init)) return go();
    refused = true;
    const fault = {
      Message: 'Duplicate Document Number Error',
      Detail:
        'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=OLD-7 is assigned to TxnType=Invoice with TxnId=1',
      code: '6140',
      element: '',
    };
    const body = {
      Fault: { Error: [fault], type: 'ValidationFault' },
      time: '2026-11-23T07:00:00.000-08:00',
    };
    return Response.json(body, { status: 400 });
  };
}

function numberByHand({ sandbox, realm }: Office): void {
  const company = sandbox.world.state.intuit.companies[realm];
  if (!company) throw new Error(`There is no company ${realm}.`);
  (company.preferences['SalesFormsPrefs'] as Record<string, unknown>)['CustomTxnNumbers'] = true;
}

const stories: Record<string, Story> = {
  'open_record.first-look': {
    about: 'A deal that nobody has looked at before: nothing but reads of HubSpot.',
    ...open,
  },
  'open_record.linked-document': {
    about: 'A deal whose invoice is in the cache: no read of QuickBooks.',
    ...open,
    first: [create(plainDeal)],
  },
  'create_invoice.plain': {
    about: 'A deal whose customer and items are known: one write to QuickBooks, then HubSpot is told.',
    ...create(plainDeal),
  },
  'create_invoice.quoted': {
    about: 'A published quote of the deal is billed: its line, the deal’s buyer, one that expired beside it.',
    operation: 'create_invoice',
    before: (office) => {
      plantQuote(office, { hs_title: 'Second offer', hs_expiration_date: '2026-12-24' });
      plantQuote(office, { hs_title: 'First offer', hs_expiration_date: '2026-01-31' });
    },
    input: (office) => {
      const [quote] = associated(office, plainDeal).filter(({ type }) => type === '0-14');
      return {
        portal: office.portal,
        realm: office.realm,
        source: plainDeal,
        another: false,
        quote: quote?.id,
      };
    },
  },
  'create_invoice.new-customer': {
    about: "Nobody in QuickBooks is the deal's company: the person has it made, customer first.",
    ...create(newCustomerDeal),
    person: welcoming,
  },
  'create_estimate.plain': {
    about: 'An estimate of a deal: one write to QuickBooks, and the deal keeps its link.',
    ...create(plainDeal),
    operation: 'create_estimate',
  },
  'create_sales_receipt.plain': {
    about: 'A sale that is paid already: one write to QuickBooks, and the deal has billed and collected it.',
    ...create(plainDeal),
    operation: 'create_sales_receipt',
  },
  'create_invoice.refused-then-mended': {
    about: 'QuickBooks refuses the number; the person gives another one, and the same id is sent again.',
    ...create(plainDeal),
    before: (office) => {
      numberByHand(office);
      refuseNumberOnce(office);
    },
    person: stubborn,
  },
  'add_invoice.two-at-once': { about: 'Two invoices that exist are put beside a deal.', ...add },
  'remove_invoice_link.of-two': {
    about: 'One of two linked invoices is taken off the deal; the other one stays.',
    operation: 'remove_invoice_link',
    input: (office) => ({ portal: office.portal, record: plainDeal, key: newest(office) }),
    first: [add],
  },
  'refresh_invoice.linked': {
    about: 'A linked invoice is read again from QuickBooks.',
    operation: 'refresh_invoice',
    input: ofNewest,
    first: [create(plainDeal)],
  },
  'read_payments.paid': {
    about: 'The payments of an invoice: what of each went to it, by which method and under which reference.',
    operation: 'read_payments',
    input: (office) => ({ portal: office.portal, key: keyOf(office, paidInvoice(office)) }),
  },
  'recent_invoices.asked': {
    about: 'What a customer has in QuickBooks, whoever made it, and who has the number of the draft.',
    operation: 'recent_invoices',
    input: (office) => ({
      realm: office.realm,
      customer: booked(office, invoices(office).at(-1) ?? '').CustomerRef.value,
      number: booked(office, invoices(office).at(-2) ?? '').DocNumber,
    }),
  },
  'suggest_invoices.asked': {
    about: 'An invoice of a deal that lost its link is suggested again, with what speaks for it.',
    operation: 'suggest_invoices',
    input: (office) => {
      // Somebody emptied it by hand in HubSpot.
      propertiesOf(office, plainDeal)['sidebill_removed_links'] = '';
      return { portal: office.portal, realm: office.realm, record: plainDeal, ask: true };
    },
    first: [
      create(plainDeal),
      {
        operation: 'remove_invoice_link',
        input: (office) => ({ portal: office.portal, record: plainDeal, key: newest(office) }),
      },
    ],
  },
  'find_invoices.by-number': {
    about: 'A number is typed: one query for the number and one for the amount that it may be.',
    operation: 'find_invoices',
    input: (office) => ({
      realm: office.realm,
      text: booked(office, invoices(office).at(-1) ?? '').DocNumber,
    }),
  },
  'read_records.companies': {
    about:
      'Both sides of a list are read, the archived ones of HubSpot as well; the journal keeps the counts.',
    operation: 'read_records',
    input: ({ portal, realm }) => ({ portal, realm, of: 'companies' }),
  },
  'link_records.one-of-two': {
    about: 'A company is linked with its customer; one that HubSpot has not is told.',
    operation: 'link_records',
    input: (office) => {
      const [company] = associated(office, plainDeal).filter(({ type }) => type === '0-2');
      const [customer = ''] = customers(office);
      const pairs = [
        { hubspot: company?.id ?? '', quickbooks: customer },
        { hubspot: '999', quickbooks: customer },
      ];
      return { portal: office.portal, realm: office.realm, of: 'companies', pairs };
    },
  },
  'import_customers.of-five': {
    about:
      'Contacts are made of customers: of one there is one already, one has the address of a contact, one is not there, two are made.',
    operation: 'import_customers',
    before: meetSecondAlone,
    first: [
      { operation: 'import_customers', input: (office) => importing(office, [customers(office)[0] ?? '']) },
    ],
    input: (office) => importing(office, [...customers(office).slice(0, 4), '99999']),
  },
  'open_pdf.kept': {
    about: 'The PDF goes into the store; the journal keeps its name, length and digest.',
    operation: 'open_pdf',
    input: ofNewest,
  },
};

const importing = ({ portal, realm }: Office, ids: string[]) => ({ portal, realm, customers: ids });

/** The first customers have addresses that HubSpot does not know, but for that of the second one. */
function meetSecondAlone(office: Office): void {
  const { sandbox, realm } = office;
  const rows = sandbox.world.state.intuit.companies[realm]?.tables['Customer'] ?? {};
  for (const id of customers(office).slice(0, 4)) {
    Object.assign(rows[id] ?? {}, { PrimaryEmailAddr: { Address: `customer${id}@import.example` } });
  }
  plant(sandbox.world, '0-1', { email: `customer${customers(office)[1]}@import.example` }, 1);
}

/** A published quote of the plain deal, with a line of its own. */
function plantQuote({ sandbox: { world } }: Office, values: Record<string, string>): void {
  const published = { hs_status: 'APPROVAL_NOT_NEEDED', hs_currency: 'USD', ...values };
  const quote = plant(world, '0-14', published, 1);
  const line = { name: 'Onboarding workshop', quantity: '2', price: '1400' };
  tie(world, quote, plant(world, '0-8', line, 1));
  tie(world, { typeId: plainDeal.type, id: plainDeal.id }, quote);
}

/** Connecting is recorded on the way, once, in a world small enough for its lists to be read by a person. */
const connecting: Record<string, { operation: OperationName; about: string }> = {
  'connect_portal.first-time': {
    operation: 'connect_portal',
    about: 'A portal without our properties: they are made, and made to know what is missing.',
  },
  'connect_company.small': {
    operation: 'connect_company',
    about: 'A US company: what it is, and all its lists.',
  },
};

async function record(name: string): Promise<void> {
  const office = await openOffice(seed);
  shrink(office, [plainDeal, newCustomerDeal]);
  const recorder = recordingCore(await loadTestCore());
  const machine = office.colleague(name, async () => recorder.core);
  await machine.boot();
  const story = stories[name];
  story?.before?.(office);
  await connect(office, machine);
  const connected = connecting[name];
  if (connected) write(name, recorder.take(connected.operation), connected.about);
  if (story) {
    for (const step of story.first ?? []) {
      await play(machine, { operation: step.operation, input: step.input(office) });
      office.sandbox.world.advance(60_000);
    }
    recorder.forget();
    const { operation, person = agreeable } = story;
    const view = await play(machine, { operation, input: story.input(office) }, { person });
    if (view.state !== 'done') throw new Error(`${name} ended as ${view.state}: ${JSON.stringify(view)}`);
    write(name, recorder.take(operation), story.about);
  }
  machine.kill();
  await office.sandbox.close();
}

function write(
  name: string,
  taken: ReturnType<ReturnType<typeof recordingCore>['take']>,
  about: string,
): void {
  const exchanges = taken.exchanges.map(withoutBallast);
  const recording = { about, header: { ...taken.header, run: name }, exchanges, expected: taken.expected };
  writeFileSync(`${folder}${name}.json`, textOf(recording));
  console.log(`${name}: ${exchanges.length} exchanges`);
}

/** What a definition of a property says to the core. All the rest would be most of the file. */
const said = ['results', 'name', 'type', 'fieldType', 'groupName', 'hasUniqueValue', 'calculated'];
const saidOfChanges = ['modificationMetadata', 'readOnlyValue', 'readOnlyDefinition'];

/** Definitions of HubSpot's own properties, cut down to what the core reads. */
function withoutBallast(exchange: Exchange): Exchange {
  const { effect, answer } = exchange;
  const isDefinitions = effect.kind === 'send' && /\/properties\/[^/]+\/[^/]+$/.test(effect.request.path);
  if (!isDefinitions || !('body' in answer)) return exchange;
  const body = JSON.stringify(JSON.parse(answer.body), [...said, ...saidOfChanges]);
  return { effect, answer: { ...answer, body } };
}

const known = [...Object.keys(connecting), ...Object.keys(stories)];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0)
  throw new Error(`no such recording: ${unknown.join(', ')}; there are ${known.join(', ')}`);
mkdirSync(folder, { recursive: true });
for (const name of wanted.length > 0 ? wanted : known) await record(name);
