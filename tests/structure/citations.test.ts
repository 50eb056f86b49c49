import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Citation, checkCitations, readCitations, readSources } from './checks/citations.ts';
import { sourceFiles } from './checks/files.ts';

const folders = ['core', 'wasm', 'extension', 'web', 'tests', 'tools', 'docs', '*.md'];
const own = /^(?:docs\/sources\.md|tests\/structure\/)/;

const citations = () =>
  sourceFiles(folders, /\.(?:h|cpp|inc|ts|mjs|sh|css|html|md)$/)
    .filter(({ path }) => !own.test(path))
    .flatMap(readCitations);

function resolver(): (citation: Citation) => boolean {
  const sources = readSources(readFileSync('docs/sources.md', 'utf8'));
  const rows = new Set(readFileSync('tests/structure/feature-rows.txt', 'utf8').trim().split('\n'));
  return ({ document, section }) => {
    if (document === 'features') return rows.has(section);
    if (document === 'design') return section === '3';
    return sources.get(document)?.has(section) ?? false;
  };
}

const cited = (text: string) =>
  readCitations({ path: 'a.h', text }).map(({ document, section }) => `${document} ${section}`);

describe('citations', () => {
  test('each leads to a row of docs/sources.md, with a public address', () => {
    expect(citations().length).toBeGreaterThan(60);
    expect(checkCitations(citations(), resolver())).toEqual([]);
  });

  test('no row of docs/sources.md is cited by nobody', () => {
    const used = new Set(citations().map(({ document, section }) => `${document} ${section}`));
    const rows = [...readSources(readFileSync('docs/sources.md', 'utf8'))].flatMap(([document, sections]) =>
      [...sections].map((section) => `${document} ${section}`),
    );
    expect(rows.filter((row) => !used.has(row))).toEqual([]);
  });

  test('are read in every form that is in use', () => {
    expect(cited('/// Source: reference/quickbooks.md 3.3 (DocNumber), pitfall 19')).toEqual([
      'quickbooks 3.3',
      'quickbooks pitfall 19',
    ]);
    expect(cited('// Source: reference/quickbooks.md 1, 13.17.')).toEqual([
      'quickbooks 1',
      'quickbooks 13.17',
    ]);
    expect(cited('// (reference hubspot.md 5 and 11).')).toEqual(['hubspot 5', 'hubspot 11']);
    expect(cited('// reference/quickbooks.md 8, non-US: missing on one line -> 6000')).toEqual([
      'quickbooks 8',
    ]);
    expect(cited('// from the top. design.md 3.')).toEqual(['design 3']);
    expect(cited('(features.md S0-20; reference/hubspot-openapi/association-types.tsv)')).toEqual([
      'features S0-20',
      'hubspot hubspot-openapi/association-types.tsv',
    ]);
    expect(cited('[docs/features.md](docs/features.md) has rows')).toEqual([]);
  });

  test('one without a section, or of a section nobody explains, is caught', () => {
    const text = '// Source: reference/quickbooks.md\n// Source: reference/hubspot.md 77\n';
    const found = readCitations({ path: 'core/a.h', text });
    expect(checkCitations(found, ({ section }) => section === '1')).toEqual([
      'core/a.h:1 cites no section',
      'core/a.h:2 cites hubspot.md 77, which docs/sources.md lacks',
    ]);
  });

  test('a row without a public address explains nothing', () => {
    const page = '## hubspot.md\n| 1 | Paths | [a](https://example.com) |\n| 2 | Types | by hand |\n';
    expect([...(readSources(page).get('hubspot') ?? [])]).toEqual(['1']);
  });
});
