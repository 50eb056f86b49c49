// Codes and rates of companies outside the US, as QuickBooks sets them up there.
import type { Books } from '../books.ts';
import type { Entity } from '../state.ts';
import { type Applies, addAgency, addCode, addRate, type Period, since } from './taxes.ts';

export type Country = 'CA' | 'GB' | 'AU' | 'FR' | 'IN' | 'RO' | 'SE' | 'BR';

interface RatePlan {
  name: string;
  percent: number;
  agency: string;
  periods?: Period[];
}

interface CodePlan {
  name: string;
  description: string;
  rates: readonly string[];
  applies?: readonly Applies[];
}

interface TaxPlan {
  rates: readonly RatePlan[];
  codes: readonly CodePlan[];
}

/** Codes of a single rate each, under the rate's own name. */
function singles(agency: string, rates: readonly [name: string, percent: number][]): TaxPlan {
  return {
    rates: rates.map(([name, percent]) => ({ name, percent, agency })),
    codes: rates.map(([name, percent]) => ({ name, description: `${name} (${percent} %)`, rates: [name] })),
  };
}

const cra = 'Canada Revenue Agency';

const canada: TaxPlan = {
  rates: [
    { name: 'GST', percent: 5, agency: cra },
    { name: 'HST ON', percent: 13, agency: cra },
    { name: 'HST NS', percent: 14, agency: cra },
    { name: 'QST', percent: 9.975, agency: 'Revenu Québec' },
    { name: 'PST BC', percent: 7, agency: 'Ministry of Finance of British Columbia' },
    { name: 'GST zero-rated', percent: 0, agency: cra },
    { name: 'GST exempt', percent: 0, agency: cra },
  ],
  codes: [
    { name: 'HST ON', description: 'HST 13 %', rates: ['HST ON'] },
    { name: 'HST NS', description: 'HST 14 %', rates: ['HST NS'] },
    { name: 'GST', description: 'GST 5 %', rates: ['GST'] },
    { name: 'GST/QST QC - 9.975', description: 'GST 5 % and QST 9.975 %', rates: ['GST', 'QST'] },
    { name: 'GST/PST BC', description: 'GST 5 % and PST 7 %', rates: ['GST', 'PST BC'] },
    { name: 'Zero-rated', description: 'GST 0 %', rates: ['GST zero-rated'] },
    { name: 'Exempt', description: 'No tax', rates: ['GST exempt'] },
  ],
};

const cbic = 'Central Board of Indirect Taxes and Customs';

/** Within a state central and state tax, between states one for both. */
const india: TaxPlan = {
  rates: [
    { name: 'CGST 9%', percent: 9, agency: cbic },
    { name: 'SGST 9%', percent: 9, agency: 'State' },
    { name: 'CGST 2.5%', percent: 2.5, agency: cbic },
    { name: 'SGST 2.5%', percent: 2.5, agency: 'State' },
    { name: 'IGST 18%', percent: 18, agency: cbic },
    { name: 'IGST 0%', percent: 0, agency: cbic },
  ],
  codes: [
    { name: '18.0% GST', description: 'Within the state', rates: ['CGST 9%', 'SGST 9%'] },
    { name: '5.0% GST', description: 'Within the state', rates: ['CGST 2.5%', 'SGST 2.5%'] },
    { name: '18.0% IGST', description: 'Between states', rates: ['IGST 18%'] },
    { name: '0% IGST', description: 'Exports', rates: ['IGST 0%'] },
  ],
};

/** The standard rate rose in August 2025: which one counts is a matter of the day. */
const romania: TaxPlan = {
  rates: [
    {
      name: 'TVA standard',
      percent: 21,
      agency: 'ANAF',
      periods: [
        { RateValue: 19, EffectiveDate: '2017-01-01T00:00:00+02:00', EndDate: '2025-07-31T00:00:00+03:00' },
        { RateValue: 21, EffectiveDate: '2025-08-01T00:00:00+03:00' },
      ],
    },
    { name: 'TVA redusa', percent: 11, agency: 'ANAF' },
    { name: 'TVA taxare inversa', percent: 0, agency: 'ANAF' },
  ],
  codes: [
    { name: 'TVA standard', description: 'Standard', rates: ['TVA standard'] },
    { name: 'TVA redusa', description: 'Redusa', rates: ['TVA redusa'] },
    { name: 'Taxare inversa', description: 'Reverse charge', rates: ['TVA taxare inversa'] },
  ],
};

/** Rates with four decimals, and one that is taken on the price with the other. */
const brazil: TaxPlan = {
  rates: [
    { name: 'ISS', percent: 4.6375, agency: 'Município' },
    { name: 'PIS', percent: 1.6525, agency: 'Receita Federal' },
    { name: 'COFINS', percent: 7.6125, agency: 'Receita Federal' },
    { name: 'Sobretaxa', percent: 2.5, agency: 'Receita Federal' },
    { name: 'Isento', percent: 0, agency: 'Município' },
  ],
  codes: [
    { name: 'Serviços', description: 'ISS, PIS e COFINS', rates: ['ISS', 'PIS', 'COFINS'] },
    {
      name: 'Serviços com PIS sobre ISS',
      description: 'PIS sobre o preço com ISS',
      rates: ['ISS', 'PIS'],
      applies: [undefined, 'TaxOnAmountPlusTax'],
    },
    {
      name: 'Sobretaxa',
      description: 'Sobretaxa sobre ISS',
      rates: ['ISS', 'Sobretaxa'],
      applies: [undefined, 'TaxOnTax'],
    },
    { name: 'Isento', description: 'Sem imposto', rates: ['Isento'] },
  ],
};

const plans: Readonly<Record<Country, TaxPlan>> = {
  CA: canada,
  GB: singles('HM Revenue & Customs', [
    ['20.0% S', 20],
    ['5.0% R', 5],
    ['0.0% Z', 0],
    ['Exempt', 0],
    ['20.0% RC SG', 0],
  ]),
  AU: singles('Australian Taxation Office', [
    ['GST', 10],
    ['GST free', 0],
    ['Out of scope', 0],
  ]),
  FR: singles('Direction générale des Finances publiques', [
    ['TVA 20 %', 20],
    ['TVA 10 %', 10],
    ['TVA 5,5 %', 5.5],
    ['TVA 2,1 %', 2.1],
    ['Autoliquidation', 0],
  ]),
  IN: india,
  RO: romania,
  SE: singles('Skatteverket', [
    ['Moms 25 %', 25],
    ['Moms 12 %', 12],
    ['Moms 6 %', 6],
    ['Momsfri', 0],
  ]),
  BR: brazil,
};

export function addCountryTax(books: Books, country: Country): void {
  const plan = plans[country];
  const agencies = new Map<string, Entity>();
  const rates = new Map<string, Entity>();
  for (const { name, percent, agency, periods } of plan.rates) {
    const known = agencies.get(agency) ?? addAgency(books, agency);
    agencies.set(agency, known);
    const days = periods ?? [{ RateValue: percent, EffectiveDate: since }];
    rates.set(name, addRate(books, name, percent, known, days));
  }
  for (const { name, description, rates: names, applies } of plan.codes) {
    const taken = names.flatMap((one) => rates.get(one) ?? []);
    addCode(books, name, description, taken, applies ?? []);
  }
}
