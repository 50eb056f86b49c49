// The working credentials a person or an outside client needs to use the sandbox.
import type { World } from './world.ts';

export interface Credentials {
  portalId: string;
  serviceKey: string;
  /** A service key with few scopes, to see what the product says about the missing ones. */
  narrowKey: string;
  hubspotOauth: { clientId: string; clientSecret: string; redirectUri: string };
  intuit: { clientId: string; clientSecret: string; redirectUri: string };
  realms: RealmCredentials[];
  /** The reference broker: the admin's key, and one rep who may use every realm. */
  brokerKeys: { admin: string; rep: string };
}

export interface RealmCredentials {
  id: string;
  name: string;
  country: string;
  homeCurrency: string;
  currencies: string[];
  accessToken: string;
  refreshToken: string;
}

export function credentialsOf(world: World): Credentials {
  const { hubspot, intuit } = world.state;
  const keys = Object.entries(hubspot.accessTokens)
    .filter(([, token]) => token.kind === 'service-key')
    .sort(([, one], [, other]) => other.scopes.length - one.scopes.length)
    .map(([key]) => key);
  const { clientId, clientSecret, redirectUri } = hubspot.app;
  const app = intuit.apps[0];
  return {
    portalId: String(hubspot.portal.portalId),
    serviceKey: keys[0] ?? '',
    narrowKey: keys.at(-1) ?? '',
    hubspotOauth: { clientId, clientSecret, redirectUri },
    intuit: {
      clientId: app?.clientId ?? '',
      clientSecret: app?.clientSecret ?? '',
      redirectUri: app?.redirectUris[0] ?? '',
    },
    realms: Object.keys(intuit.companies).map((realmId) => realmCredentials(world, realmId)),
    brokerKeys: { admin: intuit.broker.adminKey, rep: intuit.broker.reps[0]?.key ?? '' },
  };
}

function realmCredentials(world: World, realmId: string): RealmCredentials {
  const { companies, grants, accessTokens } = world.state.intuit;
  const company = companies[realmId]!;
  const own = world.state.intuit.apps[0]?.clientId;
  const grant = grants.find(
    (candidate) => candidate.realmId === realmId && candidate.clientId === own && !candidate.revoked,
  );
  const access = Object.entries(accessTokens).find(([, token]) => token.grantId === grant?.id);
  const homeCurrency = homeCurrencyOf(company.preferences);
  const extra = Object.values(company.tables['CompanyCurrency'] ?? {}).map((entity) =>
    String(entity['Code']),
  );
  return {
    id: realmId,
    name: String(company.info['CompanyName']),
    country: String(company.info['Country']),
    homeCurrency,
    currencies: [homeCurrency, ...extra.filter((code) => code !== homeCurrency)],
    accessToken: access?.[0] ?? '',
    refreshToken: grant?.refreshToken ?? '',
  };
}

function homeCurrencyOf(preferences: Record<string, unknown>): string {
  const prefs = preferences['CurrencyPrefs'] as { HomeCurrency: { value: string } };
  return prefs.HomeCurrency.value;
}
