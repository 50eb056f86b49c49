// The repository's own files, as git sees them, and small readers of their text.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface SourceFile {
  /** From the repository's root. */
  path: string;
  text: string;
}

/** Files that git tracks or would track, under the folders named, whose path matches. */
export function sourceFiles(folders: string[], matches: RegExp): SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return [...new Set(listed.split('\n'))]
    .filter((path) => path !== '' && matches.test(path) && existsSync(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The text with comments blanked out, lines kept; strings stay. Works for C++ and TypeScript. */
export function withoutComments(text: string): string {
  const token = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(token, (match) => (match.startsWith('/') ? match.replace(/[^\n]/g, ' ') : match));
}

/** The text with comments and the insides of strings blanked out, lines kept. */
export function codeOnly(text: string): string {
  const string = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
  return withoutComments(text).replace(string, (match) => match[0] + ' '.repeat(match.length - 2) + match[0]);
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
