#!/usr/bin/env bash
# Builds one part: native, sanitize, wasm or extension. Quiet when there is nothing to do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/env.sh

jobs=2

build_with_cmake() {  # PRESET [WRAPPER]
  if [ ! -e "build/$1/Makefile" ] || [ CMakePresets.json -nt "build/$1/CMakeCache.txt" ]; then
    ${2:-} cmake --preset "$1" --log-level=WARNING >/dev/null
  fi
  cmake --build --preset "$1" -j "$jobs"
}

# One archive per browser, the same bytes for the same files: sorted names, no times, no owners.
pack() {
  local browser=$1 archive="$PWD/build/extension/sidebill-$1.zip" copy
  copy=$(mktemp -d)
  cp -r "build/extension/$browser/." "$copy"
  find "$copy" -exec touch -h -d '1980-01-01T00:00:00Z' {} +
  rm -f "$archive"
  (cd "$copy" && find . -type f | LC_ALL=C sort | TZ=UTC zip -X -q -9 "$archive" -@)
  rm -rf "$copy"
}

build_extension() {
  npm run --silent --workspace extension build
  pack chromium
  pack firefox
}

case "${1:-}" in
  native | sanitize) build_with_cmake "$1" ;;
  wasm) build_with_cmake wasm emcmake ;;
  extension) build_extension ;;
  *)
    echo 'usage: tools/build.sh native|sanitize|wasm|extension' >&2
    exit 2
    ;;
esac
