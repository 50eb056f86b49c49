// An empty company with its settings, accounts, terms and payment methods.

import type { World } from '../../world.ts';
import { type Books, type Fields, timestamp } from '../books.ts';
import { currencyRef } from '../entities/common.ts';
import { kindOfPath } from '../entities/index.ts';
import type { Company, Entity, TaxRegime } from '../state.ts';
import { write } from '../writes.ts';
import type { Country } from './country-taxes.ts';

export interface CompanyPlan {
  realmId: string;
  name: string;
  regime: TaxRegime;
  /** ISO 3166 alpha-2. */
  country: 'US' | Country;
  homeCurrency: string;
  foreignCurrencies: Array<{ code: string; rate: number }>;
  customTxnNumbers: boolean;
  address: Fields;
}

/** In addresses QuickBooks writes countries with three letters. */
const addressCountries = {
  US: 'USA',
  CA: 'CAN',
  GB: 'GBR',
  AU: 'AUS',
  FR: 'FRA',
  IN: 'IND',
  RO: 'ROU',
  SE: 'SWE',
  BR: 'BRA',
} as const;

const dayMs = 86_400_000;

export function createCompany(world: World, plan: CompanyPlan): Books {
  const utcOffset = '-08:00';
  const born = timestamp(world.now() - 900 * dayMs, utcOffset);
  const envelope = {
    domain: 'QBO',
    sparse: false,
    Id: '1',
    SyncToken: '4',
    MetaData: { CreateTime: born, LastUpdatedTime: born },
  };
  const company: Company = {
    realmId: plan.realmId,
    regime: plan.regime,
    utcOffset,
    info: { ...envelope, ...companyInfo(plan, born) },
    preferences: { ...envelope, ...preferences(plan) },
    tables: {},
    tombstones: [],
    answers: {},
    stateTaxCodes: {},
    defaultItemId: '',
    warnsOfDuplicateNumbers: plan.customTxnNumbers,
    nextId: 0,
    nextDocNumber: 1000,
    calls: {},
    mails: { day: '', count: 0 },
  };
  world.state.intuit.companies[plan.realmId] = company;
  const books = { world, company };
  addCurrencies(books, plan);
  addLists(books);
  return books;
}

function companyInfo(plan: CompanyPlan, born: string): Fields {
  return {
    CompanyName: plan.name,
    LegalName: plan.name,
    CompanyAddr: { Id: '1', ...plan.address, Country: addressCountries[plan.country] },
    CustomerCommunicationAddr: { Id: '1', ...plan.address },
    LegalAddr: { Id: '1', ...plan.address },
    CustomerCommunicationEmailAddr: { Address: 'billing@sidebill.test' },
    PrimaryPhone: { FreeFormNumber: '(650) 555-0100' },
    CompanyStartDate: born.slice(0, 10),
    FiscalYearStartMonth: 'January',
    Country: plan.country,
    Email: { Address: 'billing@sidebill.test' },
    WebAddr: {},
    SupportedLanguages: 'en',
    NameValue: [
      { Name: 'NeoEnabled', Value: 'true' },
      { Name: 'IndustryType', Value: 'Wholesale' },
      { Name: 'CompanyType', Value: 'Corporation' },
      { Name: 'SubscriptionStatus', Value: 'PAID' },
      { Name: 'OfferingSku', Value: 'QuickBooks Online Plus' },
      { Name: 'ItemCategoriesFeature', Value: 'true' },
    ],
  };
}

function preferences(plan: CompanyPlan): Fields {
  const usTax = plan.regime === 'us-automated' ? { PartnerTaxEnabled: true } : {};
  return {
    AccountingInfoPrefs: {
      FirstMonthOfFiscalYear: 'January',
      UseAccountNumbers: false,
      TaxYearMonth: 'January',
      ClassTrackingPerTxn: false,
      ClassTrackingPerTxnLine: false,
      TrackDepartments: false,
      CustomerTerminology: 'Customers',
    },
    ProductAndServicesPrefs: {
      ForSales: true,
      ForPurchase: true,
      QuantityWithPriceAndRate: true,
      QuantityOnHand: true,
    },
    SalesFormsPrefs: {
      CustomField: [
        {
          CustomField: [1, 2, 3].map((digit) => ({
            Name: `SalesFormsPrefs.UseSalesCustom${digit}`,
            Type: 'BooleanType',
            BooleanValue: digit < 3,
          })),
        },
        {
          CustomField: [
            { Name: 'SalesFormsPrefs.SalesCustomName1', Type: 'StringType', StringValue: 'Crew #' },
            { Name: 'SalesFormsPrefs.SalesCustomName2', Type: 'StringType', StringValue: 'Deal' },
          ],
        },
      ],
      CustomTxnNumbers: plan.customTxnNumbers,
      EmailCopyToCompany: false,
      AllowDeposit: true,
      AllowDiscount: true,
      DefaultDiscountAccount: '',
      AllowEstimates: true,
      AllowServiceDate: true,
      AllowShipping: false,
      AutoApplyCredit: false,
      AutoApplyPayments: false,
      ETransactionEnabledStatus: 'NotApplicable',
      ETransactionPaymentEnabled: false,
      ETransactionAttachPDF: false,
      IPNSupportEnabled: false,
      DefaultTerms: { value: '' },
      DefaultCustomerMessage: 'Thank you for your business!',
    },
    EmailMessagesPrefs: {
      InvoiceMessage: { Subject: `Invoice from ${plan.name}`, Message: 'Your invoice is attached.' },
    },
    VendorAndPurchasesPrefs: { BillableExpenseTracking: true, TrackingByCustomer: true },
    TimeTrackingPrefs: {
      UseServices: true,
      BillCustomers: true,
      ShowBillRateToAll: false,
      WorkWeekStartDate: 'Monday',
      MarkTimeEntriesBillable: true,
    },
    TaxPrefs: { UsingSalesTax: true, ...usTax },
    CurrencyPrefs: {
      MultiCurrencyEnabled: plan.foreignCurrencies.length > 0,
      HomeCurrency: { value: plan.homeCurrency },
    },
    ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
    OtherPrefs: {
      NameValue: [
        { Name: 'SalesFormsPrefs.DefaultItem', Value: '1' },
        { Name: 'DTXCopyMemo', Value: 'false' },
      ],
    },
  };
}

