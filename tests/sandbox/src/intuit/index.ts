// Intuit's hosts: consent page, token endpoint, company API; and the reference token broker beside them.
import type { Service } from '../service.ts';

export const intuitServices: Service[] = [
  { name: 'intuitAuthorize', hosts: ['appcenter.intuit.com'], register: async () => {} },
  {
    name: 'intuitToken',
    hosts: [
      'oauth.platform.intuit.com', 'developer.api.intuit.com', 'developer.intuit.com',
      'accounts.platform.intuit.com', 'sandbox-accounts.platform.intuit.com',
    ],
    register: async () => {},
  },
  {
    name: 'quickbooks',
    hosts: ['quickbooks.api.intuit.com', 'sandbox-quickbooks.api.intuit.com'],
    register: async () => {},
  },
  { name: 'broker', hosts: ['broker.sidebill.test'], register: async () => {} },
];
