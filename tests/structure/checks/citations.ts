// Comments cite documents that are not shipped, by section; docs/sources.md says where each section is published.
import { lineOf, type SourceFile } from './files.ts';

export interface Citation {
  /** "quickbooks", "hubspot", "features", "design" */
  document: string;
  /** "4.1", "pitfall 13" or "S0-20"; "" when the document is named without one. */
  section: string;
  /** "core/billing/price.h:13" */
  where: string;
}

const aside = String.raw`(?: \([^)]*\)|, Encoding|, Invoice)?`;
const section = String.raw`(?:pitfall \d+|\d+(?:\.\d+)*|(?:S\d|B)-\d\d)`;
const list = `${section}${aside}(?:(?:, | and )${section}${aside})*`;
const documents: readonly RegExp[] = [
  new RegExp(String.raw`\breference[ /](quickbooks|hubspot)\.md(?: (${list}))?`, 'g'),
  new RegExp(String.raw`\b(design|style)\.md(?: (${list}))?`, 'g'),
  new RegExp(String.raw`(?<!/)\b(features)\.md (${list})`, 'g'),
  /\breference[ /](?=hubspot-openapi\/)()(hubspot-openapi\/[\w-]+\.tsv)/g,
];

export function readCitations({ path, text }: SourceFile): Citation[] {
  return documents.flatMap((document) =>
    [...text.matchAll(document)].flatMap((match) => {
      const cited = (match[2] ?? '').replace(/\([^)]*\)/g, '');
      const sections = match[1] === '' ? [cited] : (cited.match(new RegExp(section, 'g')) ?? ['']);
      const where = `${path}:${lineOf(text, match.index)}`;
      return sections.map((one) => ({ document: match[1] || 'hubspot', section: one, where }));
    }),
  );
}

/** Per document, the sections that have a row with at least one public address. */
export function readSources(markdown: string): Map<string, Set<string>> {
  const sources = new Map<string, Set<string>>();
  let sections = new Set<string>();
  for (const line of markdown.split('\n')) {
    const document = /^## (\w+)\.md$/.exec(line)?.[1];
    if (document) {
      sections = new Set();
      sources.set(document, sections);
    }
    const [, cited, published] = /^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$/.exec(line) ?? [];
    if (cited && published?.includes('](https://')) sections.add(cited);
  }
  return sources;
}

/** What a reader of the clone could not follow. */
export function checkCitations(citations: Citation[], resolves: (citation: Citation) => boolean): string[] {
  return citations
    .filter((citation) => !resolves(citation))
    .map(({ document, section: cited, where }) =>
      cited
        ? `${where} cites ${document}.md ${cited}, which docs/sources.md lacks`
        : `${where} cites no section`,
    );
}
