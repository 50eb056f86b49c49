#!/usr/bin/env bash
# `format` lays out all code; `check` changes nothing and fails on layout, C++ and TypeScript findings.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/env.sh

cpp_files() { git ls-files --cached --others --exclude-standard 'core/*.h' 'core/*.cpp' 'wasm/*.h' 'wasm/*.cpp' 'tests/*.h' 'tests/*.cpp'; }
core_sources() { git ls-files --cached --others --exclude-standard 'core/*.cpp'; }

case "${1:-check}" in
  format)
    cpp_files | xargs -r clang-format -i
    biome check --write --log-level=error .
    ;;
  check)
    echo 'lint: clang-format'
    cpp_files | xargs -r clang-format --dry-run --Werror
    echo 'lint: biome'
    biome check --error-on-warnings .
    echo 'lint: tsc'
    tsc -p .
    echo 'lint: clang-tidy'
    cmake --preset native --log-level=WARNING >/dev/null
    core_sources | xargs -r -n 4 -P 2 clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p build/native
    ;;
  *)
    echo 'usage: tools/lint.sh format|check' >&2
    exit 2
    ;;
esac
