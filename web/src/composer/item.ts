// Choosing the product of one line: proposals with their evidence, a search, or a new product.
import type { ItemCandidate, LineChoice } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import { evidenceSummary } from '../components/evidence.ts';
import { t } from '../messages/index.ts';
import type { Composing } from './composing.ts';
import { selectField, textField } from './fields.ts';

type NewItem = Extract<LineChoice['item'], { kind: 'create' }>;

export function itemPanel(composing: Composing, line: LineChoice, index: number): TemplateResult {
  const candidates = composing.draft.view.lines[index]?.candidates ?? [];
  return html`<div class="item-panel" @keydown=${(event: KeyboardEvent) => closeOnEscape(composing, event)}>
    ${
      candidates.length === 0
        ? nothing
        : html`<ul class="candidates">
          ${candidates.map((candidate) => itemCandidate(composing, candidate, index))}
        </ul>`
    }
    <sb-finder
      .label=${t('lines.itemSearch')}
      .hint=${t('lines.itemSearchHint')}
      .search=${composing.searchItems}
      @picked=${(event: CustomEvent<string>) => composing.pickItem(index, event.detail)}
    ></sb-finder>
    ${line.item.kind === 'create' ? newItem(composing, line.item, index) : createButton(composing, line, index)}
  </div>`;
}

function itemCandidate(composing: Composing, candidate: ItemCandidate, index: number): TemplateResult {
  const { item } = composing.draft.choices.lines[index] ?? { item: { kind: 'undecided' } };
  const chosen = item.kind === 'existing' && item.id === candidate.id;
  return html`<li>
    <div class="grow">
      <p class="break">${candidate.name}</p>
      <p class="small faint break">
        ${[candidate.active ? '' : t('customer.inactive'), candidate.sku, evidenceSummary(candidate.evidence)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    <button
      class="button tight"
      ?disabled=${chosen}
      aria-label=${t('customer.chooseName', { name: candidate.name })}
      @click=${() => {
        composing.draft.editLine(index, {
          item: { kind: 'existing', id: candidate.id, name: candidate.name },
        });
        composing.toggleItem(null);
      }}
    >
      ${t('customer.choose')}
    </button>
  </li>`;
}

function createButton({ draft }: Composing, line: LineChoice, index: number): TemplateResult {
  const [firstLine = ''] = line.description.split('\n');
  return html`<button
    class="link small"
    @click=${() =>
      draft.editLine(index, {
        item: { kind: 'create', name: firstLine, sku: '', income_account_id: '' },
      })}
  >
    ${t('lines.itemCreate')}
  </button>`;
}

function newItem({ draft }: Composing, item: NewItem, index: number): TemplateResult {
  const path = `/lines/${index}/item`;
  const change = (part: Partial<NewItem>) => draft.editLine(index, { item: { ...item, ...part } });
  const accounts = draft.view.income_accounts.map(({ id, name }) => ({ value: id, text: name }));
  return html`<div class="fields">
    <div class="whole">
      ${textField({
        draft,
        path: `${path}/name`,
        label: t('lines.itemName'),
        value: item.name,
        changed: (name) => change({ name }),
        offer: (name) => change({ name }),
      })}
    </div>
    ${textField({
      draft,
      path: `${path}/sku`,
      label: t('lines.itemSku'),
      value: item.sku,
      changed: (sku) => change({ sku }),
    })}
    ${selectField(
      {
        draft,
        path: `${path}/income_account_id`,
        label: t('lines.itemAccount'),
        value: item.income_account_id,
        changed: (income_account_id) => change({ income_account_id }),
      },
      [{ value: '', text: t('lines.itemAccountNone') }, ...accounts],
    )}
  </div>`;
}

function closeOnEscape(composing: Composing, event: KeyboardEvent): void {
  if (event.key === 'Escape') composing.toggleItem(null);
}
