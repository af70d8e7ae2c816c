# What one can ask of this project. `make help` lists it.

include versions.env

CACHE := $(or $(BACKGROUNDER_CACHE),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/backgrounder)
export PATH := $(CACHE)/trunk-$(TRUNK_VERSION)/bin:$(CACHE)/wasm-bindgen-cli-$(WASM_BINDGEN_VERSION)/bin:$(CACHE)/geckodriver-$(GECKODRIVER_VERSION)/bin:$(CACHE)/isso-$(ISSO_VERSION)/bin:$(PATH):/usr/sbin
# Where set-up has put the attacks that bleach is tested with.
export BACKGROUNDER_BLEACH_DATA := $(CACHE)/bleach-$(BLEACH_VERSION)/tests/data
# Where set-up has put Debian's WordPress.
export BACKGROUNDER_WORDPRESS := $(CACHE)/wordpress/usr/share/wordpress
# MkDocs, and a filter of HTML.
export BACKGROUNDER_PYTHON_HOSTS := $(CACHE)/hosts-$(MKDOCS_VERSION)-$(NH3_VERSION)/bin
# And its nginx.
export BACKGROUNDER_NGINX := $(CACHE)/nginx

# One folder for each feature set, so that the two do not evict each other. For tests, what is compiled without
# optimisation is linted in the same pass; whoever only builds a site needs no linter.
LINTED = $(if $(LINT),RUSTC_WORKSPACE_WRAPPER="$(CURDIR)/scripts/rustc-and-clippy.sh")
SSR = CARGO_TARGET_DIR=target/ssr $(LINTED)
HYDRATE := CARGO_TARGET_DIR=target/hydrate
TRUNK := NO_COLOR=true trunk build --offline --skip-version-check

DIST ?= dist
STORIES ?= stories
export STORIES
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help serve build address debug test check new schemas stories journeys bench peers setup setup-check setup-test prerender clean

help: ## lists what one can ask
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

serve: setup prerender ## builds the site and serves it on http://127.0.0.1:8080 (PORT=); pages follow their stories' files
	@if ! test -e "$(DIST)/_headers" || target/ssr/debug/prerender check >/dev/null; then $(MAKE) --no-print-directory build; \
	else echo "Nothing was built; what was built before is served, and its pages say what is wrong."; fi
	@PORT=$(PORT) target/ssr/debug/serve "$(DIST)" "$(STORIES)"

build: setup prerender ## writes the site to dist/ (DIST=) and prints what each file weighs
	@target/ssr/debug/prerender address
	@target/ssr/debug/prerender check
	@$(HYDRATE) $(TRUNK) --release --dist "$(DIST)" || { rm -rf "$(DIST)/.stage"; exit 1; }

address: prerender ## tells the finished site where it is published, without building it anew (ADDRESS=https://news.example/)
	@target/ssr/debug/prerender address "$(DIST)"

debug: setup prerender ## the same with a debug build of the islands, in target/dist-debug
	@$(HYDRATE) $(LINTED) $(TRUNK) --dist target/dist-debug

new: prerender ## begins a story in stories/ (STORY=its-name)
	@TODAY=$(or $(TODAY),$(shell date +%F)) target/ssr/debug/prerender new "$(STORY)"

schemas: prerender ## writes the schemas of a story's files anew, after a change to src/schema
	@target/ssr/debug/prerender schemas

stories: ## checks the stories of stories/ (or STORIES=) and builds nothing
	@$(SSR) cargo run --quiet --features ssr --bin prerender -- check

check test journeys bench: export LINT := yes

check: setup-check ## checks format and lints, and runs the native tests; needs neither Trunk nor browsers
	@cargo fmt --check
	@$(SSR) cargo build --quiet --features ssr --all-targets
	@$(HYDRATE) $(LINTED) cargo build --quiet --features hydrate --lib --target wasm32-unknown-unknown
	@$(SSR) cargo test --quiet --features ssr --lib --test native

# One after the other also under -j: each needs what the one before left.
.NOTPARALLEL:

# What the tests depend on asks more of some crates; asked for from the first, also by the tests that build, nothing is
# compiled for the build alone.
check test journeys bench: export TARGETS := --all-targets

test: ## sets up what the tests need and runs every test
	@echo "1 of 5: set-up (6 to 12 minutes the first time, then nothing)"
	@$(MAKE) --no-print-directory setup-test
	@echo "2 of 5: format, lints and native tests (4 to 8 minutes the first time)"
	@$(MAKE) --no-print-directory check
	@echo "3 of 5: the finished site, and a debug build of it (2 to 4 minutes)"
	@$(MAKE) --no-print-directory build debug
	@echo "4 of 5: the finished site, file by file (about a minute)"
	@$(SSR) cargo test --features ssr --test site
	@echo "5 of 5: journeys through it in three browsers (15 to 30 minutes)"
	@$(SSR) cargo test --features ssr --test journeys

journeys: setup-test build debug ## makes journeys in three browsers (JOURNEY= only those with this in their names)
	@$(SSR) cargo test --features ssr --test journeys -- $(JOURNEY)

peers: build ## measures the flagship beside the same page as others would make it (some ten minutes)
	@bash bench/peers/ratios.sh "$(DIST)"

bench: setup-test build ## measures pages, answers, comments, frames, a preview and growth (MEASURE= only these)
	@CARGO_TARGET_DIR=target/ssr-release cargo build --quiet --release --features ssr --bin prerender
	@$(SSR) cargo bench --profile dev --features ssr --bench measurements -- $(MEASURE)

setup: ## brings what the build needs
	@scripts/setup.sh build

setup-check: ## brings what `make check` needs
	@scripts/setup.sh check

setup-test: ## brings what the build and the tests need
	@scripts/setup.sh test

prerender:
	@$(SSR) cargo build --quiet --features ssr $(or $(TARGETS),--bins)

clean: ## deletes what was built, but not the tools
	@rm -rf target "$(DIST)"
