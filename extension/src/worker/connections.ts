// Connecting, testing and disconnecting HubSpot and QuickBooks companies.
import type { ConnectCompanyReport, ConnectPortalReport, Core, Issue } from '@sidebill/core';
import type { CommandAnswer, Commands } from '@sidebill/web/commands.ts';
import type { Browser } from '../browser.ts';
import type { Driver } from '../driver/driver.ts';
import type { RunAccounts } from '../driver/identity.ts';
import type { Store } from '../store/open.ts';
import type { CompanyRow } from '../store/schema.ts';
import type { AccessTokens } from '../tokens/access.ts';
import { brokerOrigin, brokerRealms } from '../tokens/broker.ts';
import {
  type BrokerCredential,
  type Credential,
  credentialName,
  isPending,
  type KeysCredential,
  pending,
  pendingAccount,
} from '../tokens/credential.ts';
import { askConsent, exchangeCode, revoke } from '../tokens/intuit.ts';
import type { Vault } from '../tokens/vault.ts';
import type { Http } from '../transport/http.ts';
import { problem } from './issues.ts';

type ConnectRequest = Commands['quickbooks.connect']['request'];
type Answer<T> = Promise<CommandAnswer<T>>;

export interface Connections {
  connectHubSpot(token: string): Answer<ConnectPortalReport>;
  testHubSpot(): Answer<ConnectPortalReport>;
  disconnectHubSpot(): Promise<void>;
  connectQuickBooks(request: ConnectRequest): Answer<ConnectCompanyReport[]>;
  testQuickBooks(realm: string): Answer<ConnectCompanyReport>;
  /** What could not be done about it; the company is forgotten all the same. */
  disconnectQuickBooks(realm: string): Promise<Issue[]>;
  /** Reads the lists of every connected company again. */
  refreshLists(): Promise<void>;
  portalReported(account: string, report: ConnectPortalReport): Promise<void>;
  /** A connection could not be tested to its end, or the person gave up. */
  portalFailed(account: string): Promise<void>;
  companyReported(report: ConnectCompanyReport): Promise<void>;
  /** A service said that it no longer takes our access to this portal or company. */
  broke(issue: Issue, of: RunAccounts): Promise<void>;
}

export interface ConnectionParts {
  browser: Browser;
  core: Core;
  store: Store;
  http: Http;
  vault: Vault;
  tokens: AccessTokens;
  driver: () => Driver;
}

/** Long enough for the slowest test of a token. */
const pendingFor_ms = 15 * 60_000;

export function connectionsOf(parts: ConnectionParts): Connections {
  return {
    connectHubSpot: (token) => connectHubSpot(parts, token),
    testHubSpot: async () => {
      const portal = await parts.store.accounts.portal();
      return portal
        ? testPortal(parts, portal.portal_id)
        : failed(problem('not-connected', { service: 'hubspot' }));
    },
    disconnectHubSpot: () => disconnectHubSpot(parts),
    connectQuickBooks: (request) =>
      request.method === 'keys' ? connectWithKeys(parts, request) : connectWithBroker(parts, request),
    testQuickBooks: (realm) => testCompany(parts, realm),
    disconnectQuickBooks: (realm) => disconnectCompany(parts, realm),
    refreshLists: async () => {
      for (const { realm, state } of await parts.store.accounts.companies()) {
        if (state === 'connected') await parts.driver().start('connect_company', { account: realm });
      }
    },
    portalReported: (account, report) => portalReported(parts, account, report),
    portalFailed: (account) => parts.tokens.forgetPending(account),
    companyReported: (report) => companyReported(parts, report),
    broke: (issue, of) => broke(parts, issue, of),
  };
}

function failed(...issues: Issue[]): { value: null; issues: Issue[] } {
  return { value: null, issues };
}

/** Runs a connection test to its end; the report has been stored when this resolves. */
async function runTest<Report>(
  { driver }: ConnectionParts,
  operation: 'connect_portal' | 'connect_company',
  account: string,
): Answer<Report> {
  const { run } = await driver().start(operation, { account });
  const view = await driver().settled(run);
  if (view?.state === 'done') return { value: view.report as Report, issues: [] };
  // It waits for a busy service and goes on by itself; this page need not stand still for it.
  const service = operation === 'connect_portal' ? 'hubspot' : 'quickbooks';
  return failed(...(view && view.issues.length > 0 ? view.issues : [problem('service-busy', { service })]));
}

const testPortal = (parts: ConnectionParts, account: string) =>
  runTest<ConnectPortalReport>(parts, 'connect_portal', account);
const testCompany = (parts: ConnectionParts, realm: string) =>
  runTest<ConnectCompanyReport>(parts, 'connect_company', realm);

