// docs/hubspot-properties.md against the core's own list: the reader is told what HubSpot is told.
import { withoutComments } from './files.ts';

export interface PropertyRow {
  /** "deal", as the heading or the core's function says it. */
  object: string;
  name: string;
  label: string;
  /** "string, text, unique" */
  type: string;
  meaning: string;
}

const literal = '"((?:\\\\.|[^"\\\\])*)"';
const entry = new RegExp(
  `\\{\\s*property::(\\w+),\\s*${literal},\\s*${literal},\\s*${literal},\\s*(${literal}|\\w+)(,\\s*true)?\\s*\\}`,
  'g',
);

/** Objects whose properties a function of properties.cpp lists. */
const objectsOf: Record<string, string[]> = {
  deal_definitions: ['deal'],
  contact_definitions: ['contact'],
  link_list_definitions: ['company', 'product'],
  invoice_definitions: ['invoice'],
};

export function readCoreProperties(header: string, source: string): PropertyRow[] {
  const names = new Map(
    [...header.matchAll(/constexpr const char\* (\w+) = "(sidebill_\w+)"/g)].map((m) => [m[1], m[2] ?? '']),
  );
  const texts = new Map(
    [...source.matchAll(new RegExp(`constexpr const char\\* (\\w+) =\\s*${literal}`, 'g'))].map((m) => [
      m[1],
      m[2] ?? '',
    ]),
  );
  return [...withoutComments(source).matchAll(/& (\w+_definitions)\(\) \{([\s\S]*?)\n\}/g)].flatMap(
    ([, lister = '', body = '']) =>
      [...body.matchAll(entry)].flatMap(
        ([, constant, label = '', type = '', field = '', about = '', text, unique]) =>
          (objectsOf[lister] ?? [lister]).map((object) => ({
            object,
            name: names.get(constant) ?? `property::${constant}`,
            label,
            type: `${type}, ${field}${unique ? ', unique' : ''}`,
            meaning: text ?? texts.get(about) ?? about,
          })),
      ),
  );
}

export interface PropertyPage {
  rows: PropertyRow[];
  problems: string[];
}

export function readPropertyPage(markdown: string): PropertyPage {
  const page: PropertyPage = { rows: [], problems: [] };
  let object = '';
  for (const line of markdown.split('\n')) {
    object = /^## (\w+)$/.exec(line)?.[1]?.toLowerCase() ?? object;
    if (!/^\|\s*`/.test(line)) continue;
    const cells = /^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/.exec(line);
    const [, name, label, type, meaning] = cells ?? [];
    if (name && label && type && meaning) page.rows.push({ object, name, label, type, meaning });
    else page.problems.push(`not of the form "| \`name\` | label | type | meaning | written |": ${line}`);
  }
  return page;
}

/** What one side says and the other does not. */
export function compareProperties(core: PropertyRow[], page: PropertyRow[]): string[] {
  const told = new Set(page.map(inWords));
  const meant = new Set(core.map(inWords));
  return [
    ...[...meant].filter((row) => !told.has(row)).map((row) => `the page lacks ${row}`),
    ...[...told].filter((row) => !meant.has(row)).map((row) => `the core has no ${row}`),
    ...page
      .map(inWords)
      .flatMap((row, index, rows) => (rows.indexOf(row) === index ? [] : [`twice: ${row}`])),
  ];
}

function inWords({ object, name, label, type, meaning }: PropertyRow): string {
  return `${object}: ${name} | ${label} | ${type} | ${meaning}`;
}
