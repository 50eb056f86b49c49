// A certificate authority of the sandbox's own, and one server certificate for all the hosts it stands in for.
import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

export interface Certificates {
  /** The server's private key and certificate, PEM. */
  key: string;
  cert: string;
  /** The authority's certificate, PEM, and the file it was written to. */
  ca: string;
  caFile: string;
  /** Deletes the file. */
  remove(): Promise<void>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;

export async function createCertificates(hosts: readonly string[]): Promise<Certificates> {
  x509.cryptoProvider.set(crypto);
  const authorityKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(),
    serialNumber: '01',
    name: 'CN=Sidebill sandbox authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const serverKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const server = await x509.X509CertificateGenerator.create({
    ...validity(),
    serialNumber: '02',
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: await serverExtensions(hosts, authorityKeys.publicKey),
  });
  const folder = await mkdtemp(join(tmpdir(), 'sidebill-sandbox-'));
  const caFile = join(folder, 'ca.pem');
  const ca = authority.toString('pem');
  await writeFile(caFile, `${ca}\n`);
  return {
    key: await privateKeyPem(serverKeys.privateKey),
    cert: server.toString('pem'),
    ca,
    caFile,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function validity(): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(Date.now() - dayMs), notAfter: new Date(Date.now() + 90 * dayMs) };
}

async function serverExtensions(
  hosts: readonly string[],
  authorityKey: CryptoKey,
): Promise<x509.Extension[]> {
  const names = ['localhost', ...hosts].map((host) => ({ type: 'dns' as const, value: host }));
  const addresses = ['127.0.0.1', '::1'].map((address) => ({ type: 'ip' as const, value: address }));
  return [
    new x509.BasicConstraintsExtension(false),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension([...names, ...addresses]),
    await x509.AuthorityKeyIdentifierExtension.create(authorityKey),
  ];
}

async function privateKeyPem(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/(.{64})/g, '$1\n').trimEnd()}\n-----END PRIVATE KEY-----\n`;
}
