// What the sections of the composer share while a draft is edited.
import type { CustomerCandidate, ItemCandidate } from '@sidebill/core/boundary';
import type { Worker } from '../commands.ts';
import type { Found } from '../components/finder.ts';
import { t } from '../messages/index.ts';
import type { Draft } from './draft.ts';

export class Composing {
  readonly draft: Draft;
  /** The line whose product is being chosen, or null. */
  openItem: number | null = null;
  readonly #worker: Worker;
  readonly #changed: () => void;
  #customers: CustomerCandidate[] = [];
  #items: ItemCandidate[] = [];

  constructor(draft: Draft, worker: Worker, changed: () => void) {
    this.draft = draft;
    this.#worker = worker;
    this.#changed = changed;
  }

  readonly searchCustomers = async (text: string): Promise<Found[]> => {
    const { value } = await this.#worker.send('customers.search', { realm: this.#realm, text });
    this.#customers = value ?? [];
    return this.#customers.map((one) => ({
      id: one.id,
      title: one.display_name,
      detail: [one.email, one.currency].filter(Boolean).join(' · '),
      barred: one.active ? '' : t('customer.inactive'),
    }));
  };

  readonly searchItems = async (text: string): Promise<Found[]> => {
    const { value } = await this.#worker.send('items.search', { realm: this.#realm, text });
    this.#items = value ?? [];
    return this.#items.map((one) => ({
      id: one.id,
      title: one.name,
      detail: [one.sku, one.type, one.unit_price ?? ''].filter(Boolean).join(' · '),
      barred: one.active ? '' : t('customer.inactive'),
    }));
  };

  pickCustomer(id: string): void {
    const found = this.#customers.find((one) => one.id === id);
    if (found) this.draft.pickCustomer(found);
  }

  pickItem(line: number, id: string): void {
    const found = this.#items.find((one) => one.id === id);
    if (found) this.draft.pickItem(line, found);
    this.toggleItem(null);
  }

  toggleItem(line: number | null): void {
    this.openItem = this.openItem === line ? null : line;
    this.#changed();
  }

  get #realm(): string {
    return this.draft.question.question.basis.company.realm;
  }
}
