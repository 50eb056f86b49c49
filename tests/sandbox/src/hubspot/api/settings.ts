// The portal itself: account details, owners, pipelines, currencies, tax rates.
import { objectNotFound } from '../errors.ts';
import type { Owner, Pipeline, PipelineStage, TaxRate } from '../state.ts';
import {
  type Answer,
  type Call,
  numberParameter,
  type Route,
  requireScopes,
  textParameter,
  typeInPath,
} from './call.ts';

const LARGEST_OWNER_PAGE = 500;
const DEFAULT_OWNER_PAGE = 100;
/** Pipelines, owners and the like are older than anything a caller asks about. */
const MADE_AT = '2024-01-15T09:00:00.000Z';

function accountDetails(call: Call): Answer {
  const { portal } = call.state;
  return {
    status: 200,
    body: {
      portalId: portal.portalId,
      accountType: 'STANDARD',
      timeZone: portal.timeZone,
      companyCurrency: portal.companyCurrency,
      additionalCurrencies: portal.additionalCurrencies,
      utcOffset: portal.utcOffset,
      utcOffsetMilliseconds: portal.utcOffsetMilliseconds,
      uiDomain: portal.uiDomain,
      dataHostingLocation: portal.dataHostingLocation,
    },
  };
}

function shownOwner(owner: Owner): Record<string, unknown> {
  return {
    id: owner.id,
    email: owner.email,
    type: 'PERSON',
    firstName: owner.firstName,
    lastName: owner.lastName,
    ...(owner.archived ? {} : { userId: owner.userId }),
    userIdIncludingInactive: owner.userId,
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
    archived: owner.archived,
  };
}

function listOwners(call: Call): Answer {
  requireScopes(call, ['crm.objects.owners.read']);
  const limit = numberParameter(call, 'limit', DEFAULT_OWNER_PAGE, LARGEST_OWNER_PAGE);
  const archived = textParameter(call, 'archived') === 'true';
  const email = textParameter(call, 'email')?.toLowerCase();
  const after = BigInt(textParameter(call, 'after')?.match(/^\d+$/)?.[0] ?? '0');
  const rest = call.state.owners.filter(
    (owner) => owner.archived === archived && (!email || owner.email === email) && BigInt(owner.id) >= after,
  );
  const next = rest[limit];
  const paging = next === undefined ? {} : { paging: { next: { after: next.id } } };
  return { status: 200, body: { results: rest.slice(0, limit).map(shownOwner), ...paging } };
}

function readOwner(call: Call): Answer {
  requireScopes(call, ['crm.objects.owners.read']);
  const byUser = textParameter(call, 'idProperty') === 'userId';
  const archived = textParameter(call, 'archived') === 'true';
  const owner = call.state.owners.find(
    (candidate) =>
      candidate.archived === archived &&
      (byUser ? String(candidate.userId) : candidate.id) === call.params.ownerId,
  );
  if (owner === undefined) throw objectNotFound('resource not found');
  return { status: 200, body: shownOwner(owner) };
}

function shownStage(stage: PipelineStage): Record<string, unknown> {
  return {
    id: stage.id,
    label: stage.label,
    displayOrder: stage.displayOrder,
    metadata: { isClosed: String(stage.isClosed), probability: stage.probability },
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
    archived: false,
    writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
  };
}

function shownPipeline(pipeline: Pipeline): Record<string, unknown> {
  const { id, label, displayOrder, stages } = pipeline;
  return {
    id,
    label,
    displayOrder,
    stages: stages.map(shownStage),
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
    archived: false,
  };
}

function pipelinesInPath(call: Call): Pipeline[] {
  const type = typeInPath(call);
  requireScopes(call, type.readScopes);
  return call.state.pipelines[type.id] ?? [];
}

function pipelineInPath(call: Call): Pipeline {
  const pipeline = pipelinesInPath(call).find((candidate) => candidate.id === call.params.pipelineId);
  if (pipeline === undefined) throw objectNotFound(`Pipeline ${call.params.pipelineId} does not exist`);
  return pipeline;
}

