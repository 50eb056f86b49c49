// Opens one state of one page: frame.html?state=card/documents&theme=dark
import { asked } from './recorded.ts';
import { states } from './states/index.ts';

// Screenshots and tests ask the page which states there are.
Object.assign(globalThis, {
  sidebillStates: states.map(({ name, widths }) => ({ name, widths })),
  sidebillAsked: asked,
});

const query = new URLSearchParams(location.search);
const state = states.find(({ name }) => name === query.get('state'));
const root = document.querySelector<HTMLElement>('#root');
if (!state || !root) throw new Error(`no state ${query.get('state')}`);

const theme = (['dark', 'system'] as const).find((one) => one === query.get('theme')) ?? 'light';
state.open(root, theme);
await state.act?.(root);
await document.fonts.ready;
document.documentElement.dataset['ready'] = 'true';
