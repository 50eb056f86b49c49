import { describe, expect, test } from 'vitest';
import {
  checkBindings,
  checkCoreArrows,
  checkSandboxIsIndependent,
  checkTypescriptArrows,
} from './checks/arrows.ts';
import { sourceFiles } from './checks/files.ts';

const typescript = /\.(ts|mts|tsx)$/;
const plain = (path: string, text: string) => [{ path, text }];

describe('arrows between rooms', () => {
  test('rooms of the core know only what stands before them', () => {
    const files = sourceFiles(['core'], /\.(h|cpp)$/);
    expect(files.length).toBeGreaterThan(10);
    expect(checkCoreArrows(files)).toEqual([]);
  });

  test('a breach in the core is caught', () => {
    const breaches: [string, string, string][] = [
      ['core/base/a.h', '#include "core/model/sale.h"', 'core/base must not know core/model'],
      ['core/run/a.h', '#include "core/hubspot/deal.h"', 'core/run must not know core/hubspot'],
      [
        'core/billing/a.cpp',
        '#  include "core/matching/match.h"',
        'core/billing must not know core/matching',
      ],
      ['core/billing/a.cpp', '#include <nlohmann/json_fwd.hpp>', 'core/billing never sees JSON'],
      ['core/matching/a.cpp', '#include "core/base/json.h"', 'core/matching never sees JSON'],
      ['core/run/a.cpp', '#include <chrono>', 'the core does no I/O'],
      ['core/operations/a.cpp', '#include "wasm/bindings.h"', 'the core includes wasm/bindings.h'],
      ['core/drawer/a.h', '', 'core/drawer is not one of the rooms'],
    ];
    for (const [path, text, sentence] of breaches) {
      const found = checkCoreArrows(plain(path, `// first\n${text}\n`));
      expect(found, text).toHaveLength(1);
      expect(found[0]).toContain(sentence);
    }
    expect(checkCoreArrows(plain('core/base/a.h', '// #include "core/model/sale.h"'))).toEqual([]);
    expect(checkCoreArrows(plain('core/mapping/a.h', '#include "core/hubspot/deal.h"'))).toEqual([]);
  });

  test('the bindings know operations only', () => {
    expect(checkBindings(sourceFiles(['wasm'], /\.(h|cpp)$/))).toEqual([]);
    const breach = '#include "core/operations/session.h"\n#include "core/billing/totals.h"\n';
    expect(checkBindings(plain('wasm/b.cpp', breach))).toEqual([
      'wasm/b.cpp:2: wasm must not know core/billing/totals.h, only core/operations',
    ]);
  });

  test('wasm, web, extension and command know only what stands before them', () => {
    const folders = ['wasm', 'web', 'extension', 'command'];
    expect(checkTypescriptArrows(sourceFiles(folders, typescript))).toEqual([]);
  });

  test('a breach in TypeScript is caught', () => {
    const breaches: [string, string][] = [
      ['web/src/card.ts', `import { store } from '../../extension/src/store.ts';`],
      ['web/src/card.ts', `import type { Store } from '@sidebill/extension/store';`],
      ['wasm/src/core.ts', `export * from '@sidebill/web/messages';`],
      ['extension/src/worker.ts', `const cast = await import('../../tests/sandbox/src/world.ts');`],
      ['command/src/main.ts', `import { Store } from '@sidebill/extension';`],
      ['extension/src/worker.ts', `import {\n  one,\n  two,\n} from '@sidebill/sandbox';`],
    ];
    for (const [path, text] of breaches)
      expect(checkTypescriptArrows(plain(path, text)), text).toHaveLength(1);
    expect(checkTypescriptArrows(plain('extension/src/a.ts', `import '@sidebill/web/card.ts';`))).toEqual([]);
  });

  test('the sandbox shares no code with what it tests', () => {
    expect(checkSandboxIsIndependent(sourceFiles(['tests/sandbox'], typescript))).toEqual([]);
    const breach = plain('tests/sandbox/src/a.ts', `import { loadCore } from '@sidebill/core';`);
    expect(checkSandboxIsIndependent(breach)).toHaveLength(1);
  });
});
