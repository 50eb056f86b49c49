// The defaults of every switch: where the references mark a fact unconfirmed, the stricter reading.
import type { Switches } from './world.ts';

export function strictSwitches(): Switches {
  return {
    refusalsStored: true,
    requestIdRetentionMs: null,
    secondConsentSupersedes: true,
    rotateRefreshTokenAlways: false,
    taxRounding: 'document',
    searchLagMs: 2000,
    retryAfterSeconds: 60,
    quickbooksRetryAfter: false,
    voidPaidInvoice: 'refuse',
    voidPaymentSparse: 'refuse',
    invoiceUniqueProperty: false,
    displayNames: 'loose',
    rateLimits: true,
    associationPageSize: 500,
  };
}
