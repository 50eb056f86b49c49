// A worker that answers from what a state hands it, in place of the extension's.
import type { OperationName } from '@sidebill/core/boundary';
import type { CommandAnswer, CommandName, Commands, RunView, Settings, Worker } from '../src/commands.ts';

type Answers = {
  [N in CommandName]?: (
    request: Commands[N]['request'],
  ) => Answered<Commands[N]['answer']> | Promise<Answered<Commands[N]['answer']>>;
};
type Answered<T> = T | CommandAnswer<T>;
export type Theme = Settings['theme'];
/** How each operation stands as soon as it was started. */
export type RunsByOperation = { [N in OperationName]?: (input: never) => RunView };

export interface Recording {
  answers?: Answers;
  runs?: RunsByOperation;
}

/** What pages look through by themselves: nothing is found, unless a state says otherwise. */
const nothingFound: RunsByOperation = {
  suggest_invoices: () => found('suggest_invoices', { suggestions: [], added: [], customers: [] }),
  recent_invoices: () => found('recent_invoices', { documents: [], customers: [] }),
};

function found(operation: OperationName, report: object): RunView {
  return {
    run: `run-${operation}`,
    operation,
    input: {},
    state: 'done',
    started_ms: 0,
    steps: [],
    question: null,
    report: { asked_ms: 0, issues: [], ...report },
    issues: [],
  };
}

/** Everything that pages asked for, for tests to look at. */
export const asked: { name: CommandName; request: unknown }[] = [];
export function recordedWorker(theme: Theme, { answers = {}, runs = {} }: Recording): Worker {
  const views = new Map<string, RunView>();
  const watchers = new Map<string, Set<(view: RunView) => void>>();
  const keep = (view: RunView): RunView => {
    views.set(view.run, view);
    for (const changed of watchers.get(view.run) ?? []) changed(view);
    return view;
  };
  const start = ({ operation, input }: Commands['run.start']['request']): RunView => {
    const make = runs[operation] ?? nothingFound[operation];
    if (!make) throw new Error(`no recorded run of ${operation}`);
    return keep(make(input as never));
  };
  const usual: Settings = {
    realm: '',
    theme,
    card_on: { deals: true, contacts: true, companies: true },
    preferences: { naming: 'company', customers: 'evidence', add_by_itself: false, products: {} },
  };
  const own: Answers = {
    'settings.read': () => usual,
    'settings.write': (change) => ({ ...usual, ...change }),
    'run.start': start,
    'run.read': ({ run }) => views.get(run) ?? null,
    'run.open': () => [],
    'page.open': () => true,
    ...answers,
  };
  return {
    async send<N extends CommandName>(name: N, request: Commands[N]['request']) {
      asked.push({ name, request });
      const answer = own[name];
      if (!answer) throw new Error(`no recorded answer to ${name}`);
      const value = await answer(request);
      if (name === 'run.answer') keep(value as RunView);
      return isAnswer<Commands[N]['answer']>(value) ? value : { value, issues: [] };
    },
    watch(run, changed) {
      const view = views.get(run);
      if (view) changed(view);
      const all = watchers.get(run) ?? new Set();
      watchers.set(run, all.add(changed));
      return () => all.delete(changed);
    },
    watchRecord: () => () => undefined,
  };
}

function isAnswer<T>(value: unknown): value is CommandAnswer<T> {
  return typeof value === 'object' && value !== null && 'issues' in value && 'value' in value;
}
