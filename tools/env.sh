# Puts this project's tools on the PATH. Sourced by every recipe of the Makefile; safe to source twice.
# shellcheck shell=bash

SIDEBILL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export SIDEBILL_ROOT

# WXT and vitest need this Node, and plain `node file.ts` needs its type stripping.
SIDEBILL_NODE_FLOOR=22.18

# put_first DIR: DIR before everything else on the PATH, once.
put_first() {
  case "$PATH" in
    "$1" | "$1":*) ;;
    *) PATH="$1:$PATH" ;;
  esac
}

# node_is_new_enough NODE
node_is_new_enough() {
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  printf '%s\n%s\n' "$SIDEBILL_NODE_FLOOR" "${version#v}" | sort -C -V
}

if [ -x "$SIDEBILL_ROOT/build/tools/node_modules/.bin/node" ]; then
  put_first "$SIDEBILL_ROOT/build/tools/node_modules/.bin"
fi
put_first "$SIDEBILL_ROOT/node_modules/.bin"
export PATH

# What the machine trusts (a company's proxy, say) counts for Node too, as it does for apt.
machine_certificates=/etc/ssl/certs/ca-certificates.crt
if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -e "$machine_certificates" ]; then
  export NODE_EXTRA_CA_CERTS=$machine_certificates
fi
unset machine_certificates

# Debian's Emscripten looks for acorn where Debian keeps it. Another one brings its own and is left alone,
# unless it belongs to somebody else: then its cache of system libraries stands here.
emcc_path=$(command -v emcc 2>/dev/null || true)
if [ -n "$emcc_path" ]; then
  emcc_home=$(dirname "$(readlink -f "$emcc_path")")
  if [ "$emcc_home" = /usr/share/emscripten ]; then
    export NODE_PATH=/usr/share/nodejs
  elif [ -z "${EM_CACHE:-}" ] && [ ! -w "$emcc_home" ]; then
    export EM_CACHE="$SIDEBILL_ROOT/build/emscripten-cache"
  fi
  unset emcc_home
fi
unset emcc_path
