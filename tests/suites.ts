// What `make test` runs, in this order. A suite that finds no test fails, so list what exists.

export type Build = 'native' | 'fuzz' | 'wasm' | 'extension';

interface SuiteBase {
  name: string;
  /** What is built before; when it cannot be, the suite counts as failed. */
  needs: Build[];
  limitMinutes: number;
}

export interface DoctestSuite extends SuiteBase {
  kind: 'doctest';
  /** A program under build/native. */
  program: string;
}

export interface VitestSuite extends SuiteBase {
  kind: 'vitest';
  include: string[];
  /** Test files one after the other: for what shares a browser, ports or a clock. */
  serial: boolean;
  testTimeoutMs: number;
  /** For test files that run more than once, e.g. with the native and with the WASM core. */
  env: Record<string, string>;
}

export type Suite = DoctestSuite | VitestSuite;

function vitest(name: string, include: string[], options: Partial<VitestSuite> = {}): VitestSuite {
  return {
    kind: 'vitest',
    name,
    include,
    needs: [],
    serial: false,
    testTimeoutMs: 10_000,
    env: {},
    limitMinutes: 3,
    ...options,
  };
}

function doctest(name: string, program: string): DoctestSuite {
  return { kind: 'doctest', name, program, needs: ['native'], limitMinutes: 3 };
}

export const suites: Suite[] = [
  vitest('structure', ['tests/structure/*.test.ts', 'tests/runner/*.test.ts']),
  doctest('unit', 'tests/sidebill_unit'),
  vitest('property', ['tests/property/**/*.test.ts'], { needs: ['native', 'wasm'] }),
  vitest('golden', ['tests/golden/*.test.ts', 'tests/fuzz/*.test.ts'], {
    needs: ['native', 'wasm'],
    testTimeoutMs: 60_000,
  }),
  vitest('fuzz', ['tests/fuzz/native/*.test.ts'], { needs: ['native', 'fuzz'], testTimeoutMs: 120_000 }),
  vitest('command', ['tests/command/*.test.ts'], { needs: ['wasm'], testTimeoutMs: 60_000 }),
  vitest('contract', ['tests/contract/**/*.test.ts'], { testTimeoutMs: 30_000 }),
  vitest('simulation', ['tests/simulation/**/*.test.ts'], {
    needs: ['wasm'],
    testTimeoutMs: 120_000,
    limitMinutes: 5,
  }),
  vitest('package', ['tests/structure/built/*.test.ts'], { needs: ['wasm', 'extension'] }),
  vitest('web', ['tests/web/*.test.ts'], { testTimeoutMs: 60_000 }),
  vitest('e2e', ['tests/e2e/**/*.test.ts'], {
    needs: ['wasm', 'extension'],
    serial: true,
    testTimeoutMs: 120_000,
    limitMinutes: 12,
  }),
  // Last, over the results of all the others: what docs/features.md claims.
  vitest('proofs', ['tests/structure/proofs/*.test.ts']),
];
