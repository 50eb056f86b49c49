// Answers that are kept in the store instead of the journal: lists, documents, files.
import type { Core, SendAnswer, SendEffect } from '@sidebill/core';
import type { Store } from '../store/open.ts';
import { credentialName } from '../tokens/credential.ts';
import type { Sent } from '../transport/transport.ts';

export type Keeper = (effect: SendEffect, sent: Sent) => Promise<SendAnswer>;

/** `changed` is told of records that the directory got. */
export function keeperOf(core: Core, store: Store, changed: () => void): Keeper {
  return async (effect, sent) => {
    const { keep } = effect;
    const { answer } = sent;
    if (!keep || 'failure' in answer) return answer;
    // Only what the service gave is kept; a refusal is the core's to read, and may say that a document is gone.
    if ((answer.status < 200 || answer.status > 299) && !keep.asked_for) return answer;
    // Disconnected while it was on its way: nothing of that account comes back.
    if (!(await store.secrets.read(credentialName(effect.request.service, effect.request.account))))
      return answer;
    const kept =
      keep.list === 'files'
        ? await keepFile(store, effect, sent)
        : await keepRows(core, store, effect, answer);
    if (keep.list !== 'files' && keep.list !== 'documents') changed();
    if (!kept) return answer;
    // Without rows it may be a fault that came with status 200: the core reads the body itself.
    return { ...answer, kept, body: keep.body_too || kept.count === 0 ? answer.body : '' };
  };
}

type Kept = NonNullable<Extract<SendAnswer, { status: number }>['kept']>;
type Answered = Extract<SendAnswer, { status: number }>;

/** Null when the core cannot read the answer as a list: then it gets the body itself and says why. */
async function keepRows(
  core: Core,
  store: Store,
  effect: SendEffect,
  answer: Answered,
): Promise<Kept | null> {
  const list = effect.keep?.list ?? 'documents';
  const realm = effect.request.account;
  const home = effect.keep?.home_currency;
  const asked_for = effect.keep?.asked_for;
  const { value } = core.ingest({
    realm,
    list,
    body: answer.body,
    received_ms: answer.received_ms,
    ...(home ? { home_currency: home } : {}),
    ...(asked_for ? { asked_for } : {}),
  });
  if (!value) return null;
  const { rows, ...rest } = value;
  if (list === 'documents') await store.cache.keepDocuments(realm, rows, answer.received_ms);
  else await store.cache.keepRecords(list, realm, rows, answer.received_ms);
  return { ...rest, keys: rows.map((row) => row.key) };
}

async function keepFile(store: Store, effect: SendEffect, { answer, bytes }: Sent): Promise<Kept> {
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
  const realm = effect.request.account;
  const file = `${realm}:${sha256}`;
  const headers = 'headers' in answer ? answer.headers : {};
  await store.files.keep({
    file,
    realm,
    name: nameFromPath(effect.request.path),
    content_type: headers['content-type'] ?? 'application/octet-stream',
    sha256,
    kept_ms: answer.received_ms,
    bytes,
  });
  return { count: 1, keys: [file], bytes: bytes.byteLength, sha256 };
}

/** '/v3/company/9/invoice/130/pdf?...' -> 'invoice-130.pdf'; an operation's report may give a better one. */
function nameFromPath(path: string): string {
  const match = /\/([a-z]+)\/(\d+)\/pdf(\?|$)/.exec(path);
  return match ? `${match[1]}-${match[2]}.pdf` : 'file';
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
