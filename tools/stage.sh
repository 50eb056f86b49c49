# One line for each long step: its name before it starts, its time when it has ended. Sourced, from the root.
# shellcheck shell=bash
#
# What the step prints goes into build/logs/<log>.log; when the step fails, the end of it is shown with its path.
# VERBOSE=1 shows it all.
set -o pipefail

lines_shown_on_failure=60

# stage LOG WORDS COMMAND...: returns the command's code. A command that is a shell function chains with `&&`:
# what is tested, as it is here, does not stop at its first failure by itself.
stage() {
  local log="build/logs/$1.log" words=$2 started=$SECONDS code=0
  shift 2
  mkdir -p build/logs
  if [ "${VERBOSE:-}" = 1 ]; then
    printf '%s …\n' "$words"
    "$@" 2>&1 | tee "$log" || code=$?
    printf '%s … ' "$words"
  else
    printf '%s … ' "$words"
    "$@" >"$log" 2>&1 || code=$?
  fi
  if [ "$code" -eq 0 ]; then
    printf '%d s\n' $((SECONDS - started))
    return
  fi
  printf 'failed after %d s\n' $((SECONDS - started))
  [ "${VERBOSE:-}" = 1 ] || tail -n "$lines_shown_on_failure" "$log"
  printf 'All of its output: %s\n' "$log"
  return "$code"
}
