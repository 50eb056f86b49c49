// For every code that only the extension's worker finds; those of the core stand in issues.en.ts.
import type { IssueText } from './index.ts';

export const workerIssuesEn = {
  'worker-failed': {
    text: 'Sidebill itself has a fault[ ({status})].',
    step: 'Reload this page and try again: nothing is done twice. If it comes back, tell whoever looks after Sidebill in your team, with the words in brackets.',
  },
} as const satisfies Readonly<Record<string, IssueText>>;
