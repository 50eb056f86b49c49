#!/usr/bin/env bash
# Installs what is missing to build, test and demonstrate Sidebill: Debian packages, Node, npm packages.
#
#   tools/setup.sh          for make test and make demo
#   tools/setup.sh lint     and the C++ formatter and linter
#
# Safe to repeat; what is there is left alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tools/env.sh
. tools/stage.sh

node_version=24.21.0

step() { printf 'setup: %s\n' "$*"; }
long_step() {  # LOG WORDS COMMAND...
  local log=$1 words=$2
  shift 2
  stage "$log" "setup: $words" "$@"
}
fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------- Debian packages

missing=()
need() {  # need PACKAGE TEST...: the package is wanted when the test fails
  local package=$1
  shift
  "$@" || missing+=("$package")
}
can_fuzz() { has clang++ && test -e "$(clang++ -print-runtime-dir)/libclang_rt.fuzzer-x86_64.a"; }
has_chromium() { has chromium || has chromium-browser || has google-chrome; }

find_missing_packages() {
  need g++ has g++
  need clang has clang++
  need libclang-rt-14-dev can_fuzz
  need make has make
  need cmake has cmake
  need git has git
  need ca-certificates test -e /etc/ssl/certs/ca-certificates.crt
  need zip has zip
  need xz-utils has xz
  need emscripten has emcc
  need nlohmann-json3-dev test -e /usr/include/nlohmann/json.hpp
  need doctest-dev test -e /usr/include/doctest/doctest.h
  need chromium has_chromium
  need firefox-esr has firefox-esr
  need fonts-liberation test -d /usr/share/fonts/truetype/liberation
  need poppler-utils has pdftotext
  if ! has npm && ! has_own_node; then
    need nodejs has node
    missing+=(npm)
  fi
  if [ "${1:-}" = lint ]; then
    need clang-format has clang-format
    need clang-tidy has clang-tidy
  fi
}

install_packages() {
  if [ ${#missing[@]} -eq 0 ]; then
    step 'Debian packages are there'
    return
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if has sudo && sudo -n true 2>/dev/null; then as_root=(sudo -n); else
      fail "this user may not install packages: run \`sudo apt-get install ${missing[*]}\` and start again."
    fi
  fi
  has apt-get || fail "there is no apt-get here: install the equivalents of ${missing[*]} and start again."
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  long_step apt-update 'apt-get update' "${as_root[@]}" "${apt[@]}" update
  long_step apt-install "apt-get install ${missing[*]}" \
    "${as_root[@]}" "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
}

# ---------------------------------------------------------------- headers

# Emscripten must not see /usr/include, so header-only packages get a folder of their own.
copy_headers() {
  local package
  for package in nlohmann doctest; do
    if diff -rq "/usr/include/$package" "build/headers/$package" >/dev/null 2>&1; then continue; fi
    step "headers of $package into build/headers"
    mkdir -p build/headers
    rm -rf "build/headers/$package"
    cp -rL "/usr/include/$package" "build/headers/$package"
  done
}

# ---------------------------------------------------------------- Node and npm packages

own_node=build/tools/node_modules/.bin/node
has_own_node() { [ -x build/tools/node_modules/.bin/npm ] && node_is_new_enough build/tools/node_modules/.bin/node; }

# What a user's own npmrc may say (production only, global, scripts) must not change what is installed.
npm_quietly() {
  npm "$@" --include=dev --no-global --ignore-scripts --no-fund --no-audit --no-update-notifier --loglevel=error \
    --fetch-retries=2 --fetch-retry-maxtimeout=10000
}

fetch_node() { (cd build/tools && npm_quietly install --no-package-lock "$@"); }

install_node() {
  if has_own_node; then
    step "Node $("$own_node" --version) from build/tools"
    return
  fi
  if has npm && has node && node_is_new_enough "$(command -v node)"; then
    step "Node $(node --version) from the PATH"
    return
  fi
  local machine
  case "$(uname -m)" in
    x86_64) machine=x64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) fail "no Node is packaged for $(uname -m): install Node $SIDEBILL_NODE_FLOOR or newer and start again." ;;
  esac
  mkdir -p build/tools
  printf '{ "private": true }\n' >build/tools/package.json
  long_step node "Node $node_version and npm 11 into build/tools" \
    fetch_node "node-linux-$machine@$node_version" 'npm@^11.5.0' ||
    fail "Node could not be fetched from $(npm config get registry): check the network, or install Node $SIDEBILL_NODE_FLOOR or newer."
  ln -sfn "../node-linux-$machine/bin/node" "$own_node"
  . tools/env.sh
}

install_npm_packages() {
  if node tools/npm-packages-are-current.ts; then
    step 'npm packages are there'
    return
  fi
  long_step npm-packages 'npm packages of package-lock.json' npm_quietly ci
}

find_missing_packages "${1:-}"
install_packages
. tools/env.sh
copy_headers
install_node
install_npm_packages
step 'ready'
