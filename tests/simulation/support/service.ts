// A stand-in for QuickBooks that only counts: every write path may be called many times, and what matters is how
// often something was made under the same name.
import type { Fetch } from '../../../extension/src/transport/http.ts';

export interface Call {
  method: string;
  path: string;
  token: string;
}

export class CountingService {
  readonly calls: Call[] = [];
  /** Answers by path, used up in order; then 200. `cut` does the work and loses the answer. */
  readonly planned = new Map<
    string,
    (number | 'cut' | { status: number; headers: Record<string, string> })[]
  >();

  readonly request: Fetch = async (url, init) => {
    const path = new URL(url).pathname.replace('/v3/company/9/', '');
    const headers = new Headers(init.headers);
    const token = (headers.get('authorization') ?? '').replace('Bearer ', '');
    this.calls.push({ method: init.method ?? 'GET', path, token });
    const plan = this.planned.get(path)?.shift() ?? 200;
    if (plan === 'cut') throw new TypeError('fetch failed');
    const { status, headers: answered } = typeof plan === 'number' ? { status: plan, headers: {} } : plan;
    return new Response(JSON.stringify({ answered: path }), { status, headers: answered });
  };

  times(path: string): number {
    return this.calls.filter((call) => call.path === path).length;
  }
}
