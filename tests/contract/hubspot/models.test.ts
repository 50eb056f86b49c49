// Answers of the numbered paths, field by field against the official client's models; and which of its paths exist.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { clientEndpoints, deviations, referencePresent } from './models.ts';
import { association, openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

interface Row {
  method: string;
  path: string;
  body?: unknown;
  api: string;
  model: string;
}

const deal = landmarks.plainDeal.id;
const spec = (associationTypeId: number) => ({ associationCategory: 'HUBSPOT_DEFINED', associationTypeId });
const search = { filterGroups: [], sorts: [], after: '', limit: 3, properties: ['dealname'] };

const ROWS: Row[] = [
  {
    method: 'GET',
    path: '/crm/v3/objects/deals?limit=3&associations=companies',
    api: 'crm/objects',
    model: 'CollectionResponseSimplePublicObjectWithAssociationsForwardPaging',
  },
  {
    method: 'GET',
    path: `/crm/v3/objects/0-3/${deal}?propertiesWithHistory=dealname&associations=line_items,contacts`,
    api: 'crm/objects',
    model: 'SimplePublicObjectWithAssociations',
  },
  {
    method: 'POST',
    path: '/crm/v3/objects/notes',
    body: {
      properties: { hs_note_body: 'x', hs_timestamp: '1795000000000' },
      associations: [association(deal, 214)],
    },
    api: 'crm/objects',
    model: 'SimplePublicObject',
  },
  {
    method: 'PATCH',
    path: `/crm/v3/objects/deals/${deal}`,
    body: { properties: { description: 'x' } },
    api: 'crm/objects',
    model: 'SimplePublicObject',
  },
  {
    method: 'POST',
    path: '/crm/v3/objects/deals/search',
    body: search,
    api: 'crm/objects',
    model: 'CollectionResponseWithTotalSimplePublicObjectForwardPaging',
  },
  {
    method: 'POST',
    path: '/crm/v3/objects/deals/batch/read',
    body: { inputs: [{ id: deal }], properties: [], propertiesWithHistory: [] },
    api: 'crm/objects',
    model: 'BatchResponseSimplePublicObject',
  },
  {
    method: 'POST',
    path: '/crm/v3/objects/deals/batch/read',
    body: { inputs: [{ id: deal }, { id: '1' }], properties: [], propertiesWithHistory: [] },
    api: 'crm/objects',
    model: 'BatchResponseSimplePublicObjectWithErrors',
  },
  {
    method: 'POST',
    path: '/crm/v3/objects/contacts/batch/upsert',
    body: {
      inputs: [{ id: 'm@models.example', idProperty: 'email', properties: {}, objectWriteTraceId: 't1' }],
    },
    api: 'crm/objects',
    model: 'BatchResponseSimplePublicUpsertObject',
  },
  {
    method: 'GET',
    path: `/crm/v4/objects/deals/${deal}/associations/companies`,
    api: 'crm/associations/v4',
    model: 'CollectionResponseMultiAssociatedObjectWithLabelForwardPaging',
  },
  {
    method: 'POST',
    path: '/crm/v4/associations/deals/line_items/batch/read',
    body: { inputs: [{ id: deal }] },
    api: 'crm/associations/v4',
    model: 'BatchResponsePublicAssociationMultiWithLabel',
  },
  {
    method: 'POST',
    path: '/crm/v4/associations/deals/contacts/batch/read',
    body: { inputs: [{ id: landmarks.noContactDeal.id }] },
    api: 'crm/associations/v4',
    model: 'BatchResponsePublicAssociationMultiWithLabelWithErrors',
  },
  {
    method: 'POST',
    path: '/crm/v4/associations/deals/contacts/batch/create',
    body: { inputs: [{ from: { id: deal }, to: { id: '101' }, types: [spec(3)] }] },
    api: 'crm/associations/v4',
    model: 'BatchResponseLabelsBetweenObjectPair',
  },
  {
    method: 'PUT',
    path: `/crm/v4/objects/deals/${deal}/associations/contacts/101`,
    body: [spec(3)],
    api: 'crm/associations/v4',
    model: 'LabelsBetweenObjectPair',
  },
  {
    method: 'PUT',
    path: `/crm/v4/objects/deals/${deal}/associations/default/contacts/101`,
    api: 'crm/associations/v4',
    model: 'BatchResponsePublicDefaultAssociation',
  },
  {
    method: 'GET',
    path: '/crm/v3/properties/invoices',
    api: 'crm/properties',
    model: 'CollectionResponsePropertyNoPaging',
  },
  {
    method: 'GET',
    path: '/crm/v3/properties/invoices/hs_balance_due',
    api: 'crm/properties',
    model: 'Property',
  },
  {
    method: 'GET',
    path: '/crm/v3/properties/deals/groups',
    api: 'crm/properties',
    model: 'CollectionResponsePropertyGroupNoPaging',
  },
  {
    method: 'GET',
    path: '/crm/v3/pipelines/deals',
    api: 'crm/pipelines',
    model: 'CollectionResponsePipelineNoPaging',
  },
  {
    method: 'GET',
    path: '/crm/v3/pipelines/deals/default/stages/closedwon',
    api: 'crm/pipelines',
    model: 'PipelineStage',
  },
  {
    method: 'GET',
    path: '/crm/v3/owners/?limit=2',
    api: 'crm/owners',
    model: 'CollectionResponsePublicOwnerForwardPaging',
  },
  { method: 'GET', path: '/crm/v3/objects/deals/1', api: 'crm/objects', model: 'ModelError' },
  {
    method: 'POST',
    path: '/crm/v3/objects/deals',
    body: { properties: { nothing: '1' } },
    api: 'crm/objects',
    model: 'ModelError',
  },
];

/** Operations of the client's modules below that the sandbox leaves out, because the product never calls them. */
const LEFT_OUT = [
  /^(PUT|POST|PATCH|DELETE) \/crm\/v3\/pipelines\//,
  /\/audit$/,
  /\/merge$/,
  /\/gdpr-delete$/,
  /\/crm\/v3\/associations\//,
  /\/definitions\/configurations\//,
  /\/usage\//,
  /^(POST|PUT|DELETE) \/crm\/v4\/associations\/\{fromObjectType\}\/\{toObjectType\}\/labels/,
];
const OFFERED_MODULES =
  /^(crm\/(associations|commerce\/invoices|companies|contacts|deals|line_items|objects|objects\/notes|objects\/taxes|owners|pipelines|products|properties|quotes)|oauth)$/;

describe.runIf(referencePresent)('official models', () => {
  test.each(ROWS)('$method $path answers as $model', async ({ method, path, body, api, model }) => {
    const answer = await portal.call(method, path, body);
    expect(answer.body).toBeDefined();
    expect(deviations(api, model, answer.body)).toEqual([]);
  });

  test('every operation of the client is offered or named as left out', async () => {
    const offered = clientEndpoints()
      .filter(({ api }) => OFFERED_MODULES.test(api))
      .filter(({ method, path }) => !LEFT_OUT.some((pattern) => pattern.test(`${method} ${path}`)));
    expect(offered.length).toBeGreaterThan(100);
    const api = portal.sandbox.services.get('hubspotApi');
    const unknown = offered.filter(
      ({ method, path }) => !api?.findRoute({ method: method as 'GET', url: fastifyPath(path) }),
    );
    expect(unknown).toEqual([]);
  });
});

/** The route pattern behind an operation: object names and parameters stand for themselves in one generic route. */
function fastifyPath(path: string): string {
  const generic = path
    .replace(/^(\/crm\/v3\/objects)\/[^/]+/, '$1/:objectType')
    .replace(/^(\/crm\/v3\/objects\/:objectType)\/\{[^}]+\}$/, '$1/:objectId')
    .replace(/^\/crm\/v4\/objects\/\{[^}]+\}\/\{[^}]+\}/, '/crm/v4/objects/:fromType/:fromId')
    .replace(/^\/crm\/v4\/associations\/\{[^}]+\}\/\{[^}]+\}/, '/crm/v4/associations/:fromType/:toType')
    .replace(/\{toObjectType\}/, ':toType')
    .replace(/\{toObjectId\}/, ':toId')
    .replace(/\{(propertyName|groupName)\}/, ':name');
  return generic.replace(/\{([^}]+)\}/g, ':$1');
}
