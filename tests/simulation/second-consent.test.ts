// Somebody signs in to Intuit again while a run is under way: the tokens it began with are worth nothing any more.
import { describe, expect, test } from 'vitest';
import { proof, useCreations } from './support/creations.ts';
import type { Machine } from './support/machine.ts';
import { connect, type Office } from './support/office.ts';
import { quiet } from './support/schedule.ts';

const creations = useCreations();

describe('creating an invoice', () => {
  test('while the tokens are replaced before any of its calls makes exactly one invoice [B-03]', async () => {
    const { calls } = creations.extent;
    const all = calls.hubspotApi + calls.quickbooks;
    for (let call = 0; call < all; call += proof ? 1 : 6) {
      await playWithSecondConsent((url) => (isRenewal(url) ? null : call));
    }
    await playWithSecondConsent((url) => (url.pathname.endsWith('/invoice') ? 0 : null));
  }, 3_600_000);
});

/** A renewal holds the lock that a sign-in waits for: it cannot be held up by one, and need not be. */
function isRenewal({ hostname }: URL): boolean {
  return hostname === 'oauth.platform.intuit.com';
}

/** Signs in again just before the call of this number, counted among those that `which` gives one. */
async function playWithSecondConsent(which: (url: URL) => number | null): Promise<void> {
  let replaced = 0;
  await creations.playAndCheck(quiet, (office, [machine]) => {
    office.sandbox.world.state.switches.secondConsentSupersedes = true;
    let passed = 0;
    office.road = async (url, _, go) => {
      const wanted = which(url);
      if (replaced === 0 && wanted !== null && passed++ === wanted) {
        replaced += 1;
        await signInAgain(office, machine);
      }
      return go();
    };
  });
  expect(replaced).toBe(1);
}

async function signInAgain(office: Office, machine: Machine | undefined): Promise<void> {
  if (!machine) throw new Error('Nobody is there.');
  const before = living(office);
  await connect(office, machine);
  expect(living(office)).not.toEqual(before);
}

/** Grants of the company that still hold. */
function living({ sandbox, realm }: Office): string[] {
  return sandbox.world.state.intuit.grants
    .filter((grant) => grant.realmId === realm && !grant.revoked)
    .map(({ id }) => id);
}