async function connectHubSpot(parts: ConnectionParts, pasted: string): Answer<ConnectPortalReport> {
  const token = pasted.trim();
  // Anything else cannot stand in a header, so it is no token.
  if (!/^[\x21-\x7e]{8,4096}$/.test(token))
    return failed(problem('reconnect-needed', { service: 'hubspot' }));
  const account = pendingAccount();
  await parts.tokens.putPending({ account, token, until_ms: parts.browser.now() + pendingFor_ms });
  return testPortal(parts, account);
}

/** A token is stored by the report of its own test only, never by that of another. */
async function portalReported(
  { store, vault, tokens }: ConnectionParts,
  account: string,
  report: ConnectPortalReport,
): Promise<void> {
  const { portal } = report;
  const name = credentialName('hubspot', portal.portal_id);
  if (isPending(account)) {
    const token = await tokens.pendingOf(account);
    if (token === null) return;
    await vault.write(name, { kind: 'token', token } satisfies Credential);
    const others = (await vault.names()).filter((one) => one.startsWith('hubspot:') && one !== name);
    for (const other of others) await vault.remove(other);
  }
  // Disconnected, or replaced by another portal, while it was being read: nothing of it comes back.
  if (!(await vault.read(name))) return;
  await store.accounts.savePortal({
    portal_id: portal.portal_id,
    info: portal,
    method: 'token',
    state: 'connected',
    issues: report.issues,
  });
  await tokens.forgetPending(account);
}

async function disconnectHubSpot({ store, vault, tokens }: ConnectionParts): Promise<void> {
  // A service key is revoked by its owner in HubSpot; here it is only forgotten.
  for (const name of await vault.names()) if (name.startsWith('hubspot:')) await vault.remove(name);
  await tokens.forget('hubspot', pending);
  await store.accounts.forgetPortal();
}

async function connectWithKeys(
  parts: ConnectionParts,
  request: Extract<ConnectRequest, { method: 'keys' }>,
): Answer<ConnectCompanyReport[]> {
  const { browser, http, tokens } = parts;
  const keys = { client_id: request.client_id.trim(), client_secret: request.client_secret.trim() };
  const consent = await askConsent(browser, keys.client_id);
  if ('refused' in consent) return failed(consentIssue(consent.refused));
  const answer = await exchangeCode(http, keys, consent.code, browser.redirectUrl());
  if ('transient' in answer) return failed(problem('service-unreachable', { service: 'quickbooks' }));
  if ('refused' in answer) {
    return failed(problem('service-refused', { service: 'quickbooks', message: answer.refused }));
  }
  const { grant } = answer;
  await tokens.forget('quickbooks', consent.realm);
  const until_ms = browser.now() + grant.expires_in_s * 1000;
  const { refresh_token } = grant;
  const before = await connectionBefore(parts, consent.realm);
  await keepCredential(parts, consent.realm, {
    kind: 'keys',
    ...keys,
    environment: request.environment,
    refresh_token,
  });
  await tokens.put('quickbooks', consent.realm, { token: grant.access_token, until_ms });
  return firstTests(parts, [consent.realm], new Map([[consent.realm, before]]));
}

function consentIssue(refused: 'closed' | 'denied' | 'state' | 'incomplete'): Issue {
  if (refused === 'closed') return problem('run-cancelled');
  if (refused === 'denied') return problem('permission-missing', { service: 'quickbooks' });
  return problem('service-answer-unreadable', { service: 'quickbooks' });
}

async function connectWithBroker(
  parts: ConnectionParts,
  request: Extract<ConnectRequest, { method: 'broker' }>,
): Answer<ConnectCompanyReport[]> {
  const url = request.url.trim();
  const origin = brokerOrigin(url);
  if (origin === null || !(await parts.browser.mayCall(origin))) {
    return failed(problem('permission-missing', { service: 'broker' }));
  }
  const access = { url, broker_key: request.broker_key.trim() };
  const realms = await brokerRealms(parts.http, access);
  if ('failure' in realms) {
    const code = realms.failure === 'offline' ? 'service-unreachable' : realms.code;
    return failed(problem(code, { service: 'broker' }));
  }
  if (realms.length === 0) return failed(problem('admin-needed'));
  const before = new Map<string, Connection | null>();
  for (const { realm, environment } of realms) {
    before.set(realm, await connectionBefore(parts, realm));
    await parts.tokens.forget('quickbooks', realm);
    await keepCredential(parts, realm, { kind: 'broker', ...access, environment });
  }
  return firstTests(
    parts,
    realms.map(({ realm }) => realm),
    before,
  );
}

function keepCredential(
  { vault, browser }: ConnectionParts,
  realm: string,
  credential: Credential,
): Promise<void> {
  const name = credentialName('quickbooks', realm);
  // The same lock as a refresh: one going on must not write the old token over the new one.
  return browser.hold(`token:${name}`, () => vault.write(name, credential));
}

interface Connection {
  company: CompanyRow;
  credential: KeysCredential | BrokerCredential;
}

