// The sandbox as an office sees it: colleagues connect to it, sell, and look into the books afterwards.

import type { Core } from '@sidebill/core';
import { type Credentials, createSandbox, credentialsOf, type Sandbox } from '@sidebill/sandbox';
import { loadTestCore } from '../../support/core.ts';
import { Machine } from './machine.ts';

const redirect = 'https://sidebill.chromiumapp.org/';

/** Something between browser and service; `go` passes the request on. */
export type Road = (url: URL, init: RequestInit, go: () => Promise<Response>) => Promise<Response>;

export interface Office {
  sandbox: Sandbox;
  /** What lies between all browsers and the services; null for nothing. */
  road: Road | null;
  credentials: Credentials;
  realm: string;
  portal: string;
  colleague(name: string, makeCore?: () => Promise<Core>): Machine;
}

export async function openOffice(seed: number): Promise<Office> {
  const sandbox = await createSandbox({
    seed,
    fakeClock: Date.UTC(2026, 10, 23, 15),
    switches: {
      rateLimits: false,
      searchLagMs: 0,
      secondConsentSupersedes: false,
      requestIdRetentionMs: null,
    },
  });
  const { world } = sandbox;
  for (const app of world.state.intuit.apps) app.redirectUris.push(redirect);
  const credentials = credentialsOf(world);
  const realm = credentials.realms[0]?.id ?? '';
  const office: Office = {
    sandbox,
    road: null,
    credentials,
    realm,
    portal: credentials.portalId,
    colleague: (name, makeCore = loadTestCore) =>
      new Machine({
        name,
        clock: world,
        request: (url, init) => {
          const go = () => sandbox.fetch(url, init);
          return office.road ? office.road(new URL(url), init, go) : go();
        },
        makeCore,
        consent: (url) => agree(sandbox, url, realm),
      }),
  };
  return office;
}

/** A person says yes on Intuit's consent page, for this company. */
export async function agree(sandbox: Sandbox, url: string, realm: string): Promise<string | null> {
  const form = new URLSearchParams(new URL(url).search);
  form.set('decision', 'connect');
  form.set('realmId', realm);
  const decision = new URL('/connect/oauth2/decision', url);
  const answer = await sandbox.fetch(decision, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  return answer.headers.get('location');
}

/** Set-up as the page does it: paste the key, consent at Intuit. */
export async function connect(office: Office, machine: Machine): Promise<void> {
  const hubspot = await machine.ask('hubspot.connect', { token: office.credentials.serviceKey });
  if (!hubspot.value) throw new Error(`HubSpot: ${JSON.stringify(hubspot.issues)}`);
  const { clientId, clientSecret } = office.credentials.intuit;
  const quickbooks = await machine.ask('quickbooks.connect', {
    method: 'keys',
    client_id: clientId,
    client_secret: clientSecret,
    environment: 'production',
  });
  if (!quickbooks.value) throw new Error(`QuickBooks: ${JSON.stringify(quickbooks.issues)}`);
}
