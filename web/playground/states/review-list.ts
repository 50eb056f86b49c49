// The review list over pairs of two small companies' lists, and over ten thousand of them.
import { preparePage } from '../../src/pages/page.ts';
import type { Decided, Match, Proposal, Side } from '../../src/review-list/proposal.ts';
import { ReviewList } from '../../src/review-list/review-list.ts';
import { recordedWorker } from '../recorded.ts';
import { appears, click, type State } from '../state.ts';
import { scored } from './draft.ts';

const WIDTHS = [360, 1200];

type Clues = Parameters<typeof scored>[0];

const side = (id: string, title: string, ...facts: string[]): Side => ({ id, title, facts });
const match = (right: Side, clues: Clues): Match => ({ right, ...scored(clues) });

const certain: Clues = [
  ['name', 'same', 586, 'harborline supply'],
  ['legal_form', 'differs', -110, 'inc', 'llc'],
  ['email', 'same', 742, 'ap@harborline.example'],
  ['city', 'same', 145, 'portland'],
];
const shared: Clues = [
  ['name', 'overlaps', 210, 'müller metallbau', 'müller maschinenbau'],
  ['phone', 'same', 320, '+4989123456'],
  ['street', 'differs', -180, '12 lindenstr', '4 hauptstr'],
  ['city', 'same', 145, 'münchen'],
];
const weaker: Clues = [
  ['name', 'alike', 300, 'müller metallbau', 'muller metalbau'],
  ['city', 'differs', -205, 'münchen', 'wien'],
];

const few: Proposal[] = [
  {
    left: side('1', 'Harborline Supply, Inc.', 'ap@harborline.example', 'Portland'),
    outcome: 'link',
    candidates: [match(side('58', 'Harborline Supply LLC', 'ap@harborline.example', 'Portland'), certain)],
  },
  {
    left: side('2', 'Müller Metallbau GmbH', 'info@mueller-metall.example', 'München'),
    outcome: 'ask',
    candidates: [
      match(side('71', 'Müller Maschinenbau GmbH', '+49 89 123456', 'München'), shared),
      match(side('72', 'Muller Metalbau', 'office@muller.example', 'Wien'), weaker),
    ],
  },
  { left: side('3', 'Larkspur Observatory', 'dome@larkspur.example'), outcome: 'none', candidates: [] },
  {
    left: side('4', 'Ada Lindqvist', 'ada@brightwater.example', 'Denver'),
    outcome: 'link',
    candidates: [
      match(side('90', 'Lindqvist, Ada', 'ada@brightwater.example'), [
        ['name', 'same', 640, 'ada lindqvist'],
        ['email', 'same', 742, 'ada@brightwater.example'],
      ]),
    ],
  },
  {
    left: side('5', 'Birgit & Söhne OHG', 'Kiel'),
    outcome: 'ask',
    candidates: [
      match(side('93', 'Birgit und Soehne', 'Kiel', 'buero@birgit.example'), [
        ['name', 'same', 512, 'birgit soehne'],
        ['city', 'same', 145, 'kiel'],
      ]),
    ],
  },
];

const hard: Proposal[] = [
  {
    left: side('1', 'شركة المياه المشرقة للتحليلات ذ.م.م', 'hesab@brightwater.example', 'دبي'),
    outcome: 'ask',
    candidates: [
      match(side('301', 'شركة المياه المشرقه', 'الشارقة'), [
        ['name', 'alike', 410, 'شركة المياه المشرقة للتحليلات', 'شركة المياه المشرقه'],
        ['city', 'differs', -205, 'دبي', 'الشارقة'],
      ]),
    ],
  },
  {
    left: side('2', '<img src=x onerror=alert(1)>'.repeat(6), 'a@b.example'.repeat(9)),
    outcome: 'link',
    candidates: [match(side('302', 'Donaudampfschifffahrt'.repeat(12), 'x'.repeat(300)), certain)],
  },
  { left: side('3', ''), outcome: 'none', candidates: [] },
];

/** As many as asked for, alike from run to run. */
function many(count: number): Proposal[] {
  return Array.from({ length: count }, (_, index) => {
    const pattern = few[index % few.length] as Proposal;
    const named = ({ id, title, facts }: Side) => side(`${index}-${id}`, `${title} ${index + 1}`, ...facts);
    return {
      ...pattern,
      left: named(pattern.left),
      candidates: pattern.candidates.map((one) => ({ ...one, right: named(one.right) })),
    };
  });
}

/** Every decision that the list told, for tests to look at. */
const told: Decided[] = [];
Object.assign(globalThis, { sidebillDecided: told });

function listState(name: string, proposals: Proposal[], act?: State['act']): State {
  return {
    name: `review-list/${name}`,
    widths: WIDTHS,
    open(root, theme) {
      preparePage(root, recordedWorker(theme, {}), 'Review list');
      const main = document.createElement('main');
      const list = new ReviewList();
      list.proposals = proposals;
      list.addEventListener('decided', (event) => told.push((event as CustomEvent<Decided>).detail));
      const heading = document.createElement('h1');
      heading.textContent = 'Match customers';
      heading.style.font = '600 var(--text-xl) var(--font)';
      main.style.padding = '16px';
      main.append(heading, list);
      root.replaceChildren(main);
      list.updateComplete.then(() => list.focus());
    },
    ...(act ? { act } : {}),
  };
}

async function press(root: HTMLElement, ...keys: string[]): Promise<void> {
  const list = await appears(root, '#list');
  for (const key of keys) {
    list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}

export const reviewListStates: State[] = [
  listState('proposals', few, async (root) => void (await appears(root, '.row'))),
  listState('to check', few, (root) => press(root, 'j')),
  listState('decided', few, (root) => press(root, 'a', 'r')),
  listState('no match', few, (root) => press(root, 'j', 'j')),
  listState('scores', few, async (root) => {
    await press(root, 'j');
    await click(root, '.breakdowns summary');
  }),
  listState('hard names', hard, async (root) => void (await appears(root, '.row'))),
  listState('ten thousand', many(10_000), async (root) => void (await appears(root, '.row'))),
  listState('empty', []),
  listState('filter without any', few.slice(0, 1), (root) => click(root, '.filters button:last-child')),
];