/** The working connection that a new one would take the place of. */
async function connectionBefore(
  { store, vault }: ConnectionParts,
  realm: string,
): Promise<Connection | null> {
  const company = await store.accounts.company(realm);
  const credential = await vault.read<Connection['credential']>(credentialName('quickbooks', realm));
  return company && credential && company.state === 'connected' ? { company, credential } : null;
}

async function firstTests(
  parts: ConnectionParts,
  realms: string[],
  before: ReadonlyMap<string, Connection | null>,
): Answer<ConnectCompanyReport[]> {
  const reports: ConnectCompanyReport[] = [];
  const issues: Issue[] = [];
  for (const realm of realms) {
    const answer = await testCompany(parts, realm);
    issues.push(...answer.issues);
    if (answer.value) reports.push(answer.value);
    else if (!answer.issues.some(isPassing)) {
      issues.push(...(await letGo(parts, realm, before.get(realm) ?? null)));
    }
  }
  return { value: reports.length > 0 ? reports : null, issues };
}

/** A connection that cannot be used takes no other's place; a company that was never connected is forgotten. */
async function letGo(parts: ConnectionParts, realm: string, before: Connection | null): Promise<Issue[]> {
  if (before) {
    await putBack(parts, realm, before);
    return [];
  }
  return (await parts.store.accounts.company(realm)) ? [] : disconnectCompany(parts, realm);
}

async function putBack(
  { browser, store, tokens, vault }: ConnectionParts,
  realm: string,
  { company, credential }: Connection,
): Promise<void> {
  const name = credentialName('quickbooks', realm);
  await browser.hold(`token:${name}`, async () => {
    const tried = await vault.read<Credential>(name);
    // Disconnected by the person in the meantime.
    if (!tried) return;
    await vault.write(name, withNewestToken(credential, tried));
    await tokens.forget('quickbooks', realm);
    await store.accounts.saveCompany(company);
  });
}

/** A second consent to the same app ends the tokens of the first. */
function withNewestToken(credential: Connection['credential'], tried: Credential): Credential {
  const sameApp =
    credential.kind === 'keys' && tried.kind === 'keys' && credential.client_id === tried.client_id;
  return sameApp ? { ...tried, environment: credential.environment } : credential;
}

function isPassing({ code }: Issue): boolean {
  return code === 'service-busy' || code === 'service-unreachable';
}

async function companyReported(
  { store, vault, browser }: ConnectionParts,
  report: ConnectCompanyReport,
): Promise<void> {
  const { realm } = report.company;
  const credential = await vault.read<KeysCredential | BrokerCredential>(credentialName('quickbooks', realm));
  // Disconnected while it was being read: nothing of it comes back.
  if (!credential) return;
  await store.accounts.saveCompany({
    realm,
    info: report.company,
    income_accounts: report.income_accounts,
    counts: report.counts,
    method: credential.kind,
    environment: credential.environment,
    state: 'connected',
    issues: report.issues,
    lists_read_ms: browser.now(),
  });
  const settings = await store.accounts.settings();
  if (settings.realm === '') await store.accounts.changeSettings({ realm });
}

async function disconnectCompany(parts: ConnectionParts, realm: string): Promise<Issue[]> {
  const { browser, core, http, store, tokens, vault } = parts;
  const name = credentialName('quickbooks', realm);
  const ended = await browser.hold(`token:${name}`, async () => {
    const credential = await vault.read<Credential>(name);
    // A broker's access is its team's; this browser only lets go of it.
    const revoked = credential?.kind !== 'keys' || (await revoke(http, credential, credential.refresh_token));
    // Wiped even when Intuit could not be reached: the person asked this browser to forget.
    await vault.remove(name);
    await tokens.forget('quickbooks', realm);
    return revoked;
  });
  // The links stay: what belongs together can still be exported. The core first: no snapshot that is taken now has it.
  core.forget(realm);
  await store.cache.forget(realm);
  await store.files.forget(realm);
  core.forget(realm);
  const settings = await store.accounts.settings();
  if (settings.realm === realm) await store.accounts.changeSettings({ realm: '' });
  // Last: while it is shown, what a stopped worker left of it can still be wiped.
  await store.accounts.forgetCompany(realm);
  await store.decisions.forgetCompany(realm);
  return ended ? [] : [{ ...problem('access-not-revoked'), severity: 'warning' }];
}

/** What is connected now may be another account than the one that the run was about. */
async function broke({ store }: ConnectionParts, issue: Issue, of: RunAccounts): Promise<void> {
  const broken = { state: 'broken' as const, issues: [issue] };
  if (issue.args['service'] === 'hubspot') {
    const portal = await store.accounts.portal();
    if (portal?.portal_id === of.portal) await store.accounts.savePortal({ ...portal, ...broken });
    return;
  }
  const company = of.realm === '' ? null : await store.accounts.company(of.realm);
  if (company) await store.accounts.saveCompany({ ...company, ...broken });
}
