// What only the bench needs is built only for it.
import { runChild } from '../../runner/child.ts';

const limitMinutes = 10;

async function buildTarget(build: 'native' | 'wasm', target: string): Promise<void> {
  const end = await runChild('cmake', ['--build', `build/${build}`, '--target', target, '-j2'], {
    limitMinutes,
  });
  if (end.code !== 0) throw new Error(`${target} of ${build}: ${end.problem}`);
}

export async function buildRules(): Promise<void> {
  await buildTarget('native', 'bench_rules');
  await buildTarget('wasm', 'bench_rules');
}

export async function buildMatching(): Promise<void> {
  await buildTarget('wasm', 'bench_matching');
}
