#!/usr/bin/env bash
# `format` lays out all code; `check` changes nothing, runs all its parts whatever they find, and says in the last
# line whether the code is clean, or which parts found how much.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/env.sh
. tools/lock.sh

jobs=${JOBS:-2}

cpp_files() { git ls-files --cached --others --exclude-standard 'core/*.h' 'core/*.cpp' 'wasm/*.h' 'wasm/*.cpp' 'tests/*.h' 'tests/*.cpp'; }
core_sources() { git ls-files --cached --others --exclude-standard 'core/*.cpp'; }

run_clang_format() { cpp_files | xargs -r clang-format --dry-run --Werror; }
run_biome() { biome check --error-on-warnings --max-diagnostics=none .; }
run_tsc() { tsc -p . --pretty false; }
# What it counts as "generated" are warnings in headers of others, which it does not show.
run_clang_tidy() {
  (lock_build native && cmake --preset native --log-level=WARNING >/dev/null) &&
    core_sources |
      xargs -r -n 4 -P "$jobs" clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p build/native 2>&1 |
      sed '/^[0-9]* warnings\? generated\.$/d'
}

# How each program writes a finding. A header's finding is said once for each file that includes it.
finding_of() {  # PART
  case "$1" in
    clang-format) echo '^[^ :]+:[0-9]+:[0-9]+: error: ' ;;
    biome) echo '^[^ ]+\.[a-z]+[^ ]* .*━$' ;;
    tsc) echo '^[^ ].*: error TS[0-9]+: ' ;;
    clang-tidy) echo '^[^ :]+:[0-9]+:[0-9]+: (warning|error): ' ;;
  esac
}

in_words() {  # PART LOG
  local count
  count=$({ grep -aE -- "$(finding_of "$1")" "$2" || true; } | sort -u | wc -l)
  if [ "$count" -gt 0 ]; then echo "$1 ($count)"; else echo "$1 (it failed: $2)"; fi
}

failed=()

check_part() {  # PART COMMAND
  local log="build/logs/lint-$1.log"
  echo "lint: $1"
  if "$2" 2>&1 | tee "$log"; then return; fi
  failed+=("$(in_words "$1" "$log")")
}

say_verdict() {
  if [ ${#failed[@]} -eq 0 ]; then
    echo 'lint: clean'
    return
  fi
  local list
  printf -v list ', %s' "${failed[@]}"
  echo "lint: findings in ${list#, }"
  return 1
}

case "${1:-check}" in
  format)
    cpp_files | xargs -r clang-format -i
    biome check --write --log-level=error .
    ;;
  check)
    mkdir -p build/logs
    check_part clang-format run_clang_format
    check_part biome run_biome
    check_part tsc run_tsc
    check_part clang-tidy run_clang_tidy
    say_verdict
    ;;
  *)
    echo 'usage: tools/lint.sh format|check' >&2
    exit 2
    ;;
esac
