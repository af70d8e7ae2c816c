# What one can ask of this project. `make help` lists it.

include versions.env

CACHE := $(or $(BACKGROUNDER_CACHE),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/backgrounder)
export PATH := $(CACHE)/trunk-$(TRUNK_VERSION)/bin:$(CACHE)/wasm-bindgen-cli-$(WASM_BINDGEN_VERSION)/bin:$(CACHE)/geckodriver-$(GECKODRIVER_VERSION)/bin:$(CACHE)/isso-$(ISSO_VERSION)/bin:$(PATH)
# Where set-up has put the attacks that bleach is tested with.
export BACKGROUNDER_BLEACH_DATA := $(CACHE)/bleach-$(BLEACH_VERSION)/tests/data

# One folder for each feature set, so that the two do not evict each other.
SSR := CARGO_TARGET_DIR=target/ssr
HYDRATE := CARGO_TARGET_DIR=target/hydrate
TRUNK := $(HYDRATE) NO_COLOR=true trunk build --offline --skip-version-check

DIST ?= dist
STORIES ?= stories
export STORIES
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help serve build debug test check new schemas stories bench setup setup-test prerender journeys native clean

help: ## lists what one can ask
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

serve: setup prerender ## builds the site and serves it on http://127.0.0.1:8080 (PORT=); pages follow their stories' files
	@if ! test -e "$(DIST)/_headers" || target/ssr/debug/prerender check >/dev/null; then $(MAKE) --no-print-directory build; \
	else echo "Nothing was built; what was built before is served, and its pages say what is wrong."; fi
	@PORT=$(PORT) target/ssr/debug/serve "$(DIST)" "$(STORIES)"

build: setup prerender ## writes the site to dist/ (DIST=) and prints what each file weighs
	@target/ssr/debug/prerender check
	@$(TRUNK) --release --dist "$(DIST)" || { rm -rf "$(DIST)/.stage"; exit 1; }

debug: setup prerender ## the same with a debug build of the islands, in target/dist-debug
	@$(TRUNK) --dist target/dist-debug

new: prerender ## begins a story in stories/ (STORY=its-name)
	@TODAY=$(or $(TODAY),$(shell date +%F)) target/ssr/debug/prerender new "$(STORY)"

schemas: prerender ## writes the schemas of a story's files anew, after a change to src/schema
	@target/ssr/debug/prerender schemas

stories: ## checks the stories of stories/ (or STORIES=) and builds nothing
	@$(SSR) cargo run --quiet --features ssr --bin prerender -- check

check: setup ## checks format and lints, and runs the native tests
	@cargo fmt --check
	@$(SSR) cargo clippy --quiet --features ssr --all-targets -- -D warnings
	@$(HYDRATE) cargo clippy --quiet --features hydrate --all-targets --target wasm32-unknown-unknown -- -D warnings
	@$(SSR) cargo test --quiet --features ssr --lib --bins --test native

# One after the other also under -j: each needs what the one before left.
.NOTPARALLEL:

# What the tests depend on asks more of some crates; asked for from the first, also by the tests that build, nothing is
# compiled for the build alone.
test: export TOGETHER := --tests
test: setup-test check build debug ## sets up what the tests need and runs every test
	@$(SSR) cargo test --features ssr --test site
	@$(SSR) cargo test --features ssr --test journeys -- without_scripts
	@$(SSR) cargo test --features ssr --test journeys -- --skip without_scripts --skip attacks
	@$(SSR) cargo test --features ssr --test journeys -- attacks --show-output

bench: setup-test build ## measures the page against the same page without scripts, and how fast it answers
	@CARGO_TARGET_DIR=target/ssr-release cargo build --quiet --release --features ssr --bin prerender
	@$(SSR) cargo bench --profile dev --features ssr --bench page --bench interactions --bench comments --bench embedding --bench preview --bench growth

setup: ## brings what the build needs
	@scripts/setup.sh build

setup-test: ## brings what the build and the tests need
	@scripts/setup.sh test

prerender:
	@$(SSR) cargo build --quiet --features ssr --bins $(TOGETHER)

clean: ## deletes what was built, but not the tools
	@rm -rf target "$(DIST)"