/** Makes an entity through the same rules as the API. */
export function make(books: Books, path: string, fields: Fields): Entity {
  return write(books, kindOfPath(path), 'create', fields, { include: new Set() }) as Entity;
}

function addCurrencies(books: Books, plan: CompanyPlan): void {
  for (const { code, rate } of plan.foreignCurrencies) {
    make(books, 'companycurrency', { Code: code, Name: currencyRef(code).name });
    const yearAgo = new Date(books.world.now() - 365 * dayMs).toISOString().slice(0, 10);
    make(books, 'exchangerate', { SourceCurrencyCode: code, Rate: rate, AsOfDate: yearAgo });
  }
}

const accounts: ReadonlyArray<[string, string, string]> = [
  ['Services', 'Income', 'ServiceFeeIncome'],
  ['Sales of Product Income', 'Income', 'SalesOfProductIncome'],
  ['Design income', 'Income', 'ServiceFeeIncome'],
  ['Discounts given', 'Income', 'DiscountsRefundsGiven'],
  ['Checking', 'Bank', 'Checking'],
  ['Savings', 'Bank', 'Savings'],
  ['Accounts Receivable (A/R)', 'Accounts Receivable', 'AccountsReceivable'],
  ['Undeposited Funds', 'Other Current Asset', 'UndepositedFunds'],
  ['Inventory Asset', 'Other Current Asset', 'Inventory'],
  ['Cost of Goods Sold', 'Cost of Goods Sold', 'SuppliesMaterialsCogs'],
  ['Accounts Payable (A/P)', 'Accounts Payable', 'AccountsPayable'],
  ['Sales Tax Payable', 'Other Current Liability', 'SalesTaxPayable'],
  ['Corporate Card', 'Credit Card', 'CreditCard'],
  ['Office Expenses', 'Expense', 'OfficeGeneralAdministrativeExpenses'],
  ['Opening Balance Equity', 'Equity', 'OpeningBalanceEquity'],
];

function addLists(books: Books): void {
  const { company } = books;
  for (const [Name, AccountType, AccountSubType] of accounts)
    make(books, 'account', { Name, AccountType, AccountSubType });
  for (const [Name, DueDays] of [
    ['Due on receipt', 0],
    ['Net 15', 15],
    ['Net 30', 30],
    ['Net 60', 60],
  ] as const) {
    make(books, 'term', { Name, DueDays });
  }
  make(books, 'term', { Name: '15th of the month', DayOfMonthDue: 15, DueNextMonthDays: 10 });
  make(books, 'term', { Name: 'End of month', DayOfMonthDue: 31, DueNextMonthDays: 5 });
  for (const Name of ['Cash', 'Check', 'ACH', 'Wire transfer']) make(books, 'paymentmethod', { Name });
  make(books, 'paymentmethod', { Name: 'Visa', Type: 'CREDIT_CARD' });
  for (const Name of ['Wholesale', 'Retail']) make(books, 'class', { Name });
  for (const Name of ['Main office', 'Warehouse']) make(books, 'department', { Name });
  const sales = company.preferences['SalesFormsPrefs'] as Fields;
  sales['DefaultDiscountAccount'] = accountId(company, 'Discounts given');
  sales['DefaultTerms'] = {
    value: Object.values(company.tables['Term']!).find((term) => term['Name'] === 'Net 30')!.Id,
  };
}

export function accountId(company: Company, accountName: string): string {
  return Object.values(company.tables['Account']!).find((account) => account['Name'] === accountName)!.Id;
}
