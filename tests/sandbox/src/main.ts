// Starts the sandbox alone: `npm run -s sandbox`. One JSON line on stdout says where everything is.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { credentialsOf } from './credentials.ts';
import { createSandbox, type Ports } from './sandbox.ts';

const portNames = [
  'hubspotApp',
  'hubspotApi',
  'quickbooks',
  'intuitAuthorize',
  'intuitToken',
  'broker',
  'control',
  'front',
] as const;

const usage = `Usage: npm run -s sandbox -- [options]
  --seed N          the world to generate (default 1)
  --log FILE        write every exchange as a JSON line, secrets masked
  --retry-after N   seconds in Retry-After of a 429 (default 60)
  --redirect-uri U  a redirect address to register with the Intuit app first in the list (can be repeated)
  --no-limits       do not enforce rate limits
  --NAME-port N     a fixed port for one address: ${portNames.join(', ')}
`;

const portOptions = Object.fromEntries(
  portNames.map((name) => [`${name}-port`, { type: 'string' as const }]),
);

type Arguments = Record<string, string | boolean | string[] | undefined>;

function readArguments(): Arguments {
  return parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      log: { type: 'string' },
      'retry-after': { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true, default: [] },
      'no-limits': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      ...portOptions,
    },
  }).values as Arguments;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}.`);
  return Number(text);
}

function readPorts(values: Arguments): Ports {
  const ports: Ports = {};
  for (const name of portNames) {
    const text = values[`${name}-port`];
    if (typeof text === 'string') ports[name] = wholeNumber(`${name}-port`, text);
  }
  return ports;
}

async function main(): Promise<void> {
  const values = readArguments();
  if (values['help']) {
    process.stdout.write(usage);
    return;
  }
  const retryAfter = values['retry-after'];
  const sandbox = await createSandbox({
    seed: wholeNumber('seed', String(values['seed'])),
    switches: {
      ...(typeof retryAfter === 'string' && { retryAfterSeconds: wholeNumber('retry-after', retryAfter) }),
      ...(values['no-limits'] && { rateLimits: false }),
    },
  });
  const redirectUris = values['redirect-uri'] as string[];
  sandbox.world.state.intuit.apps[0]!.redirectUris.unshift(...redirectUris);
  if (typeof values['log'] === 'string') await logTo(values['log'], sandbox.world);
  const addresses = await sandbox.listen(readPorts(values));
  process.stdout.write(`${JSON.stringify({ ...addresses, ...credentialsOf(sandbox.world) })}\n`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function logTo(file: string, world: Awaited<ReturnType<typeof createSandbox>>['world']): Promise<void> {
  const stream = createWriteStream(file, { flags: 'a' });
  await once(stream, 'open');
  world.onExchange((exchange) => stream.write(`${JSON.stringify(exchange)}\n`));
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
