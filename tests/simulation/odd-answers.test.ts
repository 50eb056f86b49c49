// Answers that are no answers: what did not come, came unreadable or came from a clock that is wrong proves nothing.
import 'fake-indexeddb/auto';
import type { RecordCard } from '@sidebill/core';
import { describe, expect, test } from 'vitest';
import { behindTheBack, invoices, propertiesOf } from './support/books.ts';
import type { Machine } from './support/machine.ts';
import type { Road } from './support/office.ts';
import { makesInvoice } from './support/roads.ts';
import { codes, deal, hour_ms, useStage } from './support/stage.ts';
import { approve, type Person, play } from './support/story.ts';

const stage = useStage();
const { advance, alone, madeSince, wishFor } = stage;

async function card(machine: Machine, refresh: boolean): Promise<RecordCard> {
  const input = { portal: stage.office.portal, record: deal, refresh };
  const view = await play(machine, { operation: 'open_record', input });
  expect(view.state, JSON.stringify(view.issues)).toBe('done');
  return view.report as RecordCard;
}

/** Approves whatever is ready, and tells what was asked. */
function asking(asked: string[][]): Person {
  return async (question) => {
    const { view } = question;
    asked.push(codes(question));
    return view.ready && asked.length < 3 ? approve(view) : { kind: 'cancel' };
  };
}

/** Queries are answered with this. */
function queriesAnswered(body: string): Road {
  const headers = { 'content-type': 'application/json' };
  return async (url, _, go) => (url.pathname.endsWith('/query') ? new Response(body, { headers }) : go());
}

/** Queries are answered with invoices that lack their balance. */
const withoutBalance: Road = async (url, _, go) => {
  const answer = await go();
  if (!url.pathname.endsWith('/query')) return answer;
  const body = (await answer.json()) as { QueryResponse: { Invoice?: { Balance?: number }[] } };
  for (const invoice of body.QueryResponse.Invoice ?? []) delete invoice.Balance;
  return Response.json(body);
};

/** Reads of QuickBooks since. */
function readsSince(from: number): number {
  const exchanges = stage.office.sandbox.world.exchanges.slice(from);
  return exchanges.filter(({ service, method }) => service === 'quickbooks' && method === 'GET').length;
}

describe('an invoice that does not come', () => {
  const roads: [string, Road][] = [
    ...['{}', '{"QueryResponse":{}}', '{"QueryResponse":null}', '[]', '{"time":"2026-11-23T07:00:00Z"}'].map(
      (body): [string, Road] => [body, queriesAnswered(body)],
    ),
    ['an invoice without a balance', withoutBalance],
  ];

  for (const [what, road] of roads) {
    test(`in the answer ${what} is not deleted, and no second one is made`, async () => {
      const machine = await alone();
      const { office } = stage;
      const before = invoices(office);
      await play(machine, wishFor());
      advance(hour_ms);
      office.road = road;
      const { documents } = await card(machine, true);
      for (const { status } of documents) expect(status).toEqual(['open']);
      expect(propertiesOf(office, deal)).toMatchObject({
        sidebill_invoice_count: '1',
        sidebill_invoice_status: 'open',
      });
      const asked: string[][] = [];
      await play(machine, wishFor(), { person: asking(asked) });
      expect(asked[0]).toContain('document-exists');
      expect(madeSince(before)).toHaveLength(1);
      office.road = null;
      expect((await card(machine, false)).documents.map(({ status }) => status)).toEqual([['open']]);
      machine.kill();
    });
  }

  test('and of which QuickBooks says that it is gone is deleted, known without another read', async () => {
    const machine = await alone();
    const { office } = stage;
    const before = invoices(office);
    await play(machine, wishFor());
    const [id = ''] = madeSince(before);
    await behindTheBack(office, 'invoice', { Id: id }, 'delete');
    expect((await card(machine, true)).documents.map(({ status }) => status)).toEqual([['deleted']]);
    const { length } = office.sandbox.world.exchanges;
    expect((await card(machine, false)).documents.map(({ status }) => status)).toEqual([['deleted']]);
    expect(readsSince(length)).toBe(0);
    machine.kill();
  });
});

describe('a refusal stamped in the past', () => {
  /** Every create is refused by a server whose clock is five seconds slow. */
  function slowClock(sent: string[], times: number): Road {
    return async (url, init, go) => {
      if (!makesInvoice(url, init)) return go();
      sent.push(url.searchParams.get('requestid') ?? '');
      if (sent.length > times) return go();
      const now = stage.office.sandbox.world.now();
      const errors = [{ Message: 'Refused', Detail: 'Refused', code: '6200', element: '' }];
      const body = { Fault: { Error: errors, type: 'ValidationFault' }, time: new Date(now - 5_000) };
      return Response.json(body, { status: 400, headers: { date: new Date(now).toUTCString() } });
    };
  }

  test('goes back to the person after one step to another id, however often it comes', async () => {
    const machine = await alone();
    const sent: string[] = [];
    stage.office.road = slowClock(sent, Number.POSITIVE_INFINITY);
    const asked: string[][] = [];
    await play(machine, wishFor(), { person: asking(asked) });
    expect(asked[1]).toContain('books-closed');
    expect(sent.length).toBeLessThanOrEqual(6);
    machine.kill();
  });

  test('and not stored is no reason for another id: a colleague would not get the same invoice', async () => {
    const machine = await alone({ refusalsStored: false });
    const before = invoices(stage.office);
    const sent: string[] = [];
    stage.office.road = slowClock(sent, 1);
    await play(machine, wishFor());
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBe(sent[0]);
    expect(madeSince(before)).toHaveLength(1);
    machine.kill();
  });
});
