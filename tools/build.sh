#!/usr/bin/env bash
# Builds one part: native, sanitize, fuzz, wasm or extension. One line each, the compiler's own words in build/logs; with
# VERBOSE=1 they are shown. Quick when there is nothing to do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/env.sh
. tools/stage.sh
. tools/lock.sh

jobs=${JOBS:-2}

configure() {  # PRESET [WRAPPER]
  if [ -e "build/$1/Makefile" ] && [ ! CMakePresets.json -nt "build/$1/CMakeCache.txt" ]; then return; fi
  ${2:-} cmake --preset "$1" --log-level=WARNING
}

build_with_cmake() {  # PRESET [WRAPPER]
  configure "$@" && cmake --build --preset "$1" -j "$jobs"
}

# One archive per browser, the same bytes for the same files: sorted names, no times, no owners.
pack() {
  local browser=$1 archive="$PWD/build/extension/sidebill-$1.zip" copy
  copy=$(mktemp -d) &&
    cp -r "build/extension/$browser/." "$copy" &&
    find "$copy" -exec touch -h -d '1980-01-01T00:00:00Z' {} + &&
    rm -f "$archive" &&
    (cd "$copy" && find . -type f | LC_ALL=C sort | TZ=UTC zip -X -q -9 "$archive" -@) &&
    rm -rf "$copy"
}

build_extension() {
  npm run --silent --workspace extension build && pack chromium && pack firefox
}

case "${1:-}" in
  native)
    lock_build native
    stage native 'build: core for this machine' build_with_cmake native
    ;;
  sanitize)
    lock_build sanitize
    stage sanitize 'build: core with sanitizers' build_with_cmake sanitize
    ;;
  fuzz)
    lock_build fuzz
    stage fuzz 'build: core under libFuzzer' build_with_cmake fuzz
    ;;
  wasm)
    lock_build wasm
    stage wasm 'build: core as WebAssembly' build_with_cmake wasm emcmake
    ;;
  extension)
    lock_build extension
    lock_build wasm --shared
    stage extension 'build: extension for Chromium and Firefox' build_extension
    ;;
  *)
    echo 'usage: tools/build.sh native|sanitize|fuzz|wasm|extension' >&2
    exit 2
    ;;
esac
