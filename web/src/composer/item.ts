// The product of one line: what fits it with the reasons, a search over all products, or a new one.
import type { ItemCandidate, LineChoice } from '@sidebill/core/boundary';
import { html, nothing, type TemplateResult } from 'lit';
import '../components/finder.ts';
import { t } from '../messages/index.ts';
import { breakdowns } from '../reasons/breakdown.ts';
import { why } from '../reasons/list.ts';
import { type Composing, searchPath } from './composing.ts';
import { selectField, textField } from './fields.ts';

type NewItem = Extract<LineChoice['item'], { kind: 'create' }>;

/** So many stand below a line without a product; the panel and the search show the others. */
const MOST_OFFERED = 2;
const MOST_SHOWN = 4;

/** What a line without a product of QuickBooks is marked with. */
export function unmatchedMark({ draft }: Composing, index: number): TemplateResult {
  const several = draft.issuesAt(`/lines/${index}/item`).some(({ code }) => code === 'line-item-ambiguous');
  return html`<span class="tag alert">${several ? t('lines.severalFit') : t('lines.notInQuickBooks')}</span>`;
}

/** Below a line that is not a product of QuickBooks: what it may be, one click away, and the way to create it. */
export function unmatched(composing: Composing, line: LineChoice, index: number): TemplateResult {
  const candidates = candidatesOf(composing, index);
  const number = index + 1;
  return html`<div class="unmatched">
    ${
      candidates.length === 0
        ? nothing
        : html`<ul class="candidates">
          ${candidates
            .slice(0, MOST_OFFERED)
            .map((candidate) =>
              itemCandidate(
                composing,
                candidate,
                index,
                t('lines.itemUse'),
                t('lines.itemUseName', { name: candidate.name, number }),
              ),
            )}
        </ul>`
    }
    <div class="row small ways">
      <button class="link" @click=${() => composing.createItem(index, firstLineOf(line))}>
        ${t('lines.itemCreate')}
      </button>
      <button class="link" @click=${() => composing.searchItem(index)}>${t('lines.itemMore')}</button>
    </div>
  </div>`;
}

export function itemPanel(composing: Composing, line: LineChoice, index: number): TemplateResult {
  const candidates = candidatesOf(composing, index).slice(0, MOST_SHOWN);
  return html`<div class="item-panel" @keydown=${(event: KeyboardEvent) => closeOnEscape(composing, event)}>
    ${
      candidates.length === 0
        ? nothing
        : html`<ul class="candidates">
          ${candidates.map((candidate) =>
            itemCandidate(
              composing,
              candidate,
              index,
              t('customer.choose'),
              t('customer.chooseName', { name: candidate.name }),
            ),
          )}
        </ul>`
    }
    <sb-finder
      data-path=${searchPath(index)}
      .label=${t('lines.itemSearch')}
      .hint=${t('lines.itemSearchHint')}
      .search=${composing.searchItems}
      .create=${createEntry}
      @picked=${(event: CustomEvent<string>) => composing.pickItem(index, event.detail)}
      @create=${(event: CustomEvent<string>) => composing.createItem(index, event.detail)}
    ></sb-finder>
    ${
      line.item.kind === 'create'
        ? newItem(composing, line.item, index)
        : html`<button class="link small" @click=${() => composing.createItem(index, firstLineOf(line))}>
          ${t('lines.itemCreate')}
        </button>`
    }
    ${breakdowns(candidates)}
  </div>`;
}

/** The search that adds a line for a product that QuickBooks has. */
export function addProductPanel(composing: Composing): TemplateResult {
  return html`<div class="item-panel" @keydown=${(event: KeyboardEvent) => closeOnEscape(composing, event)}>
    <sb-finder
      data-path=${searchPath('new')}
      .label=${t('lines.addProductSearch')}
      .hint=${t('lines.itemSearchHint')}
      .search=${composing.searchItems}
      @picked=${(event: CustomEvent<string>) => composing.addItem(event.detail)}
    ></sb-finder>
  </div>`;
}

/** How the chosen product was found, where it was found and not chosen by hand; '' otherwise. */
export function foundBy(composing: Composing, { item }: LineChoice, index: number): string {
  if (item.kind !== 'existing') return '';
  const candidate = candidatesOf(composing, index).find(({ id }) => id === item.id);
  if (!candidate || candidate.evidence.length === 0) return '';
  const has = (field: string) =>
    candidate.evidence.some(
      (one) => one.field === field && (one.level.startsWith('same') || one.level === 'as-written'),
    );
  if (has('link')) return t('lines.matchedLink');
  if (has('sku')) return t('lines.matchedSku');
  return t('lines.matchedName', { score: Number(candidate.score) });
}

function itemCandidate(
  composing: Composing,
  candidate: ItemCandidate,
  index: number,
  action: string,
  label: string,
): TemplateResult {
  const chosen = composing.draft.choices.lines[index]?.item;
  const isChosen = chosen?.kind === 'existing' && chosen.id === candidate.id;
  const [best, second] = candidatesOf(composing, index);
  return html`<li>
    <div class="grow">
      <p class="name break"><bdi>${candidate.name}</bdi></p>
      ${why(candidate.evidence, best && second?.id === candidate.id ? best.evidence : null)}
      <p class="small faint break">
        ${[candidate.active ? '' : t('customer.inactive'), candidate.sku].filter(Boolean).join(' · ')}
      </p>
    </div>
    <button
      class="button tight"
      ?disabled=${isChosen}
      aria-label=${label}
      @click=${() =>
        composing.chooseItem(index, { kind: 'existing', id: candidate.id, name: candidate.name })}
    >
      ${action}
    </button>
  </li>`;
}

function candidatesOf({ draft }: Composing, index: number): readonly ItemCandidate[] {
  return draft.view.lines[index]?.candidates ?? [];
}

function createEntry(text: string): { title: string; detail: string } {
  return { title: t('lines.itemCreateNamed', { name: text }), detail: '' };
}

function firstLineOf({ description }: LineChoice): string {
  return description.split('\n')[0] ?? '';
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
  if (event.key === 'Escape') composing.leaveItem();
}
