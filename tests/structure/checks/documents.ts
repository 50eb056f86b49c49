// What the pages for readers promise: commands that exist, links that lead somewhere, decisions that say why.
import { posix } from 'node:path';
import type { SourceFile } from './files.ts';

export interface Commands {
  makeTargets: string[];
  npmScripts: string[];
  exists: (path: string) => boolean;
}

export function makeTargetsOf(makefile: string): string[] {
  return [...makefile.matchAll(/^([a-z][\w-]*):(?!=)/gm)].map((match) => match[1] ?? '');
}

/** Commands in code blocks and code spans: make targets, npm scripts, files of tools/. */
export function checkCommands(page: SourceFile, commands: Commands): string[] {
  const code = [...page.text.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
    (m) => m[1] ?? m[2] ?? '',
  );
  return code.flatMap((text) => [
    ...all(text, /(?:^|[\s;&(])make ([a-z][\w-]*)/gm)
      .filter((target) => !commands.makeTargets.includes(target))
      .map((target) => `${page.path}: make ${target} does not exist`),
    ...all(text, /\bnpm run (?:-\w+ )*([\w:-]+)/g)
      .filter((script) => !commands.npmScripts.includes(script))
      .map((script) => `${page.path}: npm run ${script} does not exist`),
    ...all(text, /(?:^|\s)((?:tools|tests)\/[\w./-]+\.(?:sh|ts|mjs))\b/gm)
      .filter((path) => !commands.exists(path))
      .map((path) => `${page.path}: ${path} does not exist`),
  ]);
}

export function checkLinks(page: SourceFile, exists: (path: string) => boolean): string[] {
  return linksOf(page)
    .filter((path) => !exists(path))
    .map((path) => `${page.path} links to ${path}, which does not exist`);
}

/** Files of the repository that a page links to or shows, from the root. */
export function linksOf(page: SourceFile): string[] {
  return all(page.text, /(?:\]\(|\bsrc="|\bsrcset="|\bhref=")([^)"\s]+)[)"]/g)
    .filter((link) => !/^(?:https?:|mailto:|#)/.test(link))
    .map((link) => posix.join(posix.dirname(page.path), decodeURI(link.split('#')[0] ?? '')));
}

const decisionHeadings = ['Context', 'Options', 'Choice', 'Cost'];

export function checkDecision(page: SourceFile): string[] {
  const headings = all(page.text, /^## (.+)$/gm);
  return [
    ...(/\/\d{4}-[a-z0-9-]+\.md$/.test(page.path) ? [] : [`${page.path} is not named NNNN-what.md`]),
    ...decisionHeadings
      .filter((heading) => !headings.includes(heading))
      .map((heading) => `${page.path} has no ${heading}`),
  ];
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}
