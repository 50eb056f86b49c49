import { defineBackground } from 'wxt/utils/define-background';
import { guardSessionMemory, listen, realBrowser, type Sender } from '../browser.ts';
import { loadShippedCore } from '../core.ts';
import { openDatabase, storeOf } from '../store/open.ts';
import { network } from '../transport/http.ts';
import { usualLimits } from '../transport/pace.ts';
import { workerFailed } from '../worker/issues.ts';
import { createWorker, type Worker } from '../worker/worker.ts';

export default defineBackground({
  type: 'module',
  main() {
    // Listeners must stand before anything is awaited: the browser starts us for one event and delivers it at once.
    const worker = boot();
    listen({
      message: (message, sender) => answered(worker, message, sender),
      connect: (port) => whenBooted(worker, ({ connect }) => connect(port)),
      alarm: (name) => whenBooted(worker, ({ alarm }) => alarm(name)),
      tabClosed: (tab) => whenBooted(worker, ({ tabClosed }) => tabClosed(tab)),
      started: () => undefined,
    });
    // Whatever started us: what was left unfinished goes on.
    whenBooted(worker, ({ started }) => started());
  },
});

async function boot(): Promise<Worker> {
  await guardSessionMemory();
  const [core, database] = await Promise.all([loadShippedCore(), openDatabase()]);
  const browser = realBrowser();
  return createWorker({
    browser,
    core,
    store: storeOf(database),
    request: network,
    limits: usualLimits,
    extension: { id: chrome.runtime.id, origin: browser.origin },
  });
}

/** A worker that could not be started answers too: a page must not wait for it in vain. */
async function answered(worker: Promise<Worker>, message: unknown, sender: Sender): Promise<unknown> {
  try {
    return await (await worker).message(message, sender);
  } catch (error) {
    console.error('The worker could not answer.', error);
    return { value: null, issues: [workerFailed(error)] };
  }
}

function whenBooted(worker: Promise<Worker>, act: (worker: Worker) => void): void {
  worker.then(act).catch((error: unknown) => console.error('The worker could not be started.', error));
}
