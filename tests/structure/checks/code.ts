// What code must not contain, by place. Each check returns sentences, one per breach.
import { codeOnly, lineOf, type SourceFile, withoutComments } from './files.ts';

interface Ban {
  pattern: RegExp;
  because: string;
}

/** Ways to the network. All but the transport's `fetch` are closed. */
const networkBans: Ban[] = [
  { pattern: /(?<![\w$])fetch\s*\(/g, because: 'only extension/src/transport calls fetch' },
  {
    pattern: /\b(?:globalThis|window|self)\s*\.\s*fetch\b/g,
    because: 'only extension/src/transport uses fetch',
  },
  {
    pattern: /\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b/g,
    because: 'no other way to the network',
  },
  { pattern: /\bsendBeacon\b|\bimportScripts\b/g, because: 'no other way to the network' },
];

/** Ways by which text becomes markup or code. */
const markupBans: Ban[] = [
  {
    pattern: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b/g,
    because: 'text must not become markup',
  },
  { pattern: /\bunsafe(?:HTML|SVG|CSS|MathML|Static)\b/g, because: 'text must not become markup' },
  {
    pattern: /\bcreateContextualFragment\b|\bdocument\s*\.\s*write/g,
    because: 'text must not become markup',
  },
  { pattern: /(?<![\w$.])eval\s*\(|\bnew\s+Function\b/g, because: 'text must not become code' },
  { pattern: /\bset(?:Timeout|Interval)\s*\(\s*['"`]/g, because: 'text must not become code' },
];

const floatBan: Ban = { pattern: /\b(?:double|float)\b/g, because: 'no binary floating point near money' };
const roomsNearMoney = ['base', 'model', 'billing', 'mapping', 'hubspot', 'quickbooks'];

/** What headers alone do not show: calls that print, or ask the machine. */
const outsideBan: Ban = {
  pattern:
    /(?<![\w.>])(?:std::)?(?:printf|fprintf|puts|fopen|getenv|system|rand|srand|time|clock|gettimeofday)\s*\(|\bstd::(?:cout|cerr|clog|chrono|random_device)\b/g,
  because: 'the core does no I/O and knows no clock or chance',
};

const swallowBan: Ban = {
  pattern:
    /\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}|\.catch\s*\(\s*\(\s*\)\s*=>\s*(?:\{\s*\}|undefined|null)\s*\)/g,
  because: 'a caught error is told or handled',
};

export function checkNetwork(files: SourceFile[]): string[] {
  const elsewhere = files.filter(({ path }) => !path.startsWith('extension/src/transport'));
  return breaches(elsewhere, networkBans);
}

export function checkMarkup(files: SourceFile[]): string[] {
  return breaches(files, markupBans);
}

export function checkFloats(files: SourceFile[]): string[] {
  const near = files.filter(({ path }) => roomsNearMoney.includes(path.split('/')[1] ?? ''));
  return breaches(near, [floatBan]);
}

export function checkOutsideWorld(files: SourceFile[]): string[] {
  return breaches(files, [outsideBan]);
}

export function checkSwallowedErrors(files: SourceFile[]): string[] {
  return breaches(files, [swallowBan]);
}

/** A vendor's field names live in its own room: what only one room may spell, as a C++ string. */
const vendorNames: { room: string; pattern: RegExp }[] = [
  { room: 'hubspot', pattern: /"(?:hs_\w+|dealname|dealstage|hubspot_owner_id|\/crm\/[^"]*)"/g },
  {
    room: 'quickbooks',
    pattern:
      /"(?:DocNumber|SyncToken|TxnDate|CustomerRef|DisplayName|TotalAmt|SalesItemLineDetail|\/v3\/[^"]*)"/g,
  },
];

export function checkVendorNames(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const text = withoutComments(file.text);
    return vendorNames
      .filter(({ room }) => !file.path.startsWith(`core/${room}/`))
      .flatMap(({ room, pattern }) =>
        [...text.matchAll(pattern)].map(
          (match) => `${file.path}:${lineOf(text, match.index)}: ${match[0]} belongs in core/${room}`,
        ),
      );
  });
}

function breaches(files: SourceFile[], bans: Ban[]): string[] {
  return files.flatMap((file) => {
    const code = codeOnly(file.text);
    return bans.flatMap(({ pattern, because }) =>
      [...code.matchAll(pattern)].map(
        (match) => `${file.path}:${lineOf(code, match.index)}: ${match[0].trim()} (${because})`,
      ),
    );
  });
}
