// How much the shipped module weighs on the way and on disk.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Measure } from '../support/section.ts';

const path = new URL('../../../build/wasm/sidebill.wasm', import.meta.url);

export const moduleSize: Measure = {
  name: 'module size',
  async measure() {
    const bytes = readFileSync(path);
    return {
      name: this.name,
      about: 'sidebill.wasm as it is shipped; gzip -9',
      figures: [
        { what: 'raw', value: bytes.length, unit: 'bytes' },
        { what: 'gzip', value: gzipSync(bytes, { level: 9 }).length, unit: 'bytes' },
      ],
    };
  },
};
