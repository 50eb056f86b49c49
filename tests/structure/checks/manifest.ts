// What the built extension may reach and run: its manifest, its pages, and every address in its files.
import type { SourceFile } from './files.ts';

export interface Manifest {
  manifest_version?: number;
  host_permissions?: string[];
  optional_host_permissions?: string[];
  permissions?: string[];
  content_scripts?: { matches?: string[]; js?: string[]; css?: string[] }[];
  content_security_policy?: { extension_pages?: string; sandbox?: string };
  web_accessible_resources?: { matches?: string[]; resources?: string[] }[];
  externally_connectable?: unknown;
  background?: { service_worker?: string; scripts?: string[] };
}

/** The only services it talks to by itself. */
const vendorDomains = ['hubspot.com', 'hubapi.com', 'intuit.com'];

/** Hosts that stand in the files without being called, each with its reason. */
export const namedHosts: Record<string, string> = {
  'www.w3.org': 'names of XML namespaces',
};

/** A company's own token broker: its origin alone is asked for, when the user enters it. */
const optionalHosts = ['https://*/*'];

export function isVendorHost(host: string): boolean {
  return vendorDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

export function checkManifest(manifest: Manifest): string[] {
  return [
    ...(manifest.manifest_version === 3 ? [] : ['manifest_version is not 3']),
    ...foreignHosts('host_permissions', manifest.host_permissions ?? []),
    ...foreignHosts(
      'optional_host_permissions',
      (manifest.optional_host_permissions ?? []).filter((pattern) => !optionalHosts.includes(pattern)),
    ),
    ...(manifest.permissions ?? [])
      .filter((permission) => permission.includes('://') || permission === '<all_urls>')
      .map((permission) => `permissions names a host: ${permission}`),
    ...(manifest.content_scripts ?? []).flatMap((script) =>
      foreignHosts('content_scripts', script.matches ?? []),
    ),
    ...(manifest.web_accessible_resources ?? []).flatMap((entry) =>
      foreignHosts('web_accessible_resources', entry.matches ?? ['*://*/*']),
    ),
    ...(manifest.externally_connectable === undefined
      ? []
      : ['externally_connectable lets pages talk to the worker']),
    ...checkPolicy(manifest.content_security_policy?.extension_pages),
  ];
}

function foreignHosts(where: string, patterns: string[]): string[] {
  return patterns
    .filter((pattern) => {
      const host = /^https:\/\/(?:\*\.)?([a-z0-9.-]+)\//.exec(pattern)?.[1];
      return host === undefined || !isVendorHost(host);
    })
    .map((pattern) => `${where} reaches beyond HubSpot and Intuit: ${pattern}`);
}

const allowedScriptSources = ["'self'", "'wasm-unsafe-eval'", "'none'"];

function checkPolicy(policy: string | undefined): string[] {
  if (!policy) return ['there is no content security policy for pages'];
  const directives = new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources] as const),
  );
  const scripts = directives.get('script-src') ?? directives.get('default-src');
  const objects = directives.get('object-src') ?? directives.get('default-src');
  const foreign = (scripts ?? []).filter((source) => !allowedScriptSources.includes(source));
  return [
    ...(scripts ? [] : ['the policy does not limit scripts']),
    ...foreign.map((source) => `the policy lets scripts in from ${source}`),
    ...(objects?.every((source) => source === "'self'" || source === "'none'")
      ? []
      : ['the policy does not limit objects']),
  ];
}

/** Pages load nothing that does not lie in the package, and no script stands inside them. */
export function checkPages(pages: SourceFile[]): string[] {
  return pages.flatMap(({ path, text }) => [
    ...[...text.matchAll(/\b(?:src|href)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/gi)].map(
      (match) => `${path} loads ${match[1]}`,
    ),
    ...[...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
      .filter((match) => !/\bsrc\s*=/.test(match[1] ?? '') || (match[2] ?? '').trim() !== '')
      .map(() => `${path} has a script inside`),
    ...[...text.matchAll(/\son[a-z]+\s*=\s*["']/gi)].map(() => `${path} has a handler inside`),
  ]);
}

/** Every address that stands in any file of the package. */
export function checkHosts(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const hosts = [...text.matchAll(/\b(?:https?|wss?):(?:\\?\/){2}([a-z0-9*-]+(?:\.[a-z0-9-]+)+)/gi)].map(
      (match) => (match[1] ?? '').toLowerCase(),
    );
    return [...new Set(hosts)]
      .filter((host) => !isVendorHost(host) && !(host in namedHosts))
      .map((host) => `${path} names ${host}`);
  });
}

/** Code that is fetched or made up at run time. */
export function checkRemoteCode(scripts: SourceFile[]): string[] {
  const ways = [
    /\bimport\s*\(\s*["'`]https?:/g,
    /\bimportScripts\s*\(\s*["'`]https?:/g,
    /\bnew\s+Function\s*\(/g,
    /(?<![\w$.])eval\s*\(/g,
  ];
  return scripts.flatMap(({ path, text }) =>
    ways.flatMap((way) => [...text.matchAll(way)].map((match) => `${path} has ${match[0]}`)),
  );
}
