// Everything the Intuit side remembers: apps, grants, companies and their books. Plain JSON.

/** An entity as the API answers it. Money is a JSON number, as at QuickBooks. */
export type Entity = {
  Id: string;
  SyncToken: string;
  MetaData: { CreateTime: string; LastUpdatedTime: string };
  [field: string]: unknown;
};

export interface IntuitApp {
  name: string;
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
}

export interface AuthorizationCode {
  clientId: string;
  redirectUri: string;
  realmId: string;
  scopes: string[];
  expiresAtMs: number;
  used: boolean;
  /** The grant it was exchanged for, so that a second use can end it. */
  grantId: string | null;
}

/** What one consent gave: the right of one app to one company. */
export interface Grant {
  id: string;
  clientId: string;
  realmId: string;
  scopes: string[];
  createdAtMs: number;
  revoked: boolean;
  /** The refresh token's present value; every earlier one is dead. */
  refreshToken: string;
  refreshIssuedAtMs: number;
  refreshUsedAtMs: number;
}

export interface AccessToken {
  grantId: string;
  realmId: string;
  expiresAtMs: number;
}

/** A deleted transaction, as change data capture still reports it. */
export interface Tombstone {
  entity: string;
  id: string;
  deletedAtMs: number;
}

/** The first answer to a request that carried a requestid. */
export interface StoredAnswer {
  /** What was asked for: 'invoice create', 'batch'. */
  operation: string;
  status: number;
  body: string;
  storedAtMs: number;
}

export type TaxRegime = 'us-automated' | 'us-manual' | 'by-line';

export interface Company {
  realmId: string;
  regime: TaxRegime;
  /** Time zone offset of its MetaData times: '-08:00'. */
  utcOffset: string;
  info: Entity;
  preferences: Entity;
  /** Entities by kind, then by id. */
  tables: Record<string, Record<string, Entity>>;
  tombstones: Tombstone[];
  /** By requestid. */
  answers: Record<string, StoredAnswer>;
  /** Automated sales tax: state code -> id of the TaxCode that holds its rates; a state that is absent has none. */
  stateTaxCodes: Record<string, string>;
  /** The item a sales line without ItemRef gets. */
  defaultItemId: string;
  /** Duplicate invoice numbers are refused (only with custom numbers on). */
  warnsOfDuplicateNumbers: boolean;
  nextId: number;
  /** The next number QuickBooks gives to an invoice when custom numbers are off. */
  nextDocNumber: number;
  /** Instants of recent requests, for the limits. */
  calls: Record<string, number[]>;
  /** Mails sent by `/send` on the present day. */
  mails: { day: string; count: number };
}

/** One colleague who may fetch access tokens from the broker. */
export interface BrokerRep {
  id: string;
  key: string;
  name: string;
  /** Realms the rep may use. */
  realmIds: string[];
  revoked: boolean;
}

export interface Broker {
  adminKey: string;
  reps: BrokerRep[];
  /** Realm -> the grant's refresh token, which never leaves the broker. */
  connections: Record<
    string,
    { refreshToken: string; accessToken: string; expiresAtMs: number; name: string }
  >;
  /** Open consents: state -> when it ends. */
  pending: Record<string, number>;
}

export interface IntuitState {
  apps: IntuitApp[];
  codes: Record<string, AuthorizationCode>;
  grants: Grant[];
  accessTokens: Record<string, AccessToken>;
  companies: Record<string, Company>;
  broker: Broker;
  /** Counter behind `intuit_tid`. */
  nextTid: number;
}

export function emptyIntuitState(): IntuitState {
  return {
    apps: [],
    codes: {},
    grants: [],
    accessTokens: {},
    companies: {},
    broker: { adminKey: '', reps: [], connections: {}, pending: {} },
    nextTid: 1,
  };
}
