// What a record page shows, as data; the page's own script turns it into elements.
import { linkedIds } from '../links.ts';
import type { HubSpotRecord, HubSpotState } from '../state.ts';
import { findRecord, recordsOf } from '../store.ts';
import { type Language, textsOf } from './texts.ts';

export interface CardItem {
  text: string;
  detail: string;
  href: string | null;
  /** Quantity of a line item, for its own hook. */
  quantity?: string;
}

export interface Card {
  /** Behind `card-wrapper-` in the layout hook. */
  id: string;
  title: string;
  items: CardItem[];
}

export interface RecordView {
  typeId: string;
  id: string;
  title: string;
  typeLabel: string;
  indexHref: string;
  highlight: { label: string; value: string; hook: string | null }[];
  properties: { label: string; value: string }[];
  cards: Card[];
}

/** Property and label of the fields in the left column, the first ones also in its header. */
const FIELDS: Record<string, [property: string, label: string][]> = {
  '0-1': [
    ['email', 'email'],
    ['phone', 'phone'],
    ['jobtitle', 'title'],
    ['city', 'city'],
    ['hubspot_owner_id', 'owner'],
  ],
  '0-2': [
    ['domain', 'domain'],
    ['phone', 'phone'],
    ['city', 'city'],
    ['hubspot_owner_id', 'owner'],
  ],
  '0-3': [
    ['amount', 'amount'],
    ['dealstage', 'stage'],
    ['closedate', 'closedate'],
    ['deal_currency_code', 'currency'],
    ['hubspot_owner_id', 'owner'],
  ],
  '0-53': [
    ['hs_number', 'number'],
    ['hs_invoice_status', 'status'],
    ['hs_amount_billed', 'amount'],
    ['hs_balance_due', 'balance'],
    ['hs_due_date', 'due'],
    ['hs_currency', 'currency'],
  ],
  '0-101': [
    ['hs_initial_amount', 'amount'],
    ['hs_latest_status', 'status'],
    ['hs_initiated_date', 'date'],
    ['hs_currency_code', 'currency'],
  ],
};

const RELATED = ['0-1', '0-2', '0-3', '0-53', '0-101'];
const IN_HEADER = 3;

/** The types that have a record page. */
export function hasPage(typeId: string): boolean {
  return FIELDS[typeId] !== undefined;
}

export function recordView(
  state: HubSpotState,
  language: Language,
  typeId: string,
  id: string,
): RecordView | null {
  const record = findRecord(state, typeId, id);
  if (record === undefined || !hasPage(typeId)) return null;
  const texts = textsOf(language);
  const properties = (FIELDS[typeId] ?? []).map(([property, label]) => ({
    label: texts.labels[label] ?? label,
    value: shownValue(state, language, record, property),
    hook: property === 'amount' ? 'highlight-property-display-amount' : null,
  }));
  return {
    typeId,
    id,
    title: titleOf(record),
    typeLabel: texts.objects[typeId] ?? typeId,
    indexHref: indexHref(state, typeId),
    highlight: properties.slice(0, IN_HEADER),
    properties: properties.map(({ label, value }) => ({ label, value })),
    cards: cardsOf(state, language, record),
  };
}

export function titleOf(record: HubSpotRecord): string {
  const { properties } = record;
  const person = [properties.firstname, properties.lastname].filter(Boolean).join(' ');
  const amount = properties.hs_initial_amount;
  const named = properties.dealname ?? properties.name ?? properties.hs_title ?? properties.hs_number;
  return (
    named ??
    (person ||
      properties.email ||
      (amount === undefined ? record.id : `${amount} ${properties.hs_currency_code ?? ''}`.trim()))
  );
}

function shownValue(
  state: HubSpotState,
  language: Language,
  record: HubSpotRecord,
  property: string,
): string {
  const value = record.properties[property];
  if (value === undefined) return '--';
  if (property === 'dealstage') return stageLabel(state, value);
  if (property === 'hubspot_owner_id') return ownerName(state, value);
  if (/date$/.test(property)) return dateText(language, value);
  if (/amount|balance|hs_initial_amount/.test(property))
    return money(language, value, currencyOf(state, record));
  return value;
}

