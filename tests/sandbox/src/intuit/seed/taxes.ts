// Agencies, rates and codes of each regime.
import { type Books, insert, table } from '../books.ts';
import type { Entity } from '../state.ts';

const since = '2010-01-01T00:00:00-08:00';

function addAgency(books: Books, name: string): Entity {
  return insert(books, 'TaxAgency', {
    DisplayName: name,
    TaxTrackedOnPurchases: false,
    TaxTrackedOnSales: true,
  });
}

function addRate(books: Books, name: string, percent: number, agency: Entity): Entity {
  return insert(books, 'TaxRate', {
    Name: name,
    Description: name,
    Active: true,
    RateValue: percent,
    AgencyRef: { value: agency.Id },
    TaxReturnLineRef: { value: '1' },
    SpecialTaxType: 'NONE',
    DisplayType: 'ReadOnly',
    EffectiveTaxRate: [{ RateValue: percent, EffectiveDate: since }],
  });
}

function addCode(books: Books, name: string, description: string, rates: readonly Entity[]): Entity {
  const details = rates.map((rate, index) => ({
    TaxRateRef: { value: rate.Id, name: rate['Name'] },
    TaxTypeApplicable: 'TaxOnAmount',
    TaxOrder: index,
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

export function addCanadianTax(books: Books): void {
  const cra = addAgency(books, 'Canada Revenue Agency');
  const quebec = addAgency(books, 'Revenu Québec');
  const columbia = addAgency(books, 'Ministry of Finance of British Columbia');
  const gst = addRate(books, 'GST', 5, cra);
  addCode(books, 'HST ON', 'HST 13 %', [addRate(books, 'HST ON', 13, cra)]);
  addCode(books, 'HST NS', 'HST 14 %', [addRate(books, 'HST NS', 14, cra)]);
  addCode(books, 'GST', 'GST 5 %', [gst]);
  addCode(books, 'GST/QST QC - 9.975', 'GST 5 % and QST 9.975 %', [
    gst,
    addRate(books, 'QST', 9.975, quebec),
  ]);
  addCode(books, 'GST/PST BC', 'GST 5 % and PST 7 %', [gst, addRate(books, 'PST BC', 7, columbia)]);
  addCode(books, 'Zero-rated', 'GST 0 %', [addRate(books, 'GST zero-rated', 0, cra)]);
  addCode(books, 'Exempt', 'No tax', [addRate(books, 'GST exempt', 0, cra)]);
}
