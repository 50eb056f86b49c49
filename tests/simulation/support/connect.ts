// Puts a machine into the state after set-up, without the set-up: a company whose token is good.
import { vaultOf } from '../../../extension/src/tokens/vault.ts';
import type { Machine } from './machine.ts';

export const secrets = {
  refresh: 'refresh-token-9f3c',
  client: 'client-secret-77ab',
  access: 'access-token-51de',
};

export async function connectCompany(machine: Machine): Promise<void> {
  if (!machine.store) throw new Error('Boot the machine first.');
  await vaultOf(machine.store.secrets).write('quickbooks:9', {
    kind: 'keys',
    client_id: 'client-id',
    client_secret: secrets.client,
    environment: 'production',
    refresh_token: secrets.refresh,
  });
}
