// The official client, unmodified, over associations, properties, pipelines, owners and OAuth.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landmarks } from '../../sandbox/src/hubspot/index.ts';
import { clientAt, openPortal, type Portal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const crm = () => portal.client.crm;
const spec = (associationTypeId: number) => ({
  associationCategory: 'HUBSPOT_DEFINED' as never,
  associationTypeId,
});

async function newCompany(name: string): Promise<string> {
  return (await crm().companies.basicApi.create({ properties: { name }, associations: [] })).id;
}

describe('official client: associations', () => {
  test('a labelled association replaces the labels, in both directions', async () => {
    const api = crm().associations.v4.basicApi;
    const [deal, company] = [landmarks.noCompanyDeal.id, await newCompany('Labelled')];
    await api.createDefault('deals', deal, 'companies', company);
    const made = await api.create('deals', deal, 'companies', company, [spec(5)]);
    expect(made).toMatchObject({ fromObjectTypeId: '0-3', toObjectTypeId: '0-2', labels: ['Primary'] });
    const there = await api.getPage('deals', deal, 'companies');
    expect(there.results[0]?.associationTypes.map((type) => type.typeId)).toEqual([5, 341]);
    const back = await api.getPage('companies', company, 'deals');
    expect(back.results[0]?.associationTypes.map((type) => type.typeId)).toEqual([6, 342]);
    await api.archive('deals', deal, 'companies', company);
    expect((await api.getPage('deals', deal, 'companies')).results).toHaveLength(0);
  });

  test('a second primary company takes the label from the first', async () => {
    const api = crm().associations.v4.basicApi;
    const [deal, one, two] = [landmarks.noCompanyDeal.id, await newCompany('One'), await newCompany('Two')];
    await api.create('deals', deal, 'companies', one, [spec(5)]);
    await api.create('companies', two, 'deals', deal, [spec(6)]);
    const links = (await api.getPage('deals', deal, 'companies')).results;
    const primary = links.filter((link) => link.associationTypes.some((type) => type.typeId === 5));
    expect(primary.map((link) => link.toObjectId)).toEqual([two]);
  });

  test('batches create, associate by default, read, drop labels and archive', async () => {
    const api = crm().associations.v4.batchApi;
    const company = await newCompany('Batched');
    const pair = { _from: { id: landmarks.plainDeal.id }, to: { id: company } };
    await api.createDefault('deals', 'companies', { inputs: [pair] });
    await api.create('deals', 'companies', { inputs: [{ ...pair, types: [spec(341)] }] });
    const read = await api.getPage('deals', 'companies', {
      inputs: [{ id: landmarks.plainDeal.id }, { id: landmarks.noCompanyDeal.id }],
    });
    expect(read.results[0]?.to.map((link) => link.toObjectId)).toContain(company);
    await api.archiveLabels('deals', 'companies', { inputs: [{ ...pair, types: [spec(5)] }] });
    await api.archive('deals', 'companies', { inputs: [{ _from: pair._from, to: [pair.to] }] });
    const after = await api.getPage('deals', 'companies', { inputs: [{ id: landmarks.plainDeal.id }] });
    expect(after.results[0]?.to.map((link) => link.toObjectId)).not.toContain(company);
  });
});

describe('official client: properties', () => {
  test('a group and a unique property are made, read, changed and archived', async () => {
    const { groupsApi, coreApi } = crm().properties;
    await groupsApi.create('deals', { name: 'sidebill', label: 'Sidebill', displayOrder: 3 });
    const made = await coreApi.create('deals', {
      groupName: 'sidebill',
      name: 'sidebill_link',
      label: 'Link',
      type: 'string' as never,
      fieldType: 'text' as never,
      hasUniqueValue: true,
      hidden: true,
      description: 'one',
    });
    expect(made).toMatchObject({
      hasUniqueValue: true,
      hubspotDefined: false,
      modificationMetadata: { readOnlyValue: false },
    });
    await coreApi.update('deals', 'sidebill_link', { description: 'two' });
    expect((await coreApi.getByName('deals', 'sidebill_link')).description).toBe('two');
    expect((await groupsApi.getAll('deals')).results.map((group) => group.name)).toContain('sidebill');
    await coreApi.archive('deals', 'sidebill_link');
    await expect(coreApi.getByName('deals', 'sidebill_link')).rejects.toMatchObject({ code: 404 });
    await groupsApi.archive('deals', 'sidebill');
  });

  test('batches read, create and archive definitions', async () => {
    const { batchApi, groupsApi } = crm().properties;
    await groupsApi.create('contacts', { name: 'batched', label: 'Batched' });
    const input = { groupName: 'batched', label: 'X', type: 'number' as never, fieldType: 'number' as never };
    const created = await batchApi.create('contacts', {
      inputs: ['x_one', 'x_two'].map((name) => ({ ...input, name })),
    });
    expect(created.results).toHaveLength(2);
    const read = await batchApi.read('contacts', {
      archived: false,
      inputs: [{ name: 'email' }, { name: 'x_one' }],
    });
    expect(read.results.map((property) => property.name)).toEqual(['email', 'x_one']);
    await batchApi.archive('contacts', { inputs: [{ name: 'x_one' }, { name: 'x_two' }] });
    const all = (await crm().properties.coreApi.getAll('contacts')).results.map((property) => property.name);
    expect(all).not.toContain('x_one');
  });
});

describe('official client: settings', () => {
  test('pipelines tell won and lost by the metadata of their stages', async () => {
    const { results } = await crm().pipelines.pipelinesApi.getAll('deals');
    const won = results
      .flatMap((pipeline) => pipeline.stages)
      .filter((stage) => stage.metadata?.probability === '1.0');
    expect(won.map((stage) => stage.id)).toEqual(['closedwon', '998877002']);
    const stages = await crm().pipelines.pipelineStagesApi.getAll('deals', 'default');
    expect(stages.results).toHaveLength(7);
  });

  test('owners are listed and read; archived ones only when asked for', async () => {
    const { results } = await crm().owners.ownersApi.getPage();
    expect(results).toHaveLength(3);
    const [first] = results;
    expect((await crm().owners.ownersApi.getById(Number(first!.id))).email).toBe(first!.email);
    expect((await crm().owners.ownersApi.getPage(undefined, undefined, 10, true)).results).toHaveLength(1);
  });
});

describe('official client: OAuth', () => {
  async function consent(): Promise<string> {
    const { clientId, redirectUri } = portal.credentials.hubspotOauth;
    const form = {
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: 'oauth crm.objects.deals.read',
      state: 's1',
      decision: 'connect',
    };
    const answer = await portal.sandbox.fetch('https://app.hubspot.com/oauth/authorize/decision', {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    const target = new URL(answer.headers.get('location') ?? '');
    expect(target.searchParams.get('state')).toBe('s1');
    return target.searchParams.get('code') ?? '';
  }

  test('a code becomes tokens, the refresh token rotates, and a used one is refused', async () => {
    const { clientId, clientSecret, redirectUri } = portal.credentials.hubspotOauth;
    const api = portal.client.oauth.tokensApi;
    const first = await api.create(
      'authorization_code',
      await consent(),
      redirectUri,
      clientId,
      clientSecret,
    );
    expect(first).toMatchObject({ tokenType: 'bearer', expiresIn: 1800 });
    const second = await api.create(
      'refresh_token',
      undefined,
      undefined,
      clientId,
      clientSecret,
      first.refreshToken,
    );
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await expect(
      api.create('refresh_token', undefined, undefined, clientId, clientSecret, first.refreshToken),
    ).rejects.toMatchObject({ code: 400 });
    const info = await portal.client.oauth.accessTokensApi.get(second.accessToken ?? '');
    expect(info).toMatchObject({
      hubId: Number(portal.credentials.portalId),
      scopes: ['oauth', 'crm.objects.deals.read'],
    });
    const refreshInfo = await portal.client.oauth.refreshTokensApi.get(second.refreshToken ?? '');
    expect(refreshInfo.clientId).toBe(clientId);
    await portal.client.oauth.refreshTokensApi.archive(second.refreshToken ?? '');
    await expect(portal.client.oauth.accessTokensApi.get(second.accessToken ?? '')).rejects.toMatchObject({
      code: 404,
    });
  });

  test('an OAuth token opens exactly what was consented to', async () => {
    const { clientId, clientSecret, redirectUri } = portal.credentials.hubspotOauth;
    const tokens = await portal.client.oauth.tokensApi.create(
      'authorization_code',
      await consent(),
      redirectUri,
      clientId,
      clientSecret,
    );
    const read = await portal.call(
      'GET',
      `/crm/v3/objects/deals/${landmarks.plainDeal.id}`,
      undefined,
      tokens.accessToken,
    );
    const refused = await portal.call('GET', '/crm/v3/objects/contacts', undefined, tokens.accessToken);
    expect([read.status, refused.status]).toEqual([200, 403]);
  });

  test('a token past its half hour is refused as expired', async () => {
    const { clientId, clientSecret, redirectUri } = portal.credentials.hubspotOauth;
    const tokens = await portal.client.oauth.tokensApi.create(
      'authorization_code',
      await consent(),
      redirectUri,
      clientId,
      clientSecret,
    );
    portal.sandbox.world.advance(1_800_001);
    const answer = await portal.call('GET', '/crm/v3/objects/deals', undefined, tokens.accessToken);
    expect(answer).toMatchObject({ status: 401, body: { category: 'EXPIRED_AUTHENTICATION' } });
  });
});

test('official client: a key without the scope is refused with the scope named', async () => {
  const addresses = await portal.sandbox.listen();
  const narrow = clientAt(addresses.hubspotApi, addresses.caFile, portal.credentials.narrowKey);
  await expect(narrow.crm.commerce.invoices.basicApi.getPage()).rejects.toMatchObject({
    code: 403,
    body: {
      category: 'MISSING_SCOPES',
      errors: [{ context: { requiredGranularScopes: ['crm.objects.invoices.read'] } }],
    },
  });
});
