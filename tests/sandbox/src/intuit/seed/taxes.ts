// Agencies, rates and codes of each regime.
import { type Books, insert, table } from '../books.ts';
import type { Entity } from '../state.ts';

export const since = '2010-01-01T00:00:00-08:00';

/** From one day to another; open at the end where that is left out. */
export interface Period {
  RateValue: number;
  EffectiveDate: string;
  EndDate?: string;
}

export type Applies = 'TaxOnAmountPlusTax' | 'TaxOnTax' | undefined;

export function addAgency(books: Books, name: string): Entity {
  return insert(books, 'TaxAgency', {
    DisplayName: name,
    TaxTrackedOnPurchases: false,
    TaxTrackedOnSales: true,
  });
}

export function addRate(
  books: Books,
  name: string,
  percent: number,
  agency: Entity,
  periods: readonly Period[] = [{ RateValue: percent, EffectiveDate: since }],
): Entity {
  return insert(books, 'TaxRate', {
    Name: name,
    Description: name,
    Active: true,
    RateValue: percent,
    AgencyRef: { value: agency.Id },
    TaxReturnLineRef: { value: '1' },
    SpecialTaxType: 'NONE',
    DisplayType: 'ReadOnly',
    EffectiveTaxRate: [...periods],
  });
}

export function addCode(
  books: Books,
  name: string,
  description: string,
  rates: readonly Entity[],
  applies: readonly Applies[] = [],
): Entity {
  const details = rates.map((rate, index) => ({
    TaxRateRef: { value: rate.Id, name: rate['Name'] },
    TaxTypeApplicable: applies[index] ?? 'TaxOnAmount',
    TaxOrder: index,
    ...(applies[index] ? { TaxOnTaxOrder: index - 1 } : {}),
  }));
  return insert(books, 'TaxCode', {
    Name: name,
    Description: description,
    Active: true,
    Hidden: false,
    Taxable: rates.length > 0,
    TaxGroup: true,
    SalesTaxRateList: { TaxRateDetail: details },
    PurchaseTaxRateList: { TaxRateDetail: [] },
  });
}

/** The two pseudo codes of US lines; their ids are their names. */
function addPseudoCodes(books: Books): void {
  for (const [id, taxable] of [
    ['TAX', true],
    ['NON', false],
  ] as const) {
    const code = insert(books, 'TaxCode', {
      Name: id,
      Description: id,
      Active: true,
      Hidden: false,
      Taxable: taxable,
      TaxGroup: false,
      SalesTaxRateList: { TaxRateDetail: [] },
      PurchaseTaxRateList: { TaxRateDetail: [] },
    });
    delete table(books.company, 'TaxCode')[code.Id];
    code.Id = id;
    table(books.company, 'TaxCode')[id] = code;
  }
}

const stateRates: ReadonlyArray<[string, string, number]> = [
  ['CA', 'California', 7.25],
  ['NY', 'New York', 8.875],
  ['TX', 'Texas', 8.25],
  ['WA', 'Washington', 10.35],
  ['CO', 'Colorado', 8.81],
  ['IL', 'Illinois', 10.25],
  ['FL', 'Florida', 7],
  ['MA', 'Massachusetts', 6.25],
  ['AZ', 'Arizona', 8.6],
];

/** One code per state; Oregon and Montana have none. */
export function addAutomatedTax(books: Books): void {
  addPseudoCodes(books);
  for (const [state, name, percent] of stateRates) {
    const rate = addRate(
      books,
      `${name} sales tax`,
      percent,
      addAgency(books, `${name} Department of Revenue`),
    );
    books.company.stateTaxCodes[state] = addCode(books, name, `${name} sales tax`, [rate]).Id;
  }
}

/** A company that picks the code of each form by hand, one of them with two rates. */
export function addManualTax(books: Books): void {
  addPseudoCodes(books);
  const state = addAgency(books, 'Arizona Dept. of Revenue');
  const city = addAgency(books, 'City of Tucson');
  const stateRate = addRate(books, 'AZ State tax', 5.6, state);
  const cityRate = addRate(books, 'Tucson City', 2.6, city);
  addCode(books, 'Arizona', 'State only', [stateRate]);
  addCode(books, 'Tucson', 'State and city', [stateRate, cityRate]);
  addCode(books, 'Out of state', 'No tax', [addRate(books, 'Out of state', 0, state)]);
}
