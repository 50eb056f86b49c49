// For every code that only the extension's worker finds; those of the core stand in issues.en.ts.
import type { IssueText } from './index.ts';

export const workerIssuesEn = {
  'worker-failed': {
    text: 'Sidebill ran into a problem[ ({status})].',
    step: 'Reload this page and try again. Nothing is done twice. If it happens again, contact whoever looks after Sidebill on your team and mention the words in brackets.',
  },
  'access-not-revoked': {
    text: 'Intuit could not be told that access has ended.',
    step: 'This browser has forgotten the keys and the data. To end access at Intuit too, disconnect the app in QuickBooks under Apps.',
  },
} as const satisfies Readonly<Record<string, IssueText>>;
