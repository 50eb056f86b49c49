import { describe, expect, test } from 'vitest';
import {
  checkFloats,
  checkMarkup,
  checkNetwork,
  checkOutsideWorld,
  checkSwallowedErrors,
  checkVendorNames,
} from './checks/code.ts';
import { sourceFiles } from './checks/files.ts';

const shipped = () =>
  sourceFiles(['wasm', 'web', 'extension'], /\.(ts|html)$/).filter(({ path }) => !path.endsWith('.test.ts'));
const core = () => sourceFiles(['core'], /\.(h|cpp)$/);
const plain = (path: string, text: string) => [{ path, text }];

describe('what code must not contain', () => {
  test('nothing but the transport reaches the network [B-09]', () => {
    expect(checkNetwork(shipped())).toEqual([]);
  });

  test('another way to the network is caught [B-09]', () => {
    const breaches = [
      `await fetch('https://example.com')`,
      'const send = globalThis.fetch;',
      `new WebSocket('wss://example.com')`,
      'new XMLHttpRequest()',
      `navigator.sendBeacon('/x', text)`,
    ];
    for (const text of breaches) expect(checkNetwork(plain('web/src/a.ts', text)), text).not.toEqual([]);
    expect(checkNetwork(plain('extension/src/transport/send.ts', 'await fetch(url)'))).toEqual([]);
    expect(checkNetwork(plain('web/src/a.ts', `// fetch(url)\nprefetch(url); say('fetch(');`))).toEqual([]);
  });

  test('text never becomes markup or code', () => {
    expect(checkMarkup(shipped())).toEqual([]);
  });

  test('text that becomes markup or code is caught', () => {
    const breaches = [
      'card.innerHTML = name;',
      `import { unsafeHTML } from 'lit/directives/unsafe-html.js';`,
      'eval(text)',
      `new Function('return 1')`,
      `setTimeout('go()', 1)`,
      'document.write(name)',
      `card.insertAdjacentHTML('beforeend', name)`,
    ];
    for (const text of breaches) expect(checkMarkup(plain('web/src/a.ts', text)), text).not.toEqual([]);
    expect(checkMarkup(plain('web/src/a.ts', 'retrieval(x); setTimeout(() => go(), 1);'))).toEqual([]);
  });

  test('no binary floating point near money', () => {
    expect(checkFloats(core())).toEqual([]);
    expect(checkFloats(plain('core/billing/a.cpp', 'const double total = 0;'))).toHaveLength(1);
    expect(checkFloats(plain('core/billing/a.cpp', '// a double click'))).toEqual([]);
  });

  test('the core prints nothing and asks the machine nothing', () => {
    expect(checkOutsideWorld(core())).toEqual([]);
    const breaches = ['printf("x");', 'std::cerr << 1;', 'const auto now = time(nullptr);', 'std::rand();'];
    for (const text of breaches)
      expect(checkOutsideWorld(plain('core/run/a.cpp', text)), text).toHaveLength(1);
    expect(
      checkOutsideWorld(plain('core/run/a.cpp', 'std::snprintf(b, 4, "x"); next_time(1); run.time(2);')),
    ).toEqual([]);
  });

  test('no error is swallowed', () => {
    expect(
      checkSwallowedErrors(sourceFiles(['wasm', 'web', 'extension', 'command', 'tests', 'tools'], /\.ts$/)),
    ).toEqual([]);
    const breaches = ['try { go(); } catch {}', 'try { go(); } catch (e) {\n}', 'go().catch(() => {});'];
    for (const text of breaches) {
      expect(checkSwallowedErrors(plain('web/src/a.ts', text)), text).toHaveLength(1);
    }
  });

  test("a vendor's field names are spelled in its own room only", () => {
    expect(checkVendorNames(core())).toEqual([]);
    expect(checkVendorNames(plain('core/billing/a.cpp', 'read(x, "hs_number");'))).toHaveLength(1);
    expect(checkVendorNames(plain('core/hubspot/a.cpp', 'read(x, "SyncToken");'))).toHaveLength(1);
    expect(checkVendorNames(plain('core/quickbooks/a.cpp', 'read(x, "SyncToken");'))).toEqual([]);
  });
});
