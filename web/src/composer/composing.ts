// What the sections of the composer share while a draft is edited.
import type { CustomerCandidate, ItemCandidate, LineChoice } from '@sidebill/core/boundary';
import type { Worker } from '../commands.ts';
import type { FoundAnswer } from '../components/finder.ts';
import { decimal } from '../format.ts';
import { t } from '../messages/index.ts';
import { factOf, factWords } from '../reasons/fact.ts';
import type { Draft } from './draft.ts';

/** What sections ask of the page that they stand on. */
export interface ComposerPage {
  changed(): void;
  /** Brings focus to what stands at a path of the choices, once it is drawn. */
  goTo(path: string): void;
}

export class Composing {
  readonly draft: Draft;
  /** The line whose product is being chosen; 'new' while one is added, or null. */
  openItem: number | 'new' | null = null;
  readonly #worker: Worker;
  readonly #page: ComposerPage;
  #customers: CustomerCandidate[] = [];
  #items: ItemCandidate[] = [];

  constructor(draft: Draft, worker: Worker, page: ComposerPage) {
    this.draft = draft;
    this.#worker = worker;
    this.#page = page;
  }

  readonly searchCustomers = async (text: string): Promise<FoundAnswer> => {
    const { value, issues } = await this.#worker.send('customers.search', { realm: this.#realm, text });
    this.#customers = value ?? [];
    const found = this.#customers.map((one) => ({
      id: one.id,
      title: one.display_name,
      detail: [companyOf(one), one.email, one.currency, onlyAlike(one)].filter(Boolean).join(' · '),
      barred: one.active ? '' : t('customer.inactive'),
    }));
    return { found, issues };
  };

  readonly searchItems = async (text: string): Promise<FoundAnswer> => {
    const { value, issues } = await this.#worker.send('items.search', { realm: this.#realm, text });
    this.#items = value ?? [];
    const found = this.#items.map((one) => ({
      id: one.id,
      title: one.name,
      detail: [one.sku, one.type, decimal(one.unit_price ?? ''), onlyAlike(one)].filter(Boolean).join(' · '),
      barred: one.active ? '' : t('customer.inactive'),
    }));
    return { found, issues };
  };

  pickCustomer(id: string): void {
    const found = this.#customers.find((one) => one.id === id);
    if (found) this.draft.pickCustomer(found);
  }

  pickItem(line: number, id: string): void {
    const found = this.#items.find((one) => one.id === id);
    if (found) this.draft.pickItem(line, found);
    this.#closeItem(`/lines/${line}/item`);
  }

  /** One of the line's own candidates, or a product that is still to be created. */
  chooseItem(line: number, item: LineChoice['item']): void {
    this.draft.editLine(line, { item });
    this.#closeItem(`/lines/${line}/item`);
  }

  /** Opens the panel on the fields of a product that is created together with the invoice. */
  createItem(line: number, name: string): void {
    this.draft.editLine(line, { item: { kind: 'create', name, sku: '', income_account_id: '' } });
    this.openItem = line;
    this.#page.goTo(`/lines/${line}/item/name`);
  }

  addItem(id: string): void {
    const found = this.#items.find((one) => one.id === id);
    if (found) this.draft.addItem(found);
    this.#closeItem(`/lines/${this.draft.choices.lines.length - 1}/quantity`);
  }

  createCustomer(name: string): void {
    this.draft.nameNewCustomer(name);
    this.#page.goTo('/customer/display_name');
  }

  toggleItem(line: number): void {
    this.openItem = this.openItem === line ? null : line;
    this.#page.changed();
  }

  searchItem(line: number | 'new'): void {
    this.openItem = line;
    this.#page.goTo(searchPath(line));
  }

  /** Gives up; focus goes back to where it came from. */
  leaveItem(): void {
    this.#closeItem(this.openItem === 'new' ? '/lines/add' : `/lines/${this.openItem}/item`);
  }

  #closeItem(next: string): void {
    this.openItem = null;
    this.#page.goTo(next);
  }

  get #realm(): string {
    return this.draft.question.question.basis.company.realm;
  }
}

export function searchPath(line: number | 'new'): string {
  return `/lines/${line}/search`;
}

function companyOf({ company_name, display_name }: CustomerCandidate): string {
  return company_name === display_name ? '' : company_name;
}

/** That a found name is only spelled like the search has to be said: nothing else shows it. */
function onlyAlike({ evidence }: CustomerCandidate | ItemCandidate): string {
  const alike = evidence.find(({ field, level }) => field === 'name' && level === 'alike');
  return alike ? factWords({ ...factOf(alike), left: '', right: '' }) : '';
}
