# The front door. Every target installs what it needs first (tools/setup says what and why, and is
# silent when nothing is missing). The real build is CMake: see CMakePresets.json.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 60
# What make mutate is about: --module safety, --only rules/dose, --count 400 --seed 1, ...
MUTATE ?=

# The Node that tools/setup fetched, where the machine's own is too old.
export PATH := $(CURDIR)/tools/.node/bin:$(PATH)

# Configures build/<preset> once; ninja does it again by itself when a CMakeLists.txt changes.
configure = test -f build/$(1)/build.ninja || cmake --preset $(1)
build = $(call configure,$(1)); cmake --build build/$(1) -j $(JOBS) $(2)
# A report of an earlier run must not pass for this one's. JUnit is what tools/risk_check reads.
ctest = rm -rf build/$(1)/reports build/$(1)/junit.xml; \
	ctest --test-dir build/$(1) --output-on-failure --no-tests=error \
	  --output-junit junit.xml -j $(JOBS) $(2)
sources = git ls-files -co --exclude-standard -- '*.cpp' '*.hpp'
# The web app and what tries it.
scripts = git ls-files -co --exclude-standard -- 'web/*.ts' 'web/*.tsx' 'web/*.css' 'web/*.mjs' \
  'tests/e2e/*.mjs' 'bench/web.mjs'
prettier = web/node_modules/.bin/prettier --config web/.prettierrc.json --log-level warn

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: build voice ## The coach in your browser; without a terminal it looks after itself once and ends
	@if [ -z "$${CI:-}" ] && [ -t 0 ] && [ -t 1 ]; then build/unknot serve --open; \
	else build/unknot serve --check --port 0; fi

.PHONY: build
build: web ## The program, optimised: build/unknot
	@tools/setup build
	@$(call build,release)
	@ln -sfn release/unknot build/unknot

.PHONY: test
test: web dev ## All quick tests: native, WebAssembly, native against WebAssembly
	@tools/setup npm browsers
	@$(call ctest,dev)

# The page in one file, made anew when anything it is made of is newer.
app = $(shell git ls-files -co --exclude-standard web)
build/web/bundle.bin: $(app) build/wasm/unknot.wasm
	@cd web && node node_modules/typescript/bin/tsc --noEmit
	@cd web && node node_modules/vite/bin/vite.js build --logLevel warn
	@node web/tools/bundle.mjs build/web/dist $@

.PHONY: web
web: wasm ## The web app: build/web/dist, and in one file build/web/bundle.bin
	@tools/setup web
	@$(MAKE) --no-print-directory build/web/bundle.bin

.PHONY: voice
voice: build
	@$(call build,release,--target clips_en)

.PHONY: clips
clips: build ## Every sentence of every language, spoken: build/release/clips, for unknot track
	@$(call build,release,--target clip_packs)

.PHONY: evidence
evidence: ## Write docs/evidence and the JSON Schemas anew from knowledge/
	@tools/setup build test node
	@$(call build,dev,--target kbc)
	@build/dev/tools/kbc/kbc knowledge --documents .

.PHONY: dev
dev: ## Native build with tests, no run
	@tools/setup build test node
	@$(call build,dev)

# The pack is compiled by a native program, so some native build comes first; dev is the one that
# the preset names.
.PHONY: wasm
wasm: ## build/wasm/unknot.wasm
	@tools/setup build test wasm node
	@$(call build,dev,--target unknot_knowledge)
	@$(call build,wasm)

.PHONY: npm
npm: wasm ## npm package of the WebAssembly module, with types: build/npm
	@tools/setup npm
	@node wasm/npm/build.mjs build/wasm/unknot.wasm build/npm

# The last commit's time instead of the clock's: the same commit gives the same files.
.PHONY: deb
deb: web ## Debian packages of the program, its voice and the C++ library: build/deb
	@tools/setup build deb
	@export SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || date +%s); \
	  cmake --preset package; \
	  cmake --build build/package -j $(JOBS) --target all clip_packs; \
	  rm -rf build/deb; \
	  cpack --config build/package/CPackConfig.cmake -B build/package/cpack
	@mkdir -p build/deb; cp build/package/cpack/*.deb build/deb/

.PHONY: asan
asan: ## The tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@tools/setup build test proof
	@$(call build,asan)
	@$(call ctest,asan,-L sanitize)

.PHONY: tsan
tsan: ## The tests under ThreadSanitizer
	@tools/setup build test proof
	@$(call build,tsan)
	@$(call ctest,tsan,-L sanitize)

.PHONY: clang
clang: ## The tests built by the other compiler
	@tools/setup build test proof
	@$(call build,clang)
	@$(call ctest,clang)

.PHONY: bench
bench: clips wasm ## Speed and size, measured
	@tools/setup bench node npm browsers
	@cmake --preset release -DUNKNOT_BENCH=ON
	@$(call build,release)
	@bench/run.sh

.PHONY: proof
proof: dev wasm deb tidy ## The long checks, an hour or more; as root
	@tools/setup proof browsers
	@for script in tests/proof/*.sh; do \
	  test -e "$$script" || continue; \
	  echo "== $$script"; SECONDS=0; "$$script"; echo "== $$script: $$SECONDS s"; \
	done

.PHONY: coverage
coverage: ## Lines, branches and MC/DC of core/safety: all of them, or it fails
	@tools/setup build test proof
	@$(call build,coverage,--target unknot_safety_tests unknot_scenarios_tests)
	@tools/coverage

.PHONY: mutate
mutate: ## Mistakes put into safety and planner, one at a time: a test must notice each
	@tools/setup build test proof
	@$(call build,mutation,--target unknot_safety_tests unknot_planner_tests \
	  unknot_session_tests unknot_scenarios_tests unknot_property_tests unknot_session_storms_tests)
	@tools/mutate/mutate --jobs $(JOBS) $(MUTATE)

.PHONY: tidy
tidy: ## clang-tidy over the core
	@tools/setup build test proof
	@$(call configure,clang)
	@run-clang-tidy-19 -quiet -j $(JOBS) -p build/clang '^$(CURDIR)/core/[a-z_]+/src/' \
	  | sed '/warnings generated/d; /^$$/d'

.PHONY: fuzz
fuzz: ## Every target of tests/fuzz for FUZZ_SECONDS (60) each
	@tools/setup build test proof
	@$(call build,fuzz)
	@tests/fuzz/run.sh build/fuzz/fuzz $(FUZZ_SECONDS)

.PHONY: fmt
fmt: ## clang-format over all C++, Prettier over the web app
	@tools/setup format web
	@$(sources) | xargs -r clang-format-19 -i
	@$(scripts) | xargs -r $(prettier) --write

.PHONY: fmt-check
fmt-check: ## Fails when make fmt would change something
	@tools/setup format web
	@$(sources) | xargs -r -n 1 -P $(JOBS) clang-format-19 --dry-run -Werror --ferror-limit=1
	@$(scripts) | xargs -r $(prettier) --check

.PHONY: house
house: ## House rules: paths, length, includes, links, law
	@tools/setup house
	@tools/house_check

.PHONY: risk
risk: ## Hazard, control, test: after make test
	@tools/setup house
	@tools/risk_check

.PHONY: clean
clean: ## Remove build/
	rm -rf build
