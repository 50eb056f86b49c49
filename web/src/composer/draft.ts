// What a person has typed so far, and what the core makes of it: composed again at most once per frame.
import type {
  Choices,
  ComposeView,
  Core,
  CustomerCandidate,
  Issue,
  ItemCandidate,
  LineChoice,
  Picked,
} from '@sidebill/core';
import type { RunView } from '../commands.ts';

export type NewCustomer = Extract<Choices['customer'], { kind: 'create' }>;
export type OpenQuestion = NonNullable<RunView['question']>;

interface Saved {
  choices: Choices;
  customers: CustomerCandidate[];
  items: ItemCandidate[];
}

export class Draft {
  readonly question: OpenQuestion;
  choices: Choices;
  view: ComposeView;
  /** The core could not compose at all. */
  refused: Issue[] = [];
  /** What came with the question and is not about this draft: that the deal changed, why QuickBooks refused. */
  told: Issue[] = [];
  readonly #run: string;
  readonly #changed: () => void;
  #core: Core | null = null;
  #frame = 0;
  /** Found by search after the basis was read. */
  #customers: CustomerCandidate[] = [];
  #items: ItemCandidate[] = [];
  /** The customer's invoices in QuickBooks, as they were read for this draft. */
  #documents: unknown[] = [];
  #setAside: Choices['customer'] | null = null;

  constructor(run: string, question: OpenQuestion, changed: () => void) {
    this.#run = run;
    this.question = question;
    this.#changed = changed;
    this.view = question.question.view;
    this.choices = this.view.choices;
    this.#restore();
  }

  useCore(core: Core): void {
    this.#core = core;
    this.told = this.#toldBeside(core);
    this.#schedule();
  }

  edit(change: Partial<Choices>): void {
    this.choices = { ...this.choices, ...change };
    this.#save();
    this.#schedule();
  }

  editLine(index: number, change: Partial<LineChoice>): void {
    this.edit({
      lines: this.choices.lines.map((line, at) => (at === index ? { ...line, ...change } : line)),
    });
  }

  pickCustomer(candidate: CustomerCandidate): void {
    this.#customers = [...this.#customers.filter(({ id }) => id !== candidate.id), candidate];
    this.chooseCustomer(candidate);
  }

  chooseCustomer(candidate: CustomerCandidate): void {
    const email = this.choices.email === '' ? candidate.email : this.choices.email;
    this.edit({ customer: { kind: 'existing', id: candidate.id }, email });
  }

  pickItem(index: number, candidate: ItemCandidate): void {
    this.#keepItem(candidate);
    this.editLine(index, { item: { kind: 'existing', id: candidate.id, name: candidate.name } });
  }

