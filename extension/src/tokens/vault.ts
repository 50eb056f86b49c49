// Secrets at rest: sealed with a key that the browser holds and gives to nobody.
import type { Secrets } from '../store/secrets.ts';

export interface Vault {
  read<T>(name: string): Promise<T | null>;
  /** Durable when this resolves. */
  write(name: string, secret: unknown): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
}

export function vaultOf(secrets: Secrets): Vault {
  return {
    read: async (name) => {
      const row = await secrets.read(name);
      if (!row) return null;
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: row.iv, additionalData: labelOf(name) },
        await secrets.key(makeKey),
        row.sealed,
      );
      return JSON.parse(new TextDecoder().decode(opened));
    },
    write: async (name, secret) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: labelOf(name) },
        await secrets.key(makeKey),
        new TextEncoder().encode(JSON.stringify(secret)),
      );
      await secrets.write({ name, iv, sealed });
    },
    remove: (name) => secrets.remove(name),
    names: () => secrets.names(),
  };
}

/** A sealed row opens under its own name only. */
function labelOf(name: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(name);
}

function makeKey(): Promise<CryptoKey> {
  const extractable = false;
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, extractable, ['encrypt', 'decrypt']);
}
