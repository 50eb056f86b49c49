// Loads the module once, in a process of its own, and prints how many milliseconds it took until it answered.
import { instantiateModule } from '../../support/module.ts';

const start = performance.now();
const { Session } = await instantiateModule();
const answer = new Session().invoke('forget', '{"realm":"1"}');
const taken = performance.now() - start;
if (answer !== '{"value":true,"issues":[]}') throw new Error(answer);
console.log(taken);
