// What may lie between a browser and the services.
import type { Road } from './office.ts';

/** Is this the request that makes an invoice? */
export function makesInvoice({ hostname, pathname }: URL, { method }: RequestInit): boolean {
  return hostname === 'quickbooks.api.intuit.com' && method === 'POST' && pathname.endsWith('/invoice');
}

/** The invoice is made, and in place of the answer comes this. Only the first so many times. */
export function answeredInstead(times: number, answer: () => Response): Road {
  let left = times;
  return async (url, init, go) => {
    const real = await go();
    if (!makesInvoice(url, init) || left === 0) return real;
    left -= 1;
    return answer();
  };
}

/** The invoice is made, and its answer never arrives. */
export function lostAnswer(times: number): Road {
  return answeredInstead(times, () => {
    throw new TypeError('fetch failed');
  });
}

/** From the moment an invoice is made HubSpot answers so many calls with nothing but this status. */
export function hubspotDown(calls: number, status = 503): Road {
  let left = 0;
  let made = false;
  return async (url, init, go) => {
    if (made && left > 0 && url.hostname === 'api.hubapi.com') {
      left -= 1;
      return new Response('<html>Not now</html>', { status });
    }
    const answer = await go();
    if (!made && makesInvoice(url, init)) {
      made = true;
      left = calls;
    }
    return answer;
  };
}

/** Runs something once, just before an invoice would be made. */
export function beforeInvoice(work: () => Promise<void>): Road {
  let done = false;
  return async (url, init, go) => {
    if (!done && makesInvoice(url, init)) {
      done = true;
      await work();
    }
    return go();
  };
}
