import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { en } from '../../web/src/messages/en.ts';
import { issueText, t, word } from '../../web/src/messages/index.ts';
import { issuesEn } from '../../web/src/messages/issues.en.ts';
import { fill, type Message, namesOf } from '../../web/src/messages/message.ts';
import { wordsEn } from '../../web/src/messages/words.en.ts';
import { SCOPES } from '../../web/src/setup/scopes.ts';

const header = readFileSync(new URL('../../core/base/issue_codes.h', import.meta.url), 'utf8');
const codes = [...header.matchAll(/^SIDEBILL_CODE\(\w+, "([a-z0-9-]+)"\)/gm)].map((match) => match[1]!);
const SIGNS = /[[\]{}|]/;

describe('catalogue', () => {
  test('every code of the core has a sentence and a next step, and no sentence lacks its code', () => {
    expect(codes.length).toBeGreaterThan(80);
    expect(Object.keys(issuesEn).sort()).toEqual([...codes].sort());
    for (const code of codes) {
      const { text, step } = issuesEn[code as keyof typeof issuesEn];
      expect(text, code).toMatch(/\S{2}/);
      expect(step, code).toMatch(/\S{2}.*[.]$/);
    }
  });

  test('a sentence reads well with all of its facts and with none of them', () => {
    for (const [code, { text, step }] of Object.entries(issuesEn)) {
      const names = [...namesOf(text), ...namesOf(step)];
      const full = issueText({ code, args: Object.fromEntries(names.map((name) => [name, `<${name}>`])) });
      const bare = issueText({ code, args: {} });
      for (const sentence of [full.text, full.step, bare.text, bare.step]) {
        expect(sentence, code).not.toMatch(SIGNS);
        expect(sentence, code).not.toMatch(/ {2}|\s[.,;:]|^\s|undefined/);
      }
      for (const name of namesOf(text))
        expect(full.text, code).toContain(['service', 'kind'].includes(name) ? '' : `<${name}>`);
    }
  });

  test('an unknown code still gets a sentence that names it', () => {
    expect(issueText({ code: 'not-yet-thought-of', args: {} }).text).toContain('not-yet-thought-of');
    expect(issueText({ code: 'constructor', args: {} }).text).toContain('constructor');
  });

  test('a code that is not in a list of words is never shown to people', () => {
    for (const list of Object.keys(wordsEn) as (keyof typeof wordsEn)[])
      expect(word(list, 'weigh-invoice'), list).not.toContain('weigh');
  });

  test('a code of a service is told in its name', () => {
    expect(issueText({ code: 'service-busy', args: { service: 'quickbooks' } }).text).toMatch(/^QuickBooks /);
  });

  test('facts are told readably: amounts with their currency, dates as dates, names untouched', () => {
    const args = { approved: '4418.57', returned: '4421.39', currency: 'USD' };
    expect(issueText({ code: 'document-total-differs', args }).text).toContain('$4,421.39');
    expect(issueText({ code: 'books-closed', args: { date: '2026-10-31' } }).text).toContain('Oct 31, 2026');
    expect(issueText({ code: 'document-deleted', args: { number: '10420' } }).text).toContain('10420');
  });

  test('a key made with the listed permissions has all that connecting asks for, each need with its words', () => {
    const connecting = readFileSync(
      new URL('../../core/operations/connect_portal.cpp', import.meta.url),
      'utf8',
    );
    const wanted = [...connecting.matchAll(/"(crm\.[a-z_.]+|e-commerce)"/g)].map((match) => match[1]!);
    expect(wanted.length).toBeGreaterThan(10);
    expect(SCOPES).toEqual(expect.arrayContaining(wanted));
    const probed = [...connecting.matchAll(/\.read", "([a-z-]+)"\}/g)].map((match) => match[1]!);
    expect(probed.length).toBeGreaterThan(5);
    expect(Object.keys(wordsEn.needs.words)).toEqual(expect.arrayContaining([...probed, 'remember-links']));
  });

  test('every sentence of the catalogue is used by a page', () => {
    const folder = fileURLToPath(new URL('../../web/src/', import.meta.url));
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('en.ts'))
      .map((path) => readFileSync(folder + path, 'utf8'))
      .join('\n');
    expect(Object.keys(en).filter((key) => !source.includes(`'${key}'`))).toEqual([]);
  });

  test('both forms of a plural ask for the same names', () => {
    for (const [key, message] of Object.entries(en as Readonly<Record<string, Message>>)) {
      if (typeof message === 'string') continue;
      const others = namesOf(message.other).filter((name) => name !== 'count');
      expect(
        namesOf(message.one).filter((name) => name !== 'count'),
        key,
      ).toEqual(others);
    }
    expect(t('add.button', { count: 1 })).toBe('Add invoice');
    expect(t('add.button', { count: 1200 })).toBe('Add 1,200 invoices');
  });

  test('a part in brackets goes with its value, and its stand-in comes without', () => {
    expect(fill('Name[ {name}] end', {}, 'en')).toBe('Name end');
    expect(fill('Name[ {name}] end', { name: 'A' }, 'en')).toBe('Name A end');
    expect(fill('[{name}|Someone] pays', { name: '' }, 'en')).toBe('Someone pays');
    expect(fill('{name}', { name: '[x] {y} $& <b>' }, 'en')).toBe('[x] {y} $& <b>');
  });

  test('the statuses that documents can have are all in words', () => {
    for (const status of Object.keys(wordsEn.statuses.words))
      expect(word('statuses', status)).not.toBe(status);
  });
});
