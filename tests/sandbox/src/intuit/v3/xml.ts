// Without a JSON `Accept` QuickBooks answers in XML.

/** A JSON answer as IntuitResponse; lists repeat their element, references carry their name as an attribute. */
export function toXml(answer: Record<string, unknown>): string {
  const { time, ...content } = answer;
  const body = Object.entries(content)
    .map(([name, value]) => element(name, value))
    .join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<IntuitResponse xmlns="http://schema.intuit.com/finance/v3" time="${escapeXml(String(time ?? ''))}">${body}</IntuitResponse>`
  );
}

const attributeFields: Record<string, readonly string[]> = {
  Error: ['code', 'element'],
  Fault: ['type'],
  QueryResponse: ['startPosition', 'maxResults', 'totalCount'],
};

function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((entry: unknown) => element(name, entry)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const fields = value as Record<string, unknown>;
  if (name.endsWith('Ref') && 'value' in fields) {
    const label = fields['name'] === undefined ? '' : ` name="${escapeXml(String(fields['name']))}"`;
    return `<${name}${label}>${escapeXml(String(fields['value']))}</${name}>`;
  }
  const attributes = [...(attributeFields[name] ?? []), 'domain', 'sparse', 'status'];
  const asAttribute = Object.entries(fields).filter(
    ([key, entry]) => attributes.includes(key) && typeof entry !== 'object',
  );
  const asElement = Object.entries(fields).filter((entry) => !asAttribute.some(([key]) => key === entry[0]));
  const head = asAttribute.map(([key, entry]) => ` ${key}="${escapeXml(String(entry))}"`).join('');
  return `<${name}${head}>${asElement.map(([key, entry]) => element(key, entry)).join('')}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
