#!/usr/bin/env bash
# Sets up and runs every suite; arguments are names of suites. The last line is `N passed, N failed`.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

if ! tools/setup.sh; then
  echo '0 passed, 1 failed'
  exit 1
fi
. tools/env.sh
exec node tests/run.ts "$@"
