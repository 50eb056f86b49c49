// The browser's own time-zone tables, as the core asks for them.

export interface ZoneOffset {
  from_ms: number;
  offset_minutes: number;
}

const day_ms = 24 * 60 * 60 * 1000;
/** Long enough for every term of an invoice, either way. */
const reach_ms = 400 * day_ms;

/** Offsets in force around an instant: the first from the beginning, each further one from its change on. */
export function offsetsAround(zone: string, around_ms: number): ZoneOffset[] {
  const offsetAt = offsetReader(zone);
  let at_ms = around_ms - reach_ms;
  const offsets: ZoneOffset[] = [{ from_ms: at_ms, offset_minutes: offsetAt(at_ms) }];
  for (let next_ms = at_ms + day_ms; next_ms <= around_ms + reach_ms; next_ms += day_ms) {
    const offset_minutes = offsetAt(next_ms);
    if (offset_minutes !== offsets.at(-1)?.offset_minutes) {
      offsets.push({ from_ms: changeBetween(offsetAt, at_ms, next_ms), offset_minutes });
    }
    at_ms = next_ms;
  }
  return offsets;
}

/** The first minute at which the offset is that of `after_ms`. */
function changeBetween(offsetAt: (at_ms: number) => number, before_ms: number, after_ms: number): number {
  const wanted = offsetAt(after_ms);
  let low = Math.floor(before_ms / 60_000);
  let high = Math.ceil(after_ms / 60_000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 60_000) === wanted) high = middle;
    else low = middle;
  }
  return high * 60_000;
}

function offsetReader(zone: string): (at_ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: knownZone(zone),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at_ms) => {
    const parts = Object.fromEntries(
      format.formatToParts(at_ms).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const local_ms = Date.UTC(year, month - 1, day, hour, minute, second);
    return Math.round((local_ms - Math.floor(at_ms / 1000) * 1000) / 60_000);
  };
}

/** An unknown name must not stop an invoice: dates are then those of UTC. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}
