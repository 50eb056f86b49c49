// Which room may know which: design rules that a program can check. Each check returns sentences, one per breach.
import { posix } from 'node:path';
import { lineOf, type SourceFile, withoutComments } from './files.ts';

/** Of each room of the core, the rooms it may include besides itself. */
export const coreArrows: Record<string, string[]> = {
  base: [],
  model: ['base'],
  run: ['base'],
  hubspot: ['run', 'base'],
  quickbooks: ['run', 'base'],
  mapping: ['hubspot', 'quickbooks', 'model', 'base'],
  matching: ['model', 'base'],
  billing: ['model', 'base'],
  sync: ['model', 'base'],
  automation: ['model', 'base'],
  operations: [
    'automation',
    'base',
    'billing',
    'hubspot',
    'mapping',
    'matching',
    'model',
    'quickbooks',
    'run',
    'sync',
  ],
};

/** Rooms of pure functions over values: they never see JSON. */
const roomsWithoutJson = ['model', 'mapping', 'matching', 'billing', 'sync', 'automation'];

/** A clock, randomness, files, threads: what the core is never to have. */
const outsideWorld = /^(chrono|ctime|time\.h|random|iostream|fstream|filesystem|thread|mutex|future|atomic)$/;

/** Of each folder of TypeScript, the folders it may import besides itself. */
export const typescriptArrows: Record<string, string[]> = {
  wasm: [],
  web: ['wasm'],
  extension: ['web', 'wasm'],
  command: ['wasm'],
};

const packageFolders: Record<string, string> = {
  '@sidebill/core': 'wasm',
  '@sidebill/web': 'web',
  '@sidebill/extension': 'extension',
  '@sidebill/sandbox': 'tests',
  '@sidebill/tests': 'tests',
};

interface Include {
  name: string;
  line: number;
}

export function checkCoreArrows(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = file.path.split('/')[1] ?? '';
    const allowed = coreArrows[room];
    if (!allowed) return [`${file.path}: core/${room} is not one of the rooms`];
    return includesOf(file.text).flatMap(({ name, line }) => {
      const place = `${file.path}:${line}`;
      if (outsideWorld.test(name)) return [`${place}: <${name}> reaches outside; the core does no I/O`];
      if (roomsWithoutJson.includes(room) && isJson(name)) return [`${place}: core/${room} never sees JSON`];
      const target = /^core\/([^/]+)\//.exec(name)?.[1];
      if (!target)
        return /^(wasm|web|extension|tests)\//.test(name) ? [`${place}: the core includes ${name}`] : [];
      if (target === room || allowed.includes(target)) return [];
      return [`${place}: core/${room} must not know core/${target}`];
    });
  });
}

/** The bindings decide nothing: they see operations and nothing else of the core. */
export function checkBindings(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    includesOf(file.text)
      .filter(({ name }) => name.startsWith('core/') && !name.startsWith('core/operations/'))
      .map(({ name, line }) => `${file.path}:${line}: wasm must not know ${name}, only core/operations`),
  );
}

export function checkTypescriptArrows(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const folder = file.path.split('/')[0] ?? '';
    const allowed = typescriptArrows[folder] ?? [];
    return importsOf(file.text).flatMap(({ name, line }) => {
      const target = folderOf(file.path, name);
      if (!target || target === folder || allowed.includes(target)) return [];
      return [`${file.path}:${line}: ${folder} must not know ${target} (${name})`];
    });
  });
}

/** The sandbox is a stand-in for somebody else's service: it shares no code with what it tests. */
export function checkSandboxIsIndependent(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file.text)
      .filter(({ name }) => ['wasm', 'web', 'extension'].includes(folderOf(file.path, name) ?? ''))
      .map(({ name, line }) => `${file.path}:${line}: the sandbox must not know ${name}`),
  );
}

function isJson(include: string): boolean {
  return include.startsWith('nlohmann/') || include === 'core/base/json.h';
}

function includesOf(text: string): Include[] {
  return [...withoutComments(text).matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/gm)].map(
    (match) => ({
      name: match[1] ?? '',
      line: lineOf(text, match.index),
    }),
  );
}

function importsOf(text: string): Include[] {
  const code = withoutComments(text);
  const patterns = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"]+)\1/g,
    /\bimport\s*(['"])([^'"]+)\1/g,
    /\bimport\s*\(\s*(['"`])([^'"`]+)\1/g,
  ];
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({ name: match[2] ?? '', line: lineOf(code, match.index) })),
  );
}

function folderOf(importer: string, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    const folder = posix.join(posix.dirname(importer), specifier).split('/')[0] ?? '';
    return folder === 'build' ? null : folder;
  }
  const [scope, name] = specifier.split('/');
  return packageFolders[`${scope}/${name}`] ?? null;
}
