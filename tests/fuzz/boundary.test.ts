// Hostile requests: whatever comes in, an answer comes out that says what is wrong. Nothing throws, nothing traps,
// and both builds say the same.
import { afterAll, describe, expect, test } from 'vitest';
import { type Engine, NativeEngine, openWasmEngine } from '../golden/support/engines.ts';
import { Random } from '../property/random.ts';
import { loadTestModule } from '../support/module.ts';
import { damaged, mutated } from './support/mutate.ts';
import { type Asked, allAsked, exportNames } from './support/requests.ts';

const proof = process.env['SIDEBILL_PROOF'] === '1';
const count = Number(process.env['SIDEBILL_FUZZ'] ?? (proof ? 200_000 : 2_000));
const seed = Number(process.env['SIDEBILL_SEED'] ?? 20261122);
const patience_ms = 7_200_000;

/** So many requests meet the same two sessions; then both are new, so that a seed brings a failure back soon. */
const roundsPerSession = 500;

interface Sessions {
  wasm: Engine;
  native: Engine;
}

const wasm = await openWasmEngine();
const asked = await allAsked();
const exports = await exportNames();

afterAll(() => wasm.close());

/** The answer, which has the shape of one; no value without a reason. */
function checked(text: string, about: string): { value: unknown; issues: { code: string; path: string }[] } {
  const answer = JSON.parse(text) as ReturnType<typeof checked>;
  expect(Object.keys(answer), about).toEqual(['value', 'issues']);
  for (const { code, path } of answer.issues) {
    expect(code, about).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(path, about).toMatch(/^(\/|$)/);
  }
  if (answer.value === null) expect(answer.issues.length, about).toBeGreaterThan(0);
  return answer;
}

/** What a spoiled run wants next is checked as well. */
async function next({ wasm, native }: Sessions, run: unknown, about: string): Promise<void> {
  const request = JSON.stringify({ run });
  const { value } = checked(await wasm.invoke('next', request), about);
  if (value === null) return;
  expect(['effects', 'done', 'failed', 'diverged'], about).toContain((value as { kind: string }).kind);
  expect(await native.invoke('next', request), about).toBe(await wasm.invoke('next', request));
}

async function askBoth(sessions: Sessions, { name, request }: Asked, about: string): Promise<void> {
  const { wasm, native } = sessions;
  const text = JSON.stringify(request) ?? 'null';
  const answer = await wasm.invoke(name, text);
  expect(await native.invoke(name, text), about).toBe(answer);
  const { value } = checked(answer, about);
  const opened = (value as { run?: unknown } | null)?.run;
  if (opened !== undefined) await next(sessions, opened, about);
}

async function spoil(sessions: Sessions, first: number, end: number): Promise<void> {
  for (let current = first; current < end; current += 1) {
    const random = new Random(current);
    const { name, request } = random.pick(asked);
    const spoiled = { name, request: mutated(request, random) };
    await askBoth(sessions, spoiled, `SIDEBILL_SEED=${first} SIDEBILL_FUZZ=${current - first + 1}: ${name}`);
  }
}

describe('the boundary', () => {
  test('is asked for everything it exports', () => {
    // `next` is asked of every run that opens.
    expect([...new Set(asked.map(({ name }) => name)), 'next'].sort()).toEqual([...exports].sort());
  });

  test(
    'answers well-formed requests that were spoiled',
    async () => {
      for (let first = seed; first < seed + count; first += roundsPerSession) {
        const sessions = { wasm: await openWasmEngine(), native: new NativeEngine() };
        try {
          await spoil(sessions, first, Math.min(first + roundsPerSession, seed + count));
        } finally {
          sessions.wasm.close();
          sessions.native.close();
        }
      }
    },
    patience_ms,
  );

  test(
    'answers requests that are no JSON and no UTF-8',
    async () => {
      const { Session } = await loadTestModule();
      const session = new Session();
      let unreadable = 0;
      for (let round = 0; round < count; round += 1) {
        const random = new Random(seed + round);
        const { name, request } = random.pick(asked);
        // Embind takes the bytes as they are.
        const bytes = damaged(JSON.stringify(request), random) as unknown as string;
        const about = `SIDEBILL_SEED=${seed + round} SIDEBILL_FUZZ=1: bytes of ${name}`;
        const { issues } = checked(session.invoke(name, bytes), about);
        unreadable += issues.some(({ code }) => code === 'json-unreadable' || code === 'text-not-utf8')
          ? 1
          : 0;
      }
      session.delete();
      if (count > 100) expect(unreadable).toBeGreaterThan(count / 2);
    },
    patience_ms,
  );

  for (const name of exports) {
    test(`${name} refuses what it cannot read, with an issue`, async () => {
      for (const text of [
        'null',
        '[]',
        '"text"',
        '1',
        'true',
        '{}',
        '{"run":5}',
        '{"list":{}}',
        '[[[[]]]]',
      ]) {
        const { value, issues } = checked(await wasm.invoke(name, text), `${name} ${text}`);
        expect(value, `${name} ${text}`).toBeNull();
        expect(issues.length, `${name} ${text}`).toBeGreaterThan(0);
      }
      for (const text of ['', '{', '\ud800', '"\\ud800"', '{"a":1}x', 'undefined', '\0']) {
        const { value, issues } = checked(await wasm.invoke(name, text), `${name} ${text}`);
        expect(value).toBeNull();
        expect(issues.map(({ code }) => code)).toEqual(['json-unreadable']);
      }
    });
  }

  test(
    'takes no harm from size and depth',
    async () => {
      const long = 'x'.repeat(10_000_000);
      const text = 'y'.repeat(1_000_000);
      const fields = {
        run: text,
        operation: text,
        realm: text,
        list: text,
        kind: text,
        body: text,
        today: text,
      };
      for (const name of exports) {
        for (const request of [[long], fields, { ...fields, list: 'customers' }]) {
          checked(await wasm.invoke(name, JSON.stringify(request)), `${name}: size`);
        }
        const { issues } = checked(await wasm.invoke(name, '['.repeat(1_000_000)), `${name}: depth`);
        expect(issues.map(({ code }) => code)).toEqual(['json-too-deep']);
      }
    },
    patience_ms,
  );

  test('says so when nobody knows the name', async () => {
    for (const name of ['', 'Start', 'start\0', 'toString', '__proto__', 'é', 'x'.repeat(100_000)]) {
      const { value, issues } = checked(await wasm.invoke(name, '{}'), name.slice(0, 20));
      expect(value).toBeNull();
      expect(issues.map(({ code }) => code)).toEqual(['request-unknown']);
    }
  });
});
