// `npm run -s match`: see options.ts for its words. Exit codes: 0 done, 1 the lists are not as they should be, 2 the words.
import { match, type Summary } from './match.ts';
import { readOptions, usage } from './options.ts';
import { Problem } from './problem.ts';

const whole = new Intl.NumberFormat('en');

function inWords({ left, right, links, asks }: Summary, out: string): string {
  const lists =
    right === null
      ? `${whole.format(left)} records`
      : `${whole.format(left)} × ${whole.format(right)} records`;
  return `${lists}: ${whole.format(links)} links, ${whole.format(asks)} to ask about -> ${out}`;
}

async function main(args: string[]): Promise<void> {
  if (args.includes('--help')) return console.log(usage);
  const options = readOptions(args);
  console.log(inWords(await match(options), options.out));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(`match: ${error.message}`);
  process.exitCode = error.exitCode;
}
