// Invoices of QuickBooks that look like a deal, and what a draft may repeat.
import type {
  ComposeView,
  DocumentEvidence,
  DuplicateView,
  Issue,
  SuggestInvoicesReport,
} from '@sidebill/core/boundary';
import { dayFromNow, invoice, NOW_MS, northwind, usd } from './cast.ts';
import { complete } from './draft.ts';

const evidence = (
  field: DocumentEvidence['field'],
  level: string,
  left: string,
  right: string,
  weight: string,
): DocumentEvidence => ({
  field,
  level,
  left,
  right,
  weight,
});

const shop = invoice({
  id: '1301',
  number: 'SHOP-1301',
  customer_name: 'Brightwater Analytics Inc.',
  date: dayFromNow(-3),
  total: usd('4310.00'),
});

export const suggested: SuggestInvoicesReport = {
  suggestions: [
    {
      document: shop,
      sure: true,
      score: '741',
      evidence: [
        evidence('customer', 'linked', 'Brightwater Analytics Inc.', '58', '49'),
        evidence('amount', 'same', '4310.00 USD', '4310.00 USD', '361'),
        evidence('date', 'same-week', dayFromNow(-4), dayFromNow(-3), '504'),
        evidence('lines', 'same', '2', '2', '80'),
        evidence('reference', 'absent', 'Dashboard rollout', '', '-60'),
      ],
    },
    {
      document: invoice({ id: '1302', number: '', total: usd('2155.00'), date: dayFromNow(-20) }),
      sure: false,
      score: '120',
      evidence: [
        evidence('customer', 'possible', 'Brightwater Analytics Inc.', '58', '0'),
        evidence('amount', 'share', '4310.00 USD', '2155.00 USD', '582'),
      ],
    },
  ],
  added: [],
  customers: [`${northwind.realm}:Customer:58`],
  asked_ms: NOW_MS,
  issues: [],
};

export const nothingSuggested: SuggestInvoicesReport = { ...suggested, suggestions: [] };

export const addedUnasked: SuggestInvoicesReport = { ...nothingSuggested, added: [shop] };

const repeated: DuplicateView = {
  document: shop,
  exact: true,
  beside: false,
  score: '960',
  evidence: [
    evidence('customer', 'same', '58', '58', '100'),
    evidence('amount', 'same', '4310.00 USD', '4310.00 USD', '511'),
    evidence('date', 'days', dayFromNow(0), dayFromNow(-3), '486'),
    evidence('lines', 'same', '2', '2', '80'),
  ],
};

const issue: Issue = {
  code: 'document-repeated',
  severity: 'error',
  path: '/beside',
  args: { id: '1301', number: 'SHOP-1301', total: '4310.00 USD', date: dayFromNow(-3) },
};

export const repeating: ComposeView = { ...complete, duplicates: [repeated], issues: [issue], ready: false };
export const confirmed: ComposeView = {
  ...complete,
  duplicates: [{ ...repeated, beside: true }],
  issues: [{ ...issue, severity: 'warning' }],
};
