// Pages as the extension hands them over, bytes in and rows out, give what the same call gives as one text.
import { type Core, loadCore, openSession } from '@sidebill/core';
import type { IngestRequest } from '@sidebill/core/boundary';
import { beforeEach, describe, expect, test } from 'vitest';
import { instantiateModule } from '../support/module.ts';
import { caseFiles, readCase } from './support/cases.ts';

let core: Core;
beforeEach(async () => {
  const module = await instantiateModule();
  core = await loadCore(async () => openSession(module));
});

const customers = (...records: object[]): IngestRequest => ({
  realm: '9',
  list: 'customers',
  body: JSON.stringify({ QueryResponse: { Customer: records } }),
  received_ms: 1,
});

describe('pages as bytes', () => {
  for (const one of caseFiles().map(readCase)) {
    if (one.call !== 'ingest') continue;
    test(`${one.name} is what the text gives`, () => {
      expect(core.ingest(one.input as IngestRequest)).toEqual(one.expected);
    });
  }

  test('letters of every script, and keys with signs in them, come back whole', () => {
    const name = 'Åsa "東京" 😀\n\\';
    const { value } = core.ingest(
      customers({ Id: 'a\n"\\é', DisplayName: name }, { Id: '2', DisplayName: '' }),
    );
    expect(value?.count).toBe(2);
    expect(value?.rows.map(({ key }) => key)).toEqual(['9:Customer:a\n"\\é', '9:Customer:2']);
    expect(JSON.parse(value?.rows[0]?.json ?? '').display_name).toBe(name);
  });

  test('a page that is cut gives the rows before the cut, and no count', () => {
    const request = customers({ Id: '1' }, { Id: '2' });
    const { value, issues } = core.ingest({ ...request, body: request.body.slice(0, -4) });
    expect(value?.rows.map(({ key }) => key)).toEqual(['9:Customer:1']);
    expect(value?.count).toBe(0);
    expect(issues.map(({ code }) => code)).toEqual(['json-unreadable']);
  });

  test('one page after the other is searched, deleted and searched again', () => {
    core.ingest(customers({ Id: '1', DisplayName: 'Nordlicht' }, { Id: '2', DisplayName: 'Nordwind' }));
    core.ingest(customers({ Id: '1', status: 'Deleted' }));
    const { value } = core.directory({ kind: 'search-customers', realm: '9', text: 'nord', limit: 5 });
    expect((value as { id: string }[]).map(({ id }) => id)).toEqual(['2']);
  });
});
