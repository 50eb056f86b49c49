// Who may call: the bearer token, and the limits of calls per window.

import type { World } from '../../world.ts';
import { expiredCredentials, noCredentials, rateLimited } from '../errors.ts';
import type { AccessToken, CallWindows } from '../state.ts';

const TEN_SECONDS_MS = 10_000;
const SECOND_MS = 1_000;
const SEARCHES_A_SECOND = 5;

/** The token of the Authorization header; refused when unknown, revoked or past its time. */
export function authenticate(
  world: World,
  authorization: string | undefined,
): { secret: string; token: AccessToken } {
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const token = secret === undefined ? undefined : world.state.hubspot.accessTokens[secret];
  if (secret === undefined || token === undefined) throw noCredentials();
  if (token.expiresAtMs !== null && token.expiresAtMs <= world.now()) {
    throw expiredCredentials(token.expiresAtMs, world.now());
  }
  return { secret, token };
}

/** Counts a general call and returns the headers that tell what is left. */
export function countCall(world: World, secret: string, token: AccessToken): Record<string, string> {
  const { calls, portal } = world.state.hubspot;
  const limit = portal.tenSecondLimit;
  const recent = within(calls.tenSecondly[secret] ?? [], world.now(), TEN_SECONDS_MS);
  calls.tenSecondly[secret] = recent;
  if (world.state.switches.rateLimits && recent.length >= limit) throw rateLimited('TEN_SECONDLY_ROLLING');
  const daily = countDaily(world, calls);
  recent.push(world.now());
  return {
    'X-HubSpot-RateLimit-Interval-Milliseconds': String(TEN_SECONDS_MS),
    'X-HubSpot-RateLimit-Max': String(limit),
    'X-HubSpot-RateLimit-Remaining': String(Math.max(0, limit - recent.length)),
    'X-HubSpot-RateLimit-Secondly': String(Math.ceil(limit / 10)),
    'X-HubSpot-RateLimit-Secondly-Remaining': String(Math.ceil(limit / 10) - 1),
    ...(token.kind === 'oauth' ? {} : daily),
  };
}

/** Search is counted for the whole account and tells nothing in its headers. */
export function countSearch(world: World): void {
  const { calls } = world.state.hubspot;
  calls.searches = within(calls.searches, world.now(), SECOND_MS);
  if (world.state.switches.rateLimits && calls.searches.length >= SEARCHES_A_SECOND)
    throw rateLimited('SECONDLY');
  countDaily(world, calls);
  calls.searches.push(world.now());
}

function within(instants: number[], nowMs: number, windowMs: number): number[] {
  return instants.filter((instant) => instant > nowMs - windowMs && instant <= nowMs);
}

/** The daily count starts anew at midnight of the portal's time zone. */
function countDaily(world: World, calls: CallWindows): Record<string, string> {
  const { portal } = world.state.hubspot;
  const day = new Date(world.now() + portal.utcOffsetMilliseconds).toISOString().slice(0, 10);
  if (calls.daily.day !== day) calls.daily = { day, count: 0 };
  if (world.state.switches.rateLimits && calls.daily.count >= portal.dailyLimit) throw rateLimited('DAILY');
  calls.daily.count += 1;
  return {
    'X-HubSpot-RateLimit-Daily': String(portal.dailyLimit),
    'X-HubSpot-RateLimit-Daily-Remaining': String(portal.dailyLimit - calls.daily.count),
  };
}
