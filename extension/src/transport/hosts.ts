// Which host a request goes to. Nothing in a request can lead it to another one.
import type { HttpRequest } from '@sidebill/core/boundary';

export type Environment = 'production' | 'sandbox';

export const hosts = {
  hubspot: 'https://api.hubapi.com',
  quickbooks: {
    production: 'https://quickbooks.api.intuit.com',
    sandbox: 'https://sandbox-quickbooks.api.intuit.com',
  },
  intuitConsent: 'https://appcenter.intuit.com/connect/oauth2',
  intuitToken: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  intuitRevoke: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
} as const;

/** The full address. Throws when the path would leave the host, or the company the request is for. */
export function addressOf(request: HttpRequest, environment: Environment): string {
  const base = request.service === 'hubspot' ? hosts.hubspot : hosts.quickbooks[environment];
  const url = new URL(base + request.path);
  if (!request.path.startsWith('/') || url.origin !== base) throw new Error(`${request.path} leaves ${base}`);
  const company = `/v3/company/${request.account}/`;
  if (request.service === 'quickbooks' && !url.pathname.startsWith(company)) {
    throw new Error(`${request.path} is not of company ${request.account}`);
  }
  return url.href;
}

/** QuickBooks counts what is read, not what is written. Source: reference/quickbooks.md 7 */
export function isMetered(request: HttpRequest): boolean {
  return (
    request.service === 'quickbooks' && (request.method === 'GET' || /\/(query|cdc)\b/.test(request.path))
  );
}
