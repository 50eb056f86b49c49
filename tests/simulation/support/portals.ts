// One HubSpot account in the place of another.
import type { Machine } from './machine.ts';

/** As if the person had pasted the key of another account; gives the way back. */
export async function anotherPortal(machine: Machine): Promise<() => Promise<void>> {
  const { store } = machine;
  const portal = await store?.accounts.portal();
  if (!store || !portal) throw new Error('No portal is connected.');
  const info = { ...portal.info, portal_id: '99999999' };
  await store.accounts.savePortal({ ...portal, portal_id: '99999999', info });
  for (const name of await store.secrets.names()) {
    if (name.startsWith('hubspot:')) await store.secrets.remove(name);
  }
  return () => store.accounts.savePortal(portal);
}
