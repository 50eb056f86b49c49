# Every target sets up what it needs first; see tools/ for how. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

ENV := . tools/env.sh;

.PHONY: help setup native wasm extension demo test proof bench bench-matching dev format lint clean

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

setup: ## install what is missing (apt and npm registry)
	@tools/setup.sh

native: setup ## the core and its tests for this machine, in build/native
	@tools/build.sh native

wasm: setup ## the core as WebAssembly, in build/wasm
	@tools/build.sh wasm

extension: wasm ## the extension, in build/extension/chromium and build/extension/firefox, packed beside
	@tools/build.sh extension

demo: native extension ## the whole story in a real browser; DEMO=headless plays it without a display
	@$(ENV) node tests/e2e/demo.ts

test: ## every suite; `make test SUITES="unit e2e"` runs some
	@tools/test.sh $(SUITES)

proof: native extension ## the long proofs: full counts of what `make test` does in part
	@$(ENV) SIDEBILL_PROOF=1 node tests/run.ts $(SUITES)

bench: native extension ## times and sizes, as a table and in build/bench.json
	@$(ENV) node tests/bench/bench.ts

bench-matching: wasm ## matching beside known answers and beside other programs; DOCUMENT=1 puts it into docs/benchmarks.md
	@$(ENV) node tests/bench/matching/quality.ts $(if $(DOCUMENT),--document)
	@$(ENV) node tests/bench/matching/speed.ts $(if $(DOCUMENT),--document)
	@$(ENV) node tests/bench/matching/directory.ts $(if $(DOCUMENT),--document)

dev: native extension ## rebuild on change, with the sandbox running
	@$(ENV) node tools/dev.ts

format: ## lay out all code
	@tools/setup.sh lint
	@$(ENV) tools/lint.sh format

lint: ## check layout, C++ and TypeScript, strictly
	@tools/setup.sh lint
	@$(ENV) tools/lint.sh check

clean: ## remove what was built, keep the tools
	@find build -mindepth 1 -maxdepth 1 ! -name tools ! -name headers -exec rm -rf {} +
