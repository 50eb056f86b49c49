// Everything the HubSpot side of the sandbox remembers. Plain JSON: a snapshot is a copy.

/** A CRM record of any type. HubSpot keeps every value as text, and so does this. */
export interface HubSpotRecord {
  id: string;
  objectTypeId: string;
  properties: Record<string, string>;
  /** Earlier values, newest first; the present one stands in `properties`. */
  history: Record<string, PastValue[]>;
  createdAtMs: number;
  updatedAtMs: number;
  archivedAtMs: number | null;
  index: SearchIndexEntry;
}

export interface PastValue {
  value: string;
  timestampMs: number;
}

/** What search knows of a record: until `dueAtMs` still the version before the last change. */
export interface SearchIndexEntry {
  dueAtMs: number;
  /** The properties that search sees until then; null = the record is not found yet. */
  stale: Record<string, string> | null;
}

export interface AssociationLabel {
  category: 'HUBSPOT_DEFINED' | 'USER_DEFINED' | 'INTEGRATOR_DEFINED' | 'WORK';
  typeId: number;
}

/** One direction of a link between two records; the other direction is an entry of its own. */
export interface Association {
  toTypeId: string;
  toId: string;
  labels: AssociationLabel[];
}

export interface PropertyOption {
  label: string;
  value: string;
  displayOrder: number;
  hidden: boolean;
  description?: string;
}

/** The stored part of a property definition; the catalogue's built-in ones have the same shape. */
export interface PropertyDefinition {
  name: string;
  label: string;
  type: PropertyType;
  fieldType: string;
  groupName: string;
  description: string;
  options: PropertyOption[];
  displayOrder: number;
  calculated: boolean;
  readOnlyValue: boolean;
  hasUniqueValue: boolean;
  hidden: boolean;
  formField: boolean;
  hubspotDefined: boolean;
  createdAtMs: number;
  updatedAtMs: number;
  archivedAtMs: number | null;
}

export type PropertyType =
  | 'string'
  | 'number'
  | 'date'
  | 'datetime'
  | 'enumeration'
  | 'bool'
  | 'phone_number';

export interface PropertyGroup {
  name: string;
  label: string;
  displayOrder: number;
  archived: boolean;
}

export interface PipelineStage {
  id: string;
  label: string;
  displayOrder: number;
  probability: string;
  isClosed: boolean;
}

export interface Pipeline {
  id: string;
  label: string;
  displayOrder: number;
  stages: PipelineStage[];
}

export interface Owner {
  id: string;
  userId: number;
  email: string;
  firstName: string;
  lastName: string;
  archived: boolean;
}

export interface TaxRate {
  id: string;
  name: string;
  label: string;
  percentageRate: string;
  active: boolean;
}

export interface ExchangeRate {
  id: string;
  fromCurrencyCode: string;
  toCurrencyCode: string;
  conversionRate: string;
}

export interface Portal {
  portalId: number;
  timeZone: string;
  utcOffset: string;
  utcOffsetMilliseconds: number;
  companyCurrency: string;
  additionalCurrencies: string[];
  exchangeRates: ExchangeRate[];
  uiDomain: string;
  dataHostingLocation: string;
  hubDomain: string;
  /** Marketplace apps get 110 calls per 10 s, static tokens the figure of the portal's tier. */
  tenSecondLimit: number;
  dailyLimit: number;
}

export interface HubSpotApp {
  appId: number;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  name: string;
  scopes: string[];
}

export interface AccessToken {
  kind: 'service-key' | 'oauth';
  scopes: string[];
  userId: number;
  /** null = valid until it is revoked. */
  expiresAtMs: number | null;
  refreshToken: string | null;
}

export interface RefreshToken {
  scopes: string[];
  userId: number;
  clientId: string;
}

export interface AuthorizationCode {
  scopes: string[];
  userId: number;
  clientId: string;
  redirectUri: string;
  expiresAtMs: number;
}

/** When calls were made, for the limits; the arrays hold only the window's own instants. */
export interface CallWindows {
  tenSecondly: Record<string, number[]>;
  searches: number[];
  daily: { day: string; count: number };
}

/** What differs between portals and is marked unconfirmed in the reference. */
export interface PortalSwitches {
  /** Properties that a rule of the portal demands on 2026-09 creates, by object type id. */
  requiredOnCreate: Record<string, string[]>;
  /** HubSpot's own limit of request bodies of a search, in characters. */
  searchBodyLimit: number;
  /** Partly refused batches of 2026-09 answer 207 as v3 lists it, or 200/201 with numErrors as their own spec does. */
  partialBatchStatus: 'multi-status' | 'complete';
  /** Answers of the associations list: 'toObjectId' (v4 style) or 'id' (v3 style). */
  associationListStyle: 'toObjectId' | 'id';
  /** `open` refuses a due date that is not in the future (seen in one integration). */
  dueDateMustBeFuture: boolean;
  /** The account lets commerce payments be made by API. */
  paymentsByApi: boolean;
  /** A refresh gives out a new refresh token and ends the old one. */
  rotateRefreshTokens: boolean;
}

export interface HubSpotState {
  portal: Portal;
  app: HubSpotApp;
  switches: PortalSwitches;
  /** Records by object type id, then by record id. */
  records: Record<string, Record<string, HubSpotRecord>>;
  /** Associations by `typeId/recordId` of the record they start at. */
  associations: Record<string, Association[]>;
  /** Properties made in this portal, by object type id, then by name. */
  customProperties: Record<string, Record<string, PropertyDefinition>>;
  propertyGroups: Record<string, PropertyGroup[]>;
  pipelines: Record<string, Pipeline[]>;
  owners: Owner[];
  taxRates: TaxRate[];
  accessTokens: Record<string, AccessToken>;
  refreshTokens: Record<string, RefreshToken>;
  codes: Record<string, AuthorizationCode>;
  calls: CallWindows;
  /** The next free record id by object type id; text, because some lie above 2^53. */
  nextRecordIds: Record<string, string>;
  nextNumber: number;
}

/** A portal nobody has set up yet: no records, no tokens, no app. */
export function emptyHubSpotState(): HubSpotState {
  return {
    portal: {
      portalId: 0,
      timeZone: 'UTC',
      utcOffset: '+00:00',
      utcOffsetMilliseconds: 0,
      companyCurrency: 'USD',
      additionalCurrencies: [],
      exchangeRates: [],
      uiDomain: 'app.hubspot.com',
      dataHostingLocation: 'na1',
      hubDomain: 'sandbox.test',
      tenSecondLimit: 190,
      dailyLimit: 625_000,
    },
    app: { appId: 0, clientId: '', clientSecret: '', redirectUri: '', name: '', scopes: [] },
    switches: {
      requiredOnCreate: {},
      searchBodyLimit: 3000,
      partialBatchStatus: 'multi-status',
      associationListStyle: 'toObjectId',
      dueDateMustBeFuture: true,
      paymentsByApi: true,
      rotateRefreshTokens: true,
    },
    records: {},
    associations: {},
    customProperties: {},
    propertyGroups: {},
    pipelines: {},
    owners: [],
    taxRates: [],
    accessTokens: {},
    refreshTokens: {},
    codes: {},
    calls: { tenSecondly: {}, searches: [], daily: { day: '', count: 0 } },
    nextRecordIds: {},
    nextNumber: 1,
  };
}
