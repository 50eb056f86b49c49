# One build of a kind at a time: two in one folder would mix their files. Sourced, from the root.
# shellcheck shell=bash

# lock_build KIND [--shared]: waits until nobody else builds this kind, and keeps them out until this shell and what
# it started have ended. Shared is for who only reads what was built.
lock_build() {
  local kind=$1 shared=(${2:+"$2"}) lock
  mkdir -p build/locks
  exec {lock}>>"build/locks/$kind"
  if flock "${shared[@]}" --nonblock "$lock"; then return; fi
  printf '%s: another build is running; waiting\n' "$kind"
  flock "${shared[@]}" "$lock"
}
