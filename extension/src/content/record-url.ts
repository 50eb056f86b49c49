// Which record an address of HubSpot's app shows. Source: reference/hubspot.md 7

export interface ShownRecord {
  portal: string;
  type: string;
  id: string;
}

const typeOfWord: Record<string, string> = { contact: '0-1', company: '0-2', deal: '0-3', ticket: '0-5' };

const recordPath = /^\/contacts\/(\d+)\/(?:record\/(\d+-\d+)|(contact|company|deal|ticket))\/(\d+)(?:\/|$)/;

export function isAppHost(hostname: string): boolean {
  return /^app(-[a-z]{2}\d+)?\.hubspot\.com$/.test(hostname);
}

export function recordOfPath(path: string): ShownRecord | null {
  const [, portal, type, word, id] = recordPath.exec(path) ?? [];
  const named = type ?? typeOfWord[word ?? ''];
  return portal && named && id ? { portal, type: named, id } : null;
}
