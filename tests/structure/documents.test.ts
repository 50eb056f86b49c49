import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Commands,
  checkCommands,
  checkDecision,
  checkLinks,
  linksOf,
  makeTargetsOf,
} from './checks/documents.ts';
import { sourceFiles } from './checks/files.ts';

const pages = () => sourceFiles(['*.md', 'docs'], /\.md$/);

function realCommands(): Commands {
  const packages = sourceFiles(['package.json', '*/package.json'], /package\.json$/);
  return {
    makeTargets: makeTargetsOf(readFileSync('Makefile', 'utf8')),
    npmScripts: packages.flatMap(({ text }) => Object.keys(JSON.parse(text).scripts ?? {})),
    exists: existsSync,
  };
}

const few: Commands = {
  makeTargets: ['test'],
  npmScripts: ['sandbox'],
  exists: (path) => path === 'tools/dev.ts',
};
const page = (text: string) => ({ path: 'docs/page.md', text });

describe('pages for readers', () => {
  test('every command they name exists', () => {
    expect(pages().length).toBeGreaterThan(3);
    expect(pages().flatMap((one) => checkCommands(one, realCommands()))).toEqual([]);
  });

  test('a command that does not exist is caught', () => {
    const text =
      '```sh\nmake test\nmake tests\n```\n`npm run -s sand` and `node tools/gone.ts`, not make believe.';
    expect(checkCommands(page(text), few)).toEqual([
      'docs/page.md: make tests does not exist',
      'docs/page.md: npm run sand does not exist',
      'docs/page.md: tools/gone.ts does not exist',
    ]);
    expect(checkCommands(page('`npm run -s sandbox`; `make test`; `node tools/dev.ts`'), few)).toEqual([]);
  });

  test('every link inside the repository leads somewhere', () => {
    expect(pages().flatMap((one) => checkLinks(one, existsSync))).toEqual([]);
    const links = page(
      '[a](../tools/dev.ts#x) [b](gone.md) [c](https://example.com) <img src="lost.png" alt="">',
    );
    expect(checkLinks(links, few.exists)).toEqual([
      'docs/page.md links to docs/gone.md, which does not exist',
      'docs/page.md links to docs/lost.png, which does not exist',
    ]);
  });

  test('every picture of docs/images is shown or linked', () => {
    const pictures = readdirSync('docs/images').map((name) => `docs/images/${name}`);
    const linked = new Set(pages().flatMap(linksOf));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((picture) => !linked.has(picture))).toEqual([]);
  });

  test('every decision says context, options, choice and cost', () => {
    const decisions = sourceFiles(['docs/decisions'], /\.md$/);
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.flatMap(checkDecision)).toEqual([]);
    const bad = { path: 'docs/decisions/x.md', text: '# X\n\n## Context\n\n## Options\n\n## Choice\n' };
    expect(checkDecision(bad)).toEqual([
      'docs/decisions/x.md is not named NNNN-what.md',
      'docs/decisions/x.md has no Cost',
    ]);
  });
});