  /** From an existing customer to a new one and back; what was entered on the other side is kept. */
  swapCustomer(): void {
    const current = this.choices.customer;
    const blank =
      current.kind === 'create' ? { kind: 'undecided' as const } : blankCustomer(this.view.currency);
    this.edit({ customer: this.#setAside ?? blank });
    this.#setAside = current;
  }

  /** A further line for a product of QuickBooks, as it is sold there. */
  addItem(candidate: ItemCandidate): void {
    const { record } = candidate;
    const line: LineChoice = {
      source_id: '',
      include: true,
      item: { kind: 'existing', id: candidate.id, name: candidate.name },
      description: record.description || candidate.name,
      quantity: '1',
      unit_price: candidate.unit_price ?? '',
      discount_percent: '',
      taxable: record.taxable ?? false,
      tax_code: record.tax_code_id ?? '',
      service_date: '',
    };
    this.#keepItem(candidate);
    this.edit({ lines: [...this.choices.lines, line] });
  }

  /** A new customer of this name, everything else as the core proposes it. */
  nameNewCustomer(display_name: string): void {
    if (this.choices.customer.kind !== 'create') this.swapCustomer();
    this.composeNow();
    const { customer } = this.choices;
    if (customer.kind === 'create') this.edit({ customer: { ...customer, display_name } });
  }

  /** Another policy or contact: the new customer, the bill's address and the copies as the core then proposes them. */
  nameBy(naming: Choices['naming']): void {
    this.edit({ naming, customer: blankCustomer(this.view.currency), email: '', cc: '' });
    this.composeNow();
  }

  /** Another contact of the deal is billed; one without an address leaves the bill's as it is. */
  billTo(contact_id: string): void {
    const { email = '' } = this.view.customer_plan.contacts.find(({ id }) => id === contact_id) ?? {};
    this.edit({ naming: { ...this.choices.naming, contact_id }, email: email || this.choices.email });
    this.composeNow();
  }

  knowDocuments(documents: unknown[]): void {
    this.#documents = documents;
    this.composeNow();
  }

  /** The person says that the draft is another one than this document, or takes it back. */
  standBeside(key: string, stands: boolean): void {
    const others = this.choices.beside.filter((one) => one !== key);
    this.edit({ beside: stands ? [...others, key] : others });
  }

  customer(id: string): CustomerCandidate | undefined {
    return [...this.view.customer_candidates, ...this.#customers].find((candidate) => candidate.id === id);
  }

  /** The name behind an id in the payload, '' where the value speaks for itself. */
  nameOf(label: string, id: string): string {
    const named = (list: readonly { id: string; name: string }[]) =>
      list.find((one) => one.id === id)?.name ?? '';
    switch (label) {
      case 'customer-ref':
        return this.customer(id)?.display_name ?? '';
      case 'item-ref':
        return named(this.choices.lines.flatMap(({ item }) => (item.kind === 'existing' ? [item] : [])));
      case 'sales-term-ref':
        return named(this.view.terms);
      case 'income-account-ref':
        return named(this.view.income_accounts);
      default:
        return '';
    }
  }

  issuesAt(path: string): Issue[] {
    return this.issues.filter((issue) => issue.path === path);
  }

  get issues(): Issue[] {
    return [...this.refused, ...this.view.issues];
  }

  /** Brings the view up to date now, for a step that rests on it. */
  composeNow(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#compose();
    const proposed = this.#proposedCustomer();
    if (!proposed) return;
    const { naming, email, cc } = this.view.choices;
    this.choices = { ...this.choices, customer: proposed, naming, email, cc };
    this.#save();
    this.#compose();
  }

  /** The draft was answered: nothing of it needs to be kept. */
  forget(): void {
    cancelAnimationFrame(this.#frame);
    sessionStorage.removeItem(this.#key);
  }

  #schedule(): void {
    this.#changed();
    if (this.#frame !== 0 || !this.#core) return;
    this.#frame = requestAnimationFrame(() => {
      this.composeNow();
      this.#changed();
    });
  }

  #compose(): void {
    if (!this.#core) return;
    const answer = this.#core.compose(this.question.question.basis, this.choices, this.#picked);
    this.refused = answer.value ? [] : answer.issues;
    if (answer.value) this.view = answer.value;
  }

  /** Composing again says what is wrong with the draft, and nothing of what happened before the question. */
  #toldBeside(core: Core): Issue[] {
    const { basis, view } = this.question.question;
    const { value } = core.compose(basis, view.choices, { customers: [], items: [] });
    const own = new Set(value?.issues.map((issue) => JSON.stringify(issue)));
    return view.issues.filter((issue) => !own.has(JSON.stringify(issue)));
  }

  /** What the core made of a new customer of whom nothing has been typed; null where there is nothing to take over. */
  #proposedCustomer(): NewCustomer | null {
    const { customer } = this.choices;
    const proposed = this.view.choices.customer;
    if (customer.kind !== 'create' || proposed.kind !== 'create') return null;
    if (!isBlank(customer) || isBlank(proposed)) return null;
    return { ...proposed, currency: proposed.currency || customer.currency };
  }

  #keepItem(candidate: ItemCandidate): void {
    this.#items = [...this.#items.filter(({ id }) => id !== candidate.id), candidate];
  }

  get #picked(): Picked {
    return {
      customers: this.#customers.map(({ record }) => record),
      items: this.#items.map(({ record }) => record),
      documents: this.#documents,
    };
  }

  /** Kept for this tab alone, so that a reload loses nothing that was typed. */
  get #key(): string {
    return `draft:${this.#run}:${this.question.step}:${this.question.turn}`;
  }

  #save(): void {
    const saved: Saved = { choices: this.choices, customers: this.#customers, items: this.#items };
    sessionStorage.setItem(this.#key, JSON.stringify(saved));
  }

  #restore(): void {
    const text = sessionStorage.getItem(this.#key);
    if (text === null) return;
    const saved = JSON.parse(text) as Saved;
    // What an older version saved may lack what choices have by now.
    this.choices = { ...this.view.choices, ...saved.choices };
    this.#customers = saved.customers;
    this.#items = saved.items;
  }
}

function isBlank({ kind: _, currency: __, ...typed }: NewCustomer): boolean {
  return Object.values(typed).every((text) => text === '');
}

function blankCustomer(currency: string): NewCustomer {
  return {
    kind: 'create',
    display_name: '',
    company_name: '',
    given_name: '',
    family_name: '',
    email: '',
    phone: '',
    currency,
    parent_id: '',
  };
}
