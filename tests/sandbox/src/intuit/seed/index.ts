// The books the sandbox begins with: two US companies and a Canadian one, and the apps that may use them.
import { createCast } from '../../data/cast.ts';
import { createDice } from '../../random.ts';
import type { World } from '../../world.ts';
import { brokerClientId, brokerRedirectUri } from '../broker/service.ts';
import { createGrant, issueAccessToken } from '../oauth/grants.ts';
import { type CompanyPlan, createCompany } from './company.ts';
import { addCountryTax, type Country } from './country-taxes.ts';
import { addItems } from './items.ts';
import { addNames } from './names.ts';
import { addAutomatedTax, addManualTax } from './taxes.ts';
import { addTransactions } from './transactions.ts';

export const realmIds = {
  automated: '9341453172058501',
  manual: '9341453172058502',
  canada: '4620816365213903',
} as const;

const plans: readonly CompanyPlan[] = [
  {
    realmId: realmIds.automated,
    name: 'Harborline Supply Co.',
    regime: 'us-automated',
    country: 'US',
    homeCurrency: 'USD',
    foreignCurrencies: [],
    customTxnNumbers: false,
    address: {
      Line1: '2500 Garcia Ave',
      City: 'Mountain View',
      CountrySubDivisionCode: 'CA',
      PostalCode: '94043',
    },
  },
  {
    realmId: realmIds.manual,
    name: 'Prairie Field Services',
    regime: 'us-manual',
    country: 'US',
    homeCurrency: 'USD',
    foreignCurrencies: [],
    customTxnNumbers: true,
    address: { Line1: '18 Congress St', City: 'Tucson', CountrySubDivisionCode: 'AZ', PostalCode: '85701' },
  },
  {
    realmId: realmIds.canada,
    name: 'Maple & Main Ltd.',
    regime: 'by-line',
    country: 'CA',
    homeCurrency: 'CAD',
    foreignCurrencies: [
      { code: 'USD', rate: 1.38 },
      { code: 'EUR', rate: 1.52 },
      { code: 'JPY', rate: 0.0094 },
    ],
    customTxnNumbers: false,
    address: { Line1: '123 Sussex Dr', City: 'Ottawa', CountrySubDivisionCode: 'ON', PostalCode: 'K1A 0A1' },
  },
];

const abroad: Readonly<Record<Exclude<Country, 'CA'>, [name: string, currency: string, city: string]>> = {
  GB: ['Thames & Tide Ltd', 'GBP', 'London'],
  AU: ['Billabong Supply Pty Ltd', 'AUD', 'Melbourne'],
  FR: ['Atelier des Quais SARL', 'EUR', 'Lyon'],
  IN: ['Monsoon Traders Pvt Ltd', 'INR', 'Pune'],
  RO: ['Carpat Servicii SRL', 'RON', 'Cluj-Napoca'],
  SE: ['Norrsken Handel AB', 'SEK', 'Umeå'],
  BR: ['Serviços do Porto Ltda', 'BRL', 'Santos'],
};

/** One more company that the apps may use, in a country beside those the books begin with. */
export function addCompanyAbroad(world: World, country: Exclude<Country, 'CA'>): CompanyPlan {
  const [name, homeCurrency, City] = abroad[country];
  const plan: CompanyPlan = {
    realmId: `46208163652200${Object.keys(abroad).indexOf(country) + 10}`,
    name,
    regime: 'by-line',
    country,
    homeCurrency,
    foreignCurrencies: [],
    customTxnNumbers: false,
    address: { Line1: '1 Main Street', City, PostalCode: '10000' },
  };
  fillCompany(world, plan);
  connect(world, plan);
  return plan;
}

export function intuitSeed(world: World): void {
  addApps(world);
  for (const plan of plans) fillCompany(world, plan);
  for (const plan of plans) connect(world, plan);
  world.state.intuit.broker.adminKey = `sba_${world.token(40)}`;
  world.state.intuit.broker.reps.push({
    id: 'rep-1',
    key: `sbk_${world.token(40)}`,
    name: 'Rita Rep',
    realmIds: plans.map((plan) => plan.realmId),
    revoked: false,
  });
}

function addApps(world: World): void {
  const redirectUris = ['https://localhost/oauth/callback', 'http://localhost:8000/callback'];
  world.state.intuit.apps = [
    {
      name: 'Sidebill',
      clientId: 'ABsandboxOwnKeysClient000000000000000000000000001',
      clientSecret: world.token(40),
      redirectUris,
    },
    {
      name: 'Sidebill team broker',
      clientId: brokerClientId,
      clientSecret: world.token(40),
      redirectUris: [brokerRedirectUri],
    },
  ];
}

function fillCompany(world: World, plan: CompanyPlan): void {
  const { seed } = world.state;
  const cast = createCast(seed);
  const dice = createDice(seed ^ Number(plan.realmId.slice(-6)));
  const books = createCompany(world, plan);
  const main = plan.regime === 'us-automated';
  const latin1Only = plan.country === 'US';
  if (main) addAutomatedTax(books);
  else if (plan.regime === 'us-manual') addManualTax(books);
  else if (plan.country !== 'US') addCountryTax(books, plan.country);
  const currencies = [plan.homeCurrency, ...plan.foreignCurrencies.map((currency) => currency.code)];
  addNames(books, cast, dice, {
    customers: main ? 400 : 70,
    share: main ? 0.7 : 0.25,
    currencies,
    latin1Only,
  });
  addItems(books, cast, dice, { items: main ? 150 : 60, latin1Only, taxable: latin1Only });
  addTransactions(books, dice, {
    invoices: main ? 120 : 24,
    numberPrefix: plan.customTxnNumbers ? 'PF-' : null,
  });
}

/** Tokens for outside clients, and the broker's connection; both as if an admin had consented a while ago. */
function connect(world: World, plan: CompanyPlan): void {
  const [own, broker] = world.state.intuit.apps;
  const scopes = ['com.intuit.quickbooks.accounting'];
  issueAccessToken(world, createGrant(world, own!, plan.realmId, [...scopes, 'openid']));
  const grant = createGrant(world, broker!, plan.realmId, scopes);
  world.state.intuit.broker.connections[plan.realmId] = {
    refreshToken: grant.refreshToken,
    accessToken: '',
    expiresAtMs: 0,
    name: plan.name,
  };
}
