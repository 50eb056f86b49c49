// Matching whole lists: what is proposed, what stands between it and being saved.
import type { PairsAnswer, ProposedPair, UnpairedAnswer } from '@sidebill/core/boundary';
import type { PairDecision } from '../../src/commands.ts';
import { mount } from '../../src/pages/matching.ts';
import { type Recording, recordedWorker } from '../recorded.ts';
import { appears, click, type State } from '../state.ts';
import { connections, run } from './cast.ts';
import { scored } from './draft.ts';

const WIDTHS = [360, 1200];

type Clues = Parameters<typeof scored>[0];

function pair(
  outcome: ProposedPair['outcome'],
  hubspot: [id: string, name: string, detail: string],
  quickbooks: [id: string, name: string, detail: string],
  clues: Clues,
): ProposedPair {
  const record = ([id, name, detail]: [string, string, string]) => ({ id, name, detail, active: true });
  return {
    outcome,
    margin: null,
    hubspot: record(hubspot),
    quickbooks: record(quickbooks),
    ...scored(clues),
  };
}

const pairs: ProposedPair[] = [
  pair(
    'link',
    ['501', 'Harborline Supply, Inc.', 'harborline.example'],
    ['58', 'Harborline Supply LLC', 'ap@harborline.example'],
    [
      ['name', 'same', 586, 'harborline supply'],
      ['legal_form', 'differs', -110, 'inc', 'llc'],
      ['city', 'same', 145, 'portland'],
    ],
  ),
  pair(
    'link',
    ['502', 'Brightwater Analytics', 'brightwater.example'],
    ['61', 'Brightwater Analytics Inc.', 'billing@brightwater.example'],
    [
      ['name', 'same', 702, 'brightwater analytics'],
      ['website', 'same', 420, 'brightwater.example'],
    ],
  ),
  pair(
    'ask',
    ['503', 'Müller Metallbau GmbH', 'mueller-metall.example'],
    ['71', 'Müller Maschinenbau GmbH', 'info@mueller.example'],
    [
      ['name', 'overlaps', 210, 'müller metallbau', 'müller maschinenbau'],
      ['phone', 'same', 320, '+4989123456'],
    ],
  ),
  pair(
    'ask',
    ['503', 'Müller Metallbau GmbH', 'mueller-metall.example'],
    ['72', 'Muller Metalbau', ''],
    [
      ['name', 'alike', 300, 'müller metallbau', 'muller metalbau'],
      ['city', 'differs', -205, 'münchen', 'wien'],
    ],
  ),
];

const answer = (change: Partial<PairsAnswer> = {}): PairsAnswer => ({
  done: 1240,
  of: 1240,
  links: 2,
  asks: 2,
  state: 1,
  pairs,
  ...change,
});

const accepted: PairDecision[] = [{ left: '501', decision: { right: '58' } }];

function matchingState(
  name: string,
  { answers = {}, runs = {} }: Recording,
  act: State['act'] = async (root) => void (await appears(root, '.row')),
): State {
  return {
    name: `matching/${name}`,
    widths: WIDTHS,
    open(root, theme) {
      const worker = recordedWorker(theme, {
        runs,
        answers: {
          'connections.read': () => connections,
          'pairs.read': () => answer(),
          'decisions.read': () => [],
          'unpaired.read': () => ({ ...unpaired, count: 0, records: [] }),
          'decisions.write': () => true,
          ...answers,
        },
      });
      mount(root, worker, new URLSearchParams());
    },
    act,
  };
}

const customer = (id: string, name: string, detail: string) => ({ id, name, detail, active: true });
const unpaired: UnpairedAnswer = {
  done: 1240,
  of: 1240,
  count: 4,
  state: 1,
  records: [
    customer('81', 'Quagmire Reeds', 'quill@quagmire.example'),
    customer('82', 'Xebec Chandlery & Ship Provisions of the Outer Harbour, Successors', ''),
    customer('83', 'Łódzka Piekarnia', 'biuro@piekarnia.example'),
    customer('84', 'Ana Sol', 'ana.sol.with.a.long.address@correspondence.example'),
  ],
};

const toContacts: State['act'] = async (root) => {
  await appears(root, '.row');
  await click(root, '.lists .button:nth-child(2)');
  await appears(root, '.without');
};

const blank: State['act'] = async (root) => void (await appears(root, '.blank'));

export const matchingStates: State[] = [
  matchingState('proposals', {}),
  matchingState('decided before', { answers: { 'decisions.read': () => accepted } }),
  matchingState(
    'nothing',
    { answers: { 'pairs.read': () => answer({ pairs: [], links: 0, asks: 0 }) } },
    blank,
  ),
  matchingState(
    'not connected',
    { answers: { 'connections.read': () => ({ ...connections, hubspot: null }) } },
    blank,
  ),
  matchingState(
    'customers without a contact',
    { answers: { 'unpaired.read': () => unpaired } },
    async (root) => {
      await toContacts(root);
      await click(root, '.without .button');
      await appears(root, '#list .row');
    },
  ),
  matchingState(
    'some customers have no contact',
    { answers: { 'unpaired.read': () => unpaired } },
    toContacts,
  ),
  matchingState(
    'comparing',
    { answers: { 'pairs.read': () => new Promise(() => undefined) } },
    async (root) => void (await appears(root, '.waiting')),
  ),
  matchingState(
    'saved in part',
    {
      answers: { 'decisions.read': () => accepted },
      runs: {
        link_records: () =>
          run({
            operation: 'link_records',
            report: {
              linked: [],
              failed: [
                {
                  hubspot: '501',
                  issues: [{ code: 'record-linked', severity: 'error', path: '', args: { id: '9' } }],
                },
              ],
            },
          }),
      },
    },
    async (root) => {
      await appears(root, '.row');
      await click(root, '.button.primary');
      await appears(root, 'sb-notice');
    },
  ),
];
