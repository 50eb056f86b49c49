// What `make test` runs, in this order. A suite that finds no test fails, so list what exists.

export type Build = 'native' | 'wasm' | 'extension';

export interface DoctestSuite {
  kind: 'doctest';
  name: string;
  needs: Build[];
  /** A program under build/native. */
  program: string;
  limitMinutes: number;
}

export interface VitestSuite {
  kind: 'vitest';
  name: string;
  needs: Build[];
  include: string[];
  exclude?: string[];
  /** Test files one after the other: for what shares a browser, ports or a clock. */
  serial?: boolean;
  testTimeoutMs?: number;
  env?: Record<string, string>;
  limitMinutes: number;
}

export type Suite = DoctestSuite | VitestSuite;

export const suites: Suite[] = [
  {
    kind: 'vitest',
    name: 'structure',
    needs: [],
    include: ['tests/structure/*.test.ts', 'tests/runner/*.test.ts'],
    limitMinutes: 2,
  },
  {
    kind: 'doctest',
    name: 'unit',
    needs: ['native'],
    program: 'tests/sidebill_unit',
    limitMinutes: 5,
  },
  {
    kind: 'vitest',
    name: 'package',
    needs: ['wasm', 'extension'],
    include: ['tests/structure/built/*.test.ts'],
    limitMinutes: 2,
  },
  // Last, over the results of all the others: what docs/features.md claims.
  {
    kind: 'vitest',
    name: 'proofs',
    needs: [],
    include: ['tests/structure/proofs/*.test.ts'],
    limitMinutes: 1,
  },
];
