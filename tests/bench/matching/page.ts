// What the page in Chromium runs.
import { measureAll, type Work } from './measure.ts';

async function measureHere(work: Work) {
  const module = await fetch('/matching.wasm');
  return measureAll(work, await module.arrayBuffer());
}

Object.assign(globalThis, { measureHere });
