// What the page in Chromium runs.
import { measureAll } from './measure.ts';

Object.assign(globalThis, { measureAll });
