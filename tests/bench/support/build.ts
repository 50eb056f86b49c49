// What only the bench needs is built only for it.
import { runChild } from '../../runner/child.ts';

const limitMinutes = 10;

export async function buildRules(): Promise<void> {
  for (const build of ['native', 'wasm']) {
    const end = await runChild('cmake', ['--build', `build/${build}`, '--target', 'bench_rules', '-j2'], {
      limitMinutes,
    });
    if (end.code !== 0) throw new Error(`bench_rules of ${build}: ${end.problem}`);
  }
}
