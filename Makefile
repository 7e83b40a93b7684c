# make help lists the targets. Tools that are missing are installed on first use: build/setup.sh.

SHELL := /bin/bash
export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

PORT ?= 8080
FUZZ_SECONDS ?= 60
MODULES := node_modules/.package-lock.json
BENCH_MODULES := bench/node_modules/.package-lock.json
BUILDS := pkg/full/card.wasm pkg/core/card.wasm
DIST := dist/article-card.js
WASM_TARGET := --target wasm32-unknown-unknown
# Panics name files: paths of this machine stay out of the Wasm, also where the sources of the standard library are at
# hand. build/reach.mjs reads the relocations.
WASM_FLAGS = "-Clink-arg=--emit-relocs", \
	"--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=crates", \
	"--remap-path-prefix=$(shell rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$(shell rustc -vV | sed -n 's/^commit-hash: //p')"

.PHONY: help build dist demo test lint lint-deny test-native test-browser test-e2e test-attacks attacks test-fuzz fuzz size bench pictures clean
.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

build: $(BUILDS) ## the Wasm and its glue, full and core, in pkg/
dist: $(DIST) ## what is published, in dist/

demo: $(DIST) .setup/rust ## the site at 127.0.0.1:PORT (8080)
	@cargo run --bin article-card -- serve --port $(PORT) --mount /dist/=dist www

test: lint lint-deny test-native test-browser size test-e2e test-attacks test-fuzz ## everything

lint: .setup/rust ## formatting, clippy, documentation, nothing that parses text as markup
	node build/sinks.mjs sources
	cargo fmt --check
	cargo fmt --check --manifest-path fuzz/Cargo.toml
	cargo fmt --check --manifest-path bench/sanitiser/Cargo.toml
	cargo clippy --all-targets -- -Dwarnings
	cargo clippy --all-targets --no-default-features -- -Dwarnings
	cargo clippy $(WASM_TARGET) --no-default-features --lib --test browser -- -Dwarnings
	cargo clippy $(WASM_TARGET) --no-default-features --features formats --lib -- -Dwarnings
	RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --lib
	RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --lib $(WASM_TARGET) --no-default-features

lint-deny: .setup/rust .setup/deny ## dependencies: licences, sources, what is refused, exact versions
	cargo deny --locked check bans licenses sources
	cargo deny --locked --config build/deny-wasm.toml check bans
	node build/pins.mjs

test-native: .setup/rust ## cargo test
	cargo test

# webdriver.json holds the browser's arguments.
test-browser: .setup/rust .setup/wasm .setup/browsers ## Rust tests inside Chromium
	@if driver=$$(command -v chromedriver); then \
		CHROMEDRIVER=$$driver WASM_BINDGEN_TEST_TIMEOUT=120 cargo test $(WASM_TARGET) --no-default-features --test browser; \
	else echo 'skipped: Rust tests in Chromium (chromedriver not found)'; test -z "$$CI"; fi

test-e2e: $(DIST) .setup/rust .setup/browsers ## tests/e2e in every engine; ENGINES=chromium,firefox and FILES=card choose
	cargo build --profile native --bin article-card
	node tests/e2e/run.mjs $(FILES)

test-attacks: $(DIST) .setup/rust .setup/browsers ## hostile payloads, a sample; MODES=firefox and PAYLOADS=threats-12 choose
	cargo build --profile native --bin article-card
	node tests/attacks/run.mjs --sample $(PAYLOADS)

attacks: $(DIST) .setup/rust .setup/browsers ## all hostile payloads in every engine, more than an hour
	cargo build --profile native --bin article-card
	node tests/attacks/run.mjs $(PAYLOADS)
	ALL=1 node tests/e2e/run.mjs trees

test-fuzz: fuzz

fuzz: .setup/rust ## each target in fuzz/ for FUZZ_SECONDS (60), where there is a nightly toolchain
	build/fuzz.sh $(FUZZ_SECONDS)

size: $(DIST) ## what a card costs, against build/budget.json
	node build/size.mjs

bench: $(DIST) .setup/rust .setup/browsers $(MODULES) $(BENCH_MODULES) ## the card beside what one would take instead; SUITES, VARIANTS and ROUNDS choose, WRITE=1 keeps
	cargo build --profile native --bin article-card --example render-feed
	node bench/run.mjs $(if $(WRITE),--write)

# Without the command line: it would be built with another panic, under the same name.
bench-sanitiser: .setup/rust .setup/wasm .setup/browsers $(MODULES) ## how fast HTML is sanitised: natively, and in Chromium beside DOMPurify
	cargo bench --profile native --no-default-features --bench sanitise
	node bench/sanitiser/build.mjs
	node bench/sanitiser/run.mjs

pictures: $(DIST) .setup/browsers ## what it looks like, in one look: target/pictures/index.html
	node build/pictures.mjs

clean: ## what was built (not the installed tools)
	rm -rf target pkg dist .setup fuzz/target bench/built bench/sanitiser/target bench/sanitiser/pkg

# All formats, or the native one and JSON Feed.
pkg/full/card.wasm: FEATURES = --features formats

# The crate type said here, because Cargo leaves link-time optimisation out where a library is a cdylib and an rlib.
pkg/%/card.wasm: $(shell find src -name '*.rs') Cargo.toml $(wildcard Cargo.lock) rust-toolchain.toml $(addprefix build/,wasm.mjs cut.mjs glue.mjs order.mjs passes.mjs reach.mjs sections.mjs) $(MODULES) | .setup/rust .setup/wasm
	cargo rustc --release --lib --crate-type cdylib $(WASM_TARGET) --no-default-features $(FEATURES) \
		--config 'target.wasm32-unknown-unknown.rustflags=[$(WASM_FLAGS)]'
	node build/wasm.mjs $*

$(DIST): $(BUILDS) $(wildcard src/element/*.js src/frame/* src/style/*.css src/lang/*.json www/themes/*.css) build/dist.mjs build/lang.mjs build/literal.mjs build/sinks.mjs build/stylesheet.mjs
	node build/dist.mjs
	node build/sinks.mjs built

$(MODULES): package-lock.json
	build/setup.sh node

$(BENCH_MODULES): bench/package-lock.json
	build/setup.sh bench

.setup/%: build/setup.sh rust-toolchain.toml Cargo.toml
	build/setup.sh $*
	@mkdir -p $(@D) && touch $@
