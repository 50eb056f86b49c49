// How a deal with its lines is put into the portal, and the sixty deals: landmarks first, then everyday ones.
import type { Dice } from '../../random.ts';
import type { World } from '../../world.ts';
import { decimal, multiply, rounded, text } from '../decimal.ts';
import type { RecordKey } from '../links.ts';
import type { SeededCompany, SeededPerson, SeededProduct } from './directory.ts';
import { plant, tie } from './plant.ts';

const DEAL_TO_PRIMARY_COMPANY = 5;
const DEAL_TO_LINE_ITEM = 19;

export type Currency = 'USD' | 'EUR' | 'CAD' | 'JPY';

/** What one unit of the currency is worth less than a dollar: catalogue prices are in dollars. */
const FACTORS: Record<Currency, string> = { USD: '1', EUR: '0.92', CAD: '1.37', JPY: '150' };

export interface LineDraft {
  /** null = free text, without product and SKU. */
  product: SeededProduct | null;
  quantity: string;
  /** Overrides or adds to what the product gives. */
  values?: Record<string, string>;
}

export interface DealDraft {
  name: string;
  currency: Currency;
  lines: LineDraft[];
  /** The first one is primary, unless `primary` names another. */
  companies: SeededCompany[];
  primary?: number;
  people: SeededPerson[];
  stage?: string;
  pipeline?: string;
  values?: Record<string, string>;
}

export function plantDeal(world: World, dice: Dice, draft: DealDraft): RecordKey {
  const closesIn = dice.between(-40, 30);
  const deal = plant(
    world,
    '0-3',
    {
      dealname: draft.name,
      deal_currency_code: draft.currency,
      pipeline: draft.pipeline ?? 'default',
      dealstage:
        draft.stage ?? dice.pick(['closedwon', 'closedwon', 'contractsent', 'decisionmakerboughtin']),
      dealtype: dice.pick(['newbusiness', 'existingbusiness']),
      closedate: new Date(world.now() + closesIn * 86_400_000).toISOString(),
      hubspot_owner_id: dice.pick(['81200001', '81200002', '81200003']),
      ...draft.values,
    },
    dice.between(41, 90),
  );
  const primary = draft.companies[draft.primary ?? 0];
  for (const company of draft.companies) {
    tie(world, deal, company.key, company === primary ? [DEAL_TO_PRIMARY_COMPANY] : []);
  }
  for (const person of draft.people) tie(world, deal, person.key);
  plantLines(world, deal, draft);
  return deal;
}

/** Lines are linked out of order, as HubSpot lists them: the order is in hs_position_on_quote. */
function plantLines(world: World, deal: RecordKey, draft: DealDraft): void {
  const lines = draft.lines.map((line, position) => plantLine(world, draft.currency, line, position));
  for (const line of lines.reverse()) tie(world, deal, line, [DEAL_TO_LINE_ITEM]);
}

function plantLine(world: World, currency: Currency, line: LineDraft, position: number): RecordKey {
  const fromProduct: Record<string, string> =
    line.product === null
      ? {}
      : {
          hs_product_id: line.product.key.id,
          name: line.product.cast.name,
          description: line.product.cast.description,
          hs_sku: line.product.sku,
          price: priceIn(currency, line.product.cast.price),
          recurringbillingfrequency: line.product.cast.recurring,
        };
  return plant(
    world,
    '0-8',
    {
      ...fromProduct,
      quantity: line.quantity,
      hs_line_item_currency_code: currency,
      hs_position_on_quote: String(position),
      ...line.values,
    },
    40,
  );
}

function priceIn(currency: Currency, dollars: string): string {
  return text(rounded(multiply(decimal(dollars), decimal(FACTORS[currency])), currency === 'JPY' ? 0 : 2));
}
