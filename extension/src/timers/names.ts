// The names of the alarms, there and back.

/** Goes on with every unfinished run, in case the worker was stopped in the middle of one. */
export const resumeAlarm = 'resume';
/** Reads the lists of every company again. */
export const listsAlarm = 'lists';

const runPrefix = 'run:';

/** Goes on with one run after a long wait. */
export function runAlarm(run: string): string {
  return runPrefix + run;
}

export function runOfAlarm(name: string): string | null {
  return name.startsWith(runPrefix) ? name.slice(runPrefix.length) : null;
}