function readStage(call: Call): Answer {
  const stage = pipelineInPath(call).stages.find((candidate) => candidate.id === call.params.stageId);
  if (stage === undefined) throw objectNotFound(`Stage ${call.params.stageId} does not exist`);
  return { status: 200, body: shownStage(stage) };
}

function currencyCodes(call: Call): string[] {
  requireScopes(call, ['settings.currencies.read']);
  return [call.state.portal.companyCurrency, ...call.state.portal.additionalCurrencies];
}

function listCurrencies(call: Call): Answer {
  const names = new Intl.DisplayNames(['en'], { type: 'currency' });
  const results = currencyCodes(call).map((code) => ({
    currencyCode: code,
    currencyName: names.of(code) ?? code,
  }));
  return { status: 200, body: { results } };
}

function companyCurrency(call: Call): Answer {
  return { status: 200, body: { currencyCode: currencyCodes(call)[0] } };
}

function exchangeRates(call: Call): Answer {
  currencyCodes(call);
  const results = call.state.portal.exchangeRates.map((rate) => ({
    ...rate,
    effectiveAt: MADE_AT,
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
    visibleInUI: true,
  }));
  return { status: 200, body: { results } };
}

function taxRates(call: Call): TaxRate[] {
  requireScopes(call, ['tax_rates.read']);
  return call.state.taxRates;
}

function shownTaxRate({ id, name, label, percentageRate, active }: TaxRate): Record<string, unknown> {
  return {
    id,
    name,
    label,
    percentageRate: Number(percentageRate),
    active,
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
  };
}

function readTaxRate(call: Call): Answer {
  const rate = taxRates(call).find((candidate) => candidate.id === call.params.taxRateId);
  if (rate === undefined) throw objectNotFound(`Tax rate ${call.params.taxRateId} does not exist`);
  return { status: 200, body: shownTaxRate(rate) };
}

function get(dated: string, numbered: string[], run: Route['run']): Route {
  return { method: 'GET', dated, numbered, kind: 'general', run };
}

const PIPELINES = ['/crm/pipelines/2026-09/:objectType', '/crm/v3/pipelines/:objectType'] as const;

export const settingsRoutes: Route[] = [
  get('/account-info/2026-09/details', ['/account-info/v3/details'], accountDetails),
  get('/crm/owners/2026-09', ['/crm/v3/owners', '/crm/v3/owners/'], listOwners),
  get('/crm/owners/2026-09/:ownerId', ['/crm/v3/owners/:ownerId'], readOwner),
  get(PIPELINES[0], [PIPELINES[1]], (call) => ({
    status: 200,
    body: { results: pipelinesInPath(call).map(shownPipeline) },
  })),
  get(`${PIPELINES[0]}/:pipelineId`, [`${PIPELINES[1]}/:pipelineId`], (call) => ({
    status: 200,
    body: shownPipeline(pipelineInPath(call)),
  })),
  get(`${PIPELINES[0]}/:pipelineId/stages`, [`${PIPELINES[1]}/:pipelineId/stages`], (call) => ({
    status: 200,
    body: { results: pipelineInPath(call).stages.map(shownStage) },
  })),
  get(
    `${PIPELINES[0]}/:pipelineId/stages/:stageId`,
    [`${PIPELINES[1]}/:pipelineId/stages/:stageId`],
    readStage,
  ),
  get('/settings/currencies/2026-09/codes', [], listCurrencies),
  get('/settings/currencies/2026-09/company-currency', [], companyCurrency),
  get('/settings/currencies/2026-09/exchange-rates', [], exchangeRates),
  get('/tax-rates/2026-09/tax-rates', ['/tax-rates/v1/tax-rates'], (call) => ({
    status: 200,
    body: { results: taxRates(call).map(shownTaxRate) },
  })),
  get('/tax-rates/2026-09/tax-rates/:taxRateId', ['/tax-rates/v1/tax-rates/:taxRateId'], readTaxRate),
];