function stageLabel(state: HubSpotState, id: string): string {
  const stages = (state.pipelines['0-3'] ?? []).flatMap((pipeline) => pipeline.stages);
  return stages.find((stage) => stage.id === id)?.label ?? id;
}

function ownerName(state: HubSpotState, id: string): string {
  const owner = state.owners.find((candidate) => candidate.id === id);
  return owner === undefined ? id : `${owner.firstName} ${owner.lastName}`;
}

function currencyOf(state: HubSpotState, { properties }: HubSpotRecord): string {
  const { deal_currency_code: deal, hs_currency: invoice, hs_currency_code: payment } = properties;
  return deal ?? invoice ?? payment ?? properties.hs_line_item_currency_code ?? state.portal.companyCurrency;
}

/** A display only: the amount stays text everywhere a figure matters. */
function money(language: Language, amount: string, currency: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(amount));
}

function dateText(language: Language, value: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value));
}

function cardsOf(state: HubSpotState, language: Language, record: HubSpotRecord): Card[] {
  const texts = textsOf(language);
  const related = RELATED.filter((typeId) => typeId !== record.objectTypeId).map((typeId) => ({
    id: `ASSOCIATION_V3/${typeId}`,
    title: texts.objects[typeId] ?? typeId,
    items: relatedItems(state, language, record, typeId),
  }));
  const lines =
    record.objectTypeId === '0-3' || record.objectTypeId === '0-53'
      ? [lineItemsCard(state, language, record)]
      : [];
  const attachments = {
    id: `SINGLETON/${record.objectTypeId}/ATTACHMENTS`,
    title: texts.labels.attachments ?? '',
    items: [],
  };
  return [...related, ...lines, attachments];
}

function relatedItems(
  state: HubSpotState,
  language: Language,
  record: HubSpotRecord,
  typeId: string,
): CardItem[] {
  const ids = linkedIds(state, { typeId: record.objectTypeId, id: record.id }, typeId);
  return ids.flatMap((id) => {
    const related = findRecord(state, typeId, id);
    if (related === undefined) return [];
    const [property] = FIELDS[typeId]?.[0] ?? ['hs_object_id'];
    const detail = shownValue(state, language, related, property);
    return [{ text: titleOf(related), detail, href: recordHref(state, typeId, id) }];
  });
}

function lineItemsCard(state: HubSpotState, language: Language, record: HubSpotRecord): Card {
  const ids = linkedIds(state, { typeId: record.objectTypeId, id: record.id }, '0-8');
  const lines = ids.flatMap((id) => findRecord(state, '0-8', id) ?? []).sort(byPosition);
  const items = lines.map(({ properties }) => ({
    text: properties.name ?? '--',
    detail: money(
      language,
      properties.amount ?? '0',
      properties.hs_line_item_currency_code ?? currencyOf(state, record),
    ),
    href: null,
    quantity: properties.quantity ?? '1',
  }));
  return { id: `LINE_ITEMS/${record.objectTypeId}`, title: textsOf(language).objects['0-8'] ?? '', items };
}

function byPosition(a: HubSpotRecord, b: HubSpotRecord): number {
  return Number(a.properties.hs_position_on_quote ?? 0) - Number(b.properties.hs_position_on_quote ?? 0);
}

export function recordHref(state: HubSpotState, typeId: string, id: string): string {
  return `/contacts/${state.portal.portalId}/record/${typeId}/${id}`;
}

export function indexHref(state: HubSpotState, typeId: string): string {
  return `/contacts/${state.portal.portalId}/objects/${typeId}/views/all/list`;
}

export interface IndexView {
  typeId: string;
  title: string;
  rows: CardItem[];
}

export function indexView(state: HubSpotState, language: Language, typeId: string): IndexView | null {
  if (!hasPage(typeId)) return null;
  const [property] = FIELDS[typeId]?.[0] ?? ['hs_object_id'];
  const rows = recordsOf(state, typeId)
    .filter((record) => record.archivedAtMs === null)
    .map((record) => ({
      text: titleOf(record),
      detail: shownValue(state, language, record, property),
      href: recordHref(state, typeId, record.id),
    }));
  return { typeId, title: textsOf(language).objects[typeId] ?? typeId, rows };
}
