// The only place that decides whether a page may link to an address that came from outside.

const HOSTS: readonly RegExp[] = [
  /^([a-z0-9-]+\.)*qbo\.intuit\.com$/,
  /^app(-[a-z]{2}\d)?\.hubspot\.com$/,
  /^developer\.intuit\.com$/,
];

/** The address if it is https on a host of QuickBooks or HubSpot, without credentials in it; else null. */
export function checkedLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') return null;
  return HOSTS.some((host) => host.test(url.hostname)) ? url.href : null;
}
