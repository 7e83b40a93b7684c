#!/usr/bin/env bash
# Installs what building and testing need and this machine lacks: build/setup.sh rust|deny|wasm|node|bench|browsers|fuzz|all
# What cannot be installed is named, with the way to get it. A missing browser is not a failure: its tests are skipped.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

say() { printf '%s\n' "$*"; }
fail() { printf 'missing: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

rust() {
    have rustup || fail 'rustup; get it from https://rustup.rs or your package manager'
    have cc || fail 'a C compiler, which Rust links with; on Debian: apt-get install build-essential'
    local channel
    channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    if ! rustc --version >/dev/null 2>&1; then
        say "rust: installing $channel"
        rustup toolchain install "$channel" --profile minimal --component rustfmt --component clippy </dev/null ||
            fail "Rust $channel; rustup could not fetch it"
    fi
    if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
        say 'rust: adding wasm32-unknown-unknown'
        rustup target add wasm32-unknown-unknown || fail 'the target wasm32-unknown-unknown; rustup could not fetch it'
    fi
    say "rust: $channel with wasm32-unknown-unknown"
}

deny() {
    if ! have cargo-deny; then
        say 'deny: building cargo-deny (a few minutes)'
        cargo install --quiet --locked cargo-deny --version 0.20.2 || fail 'cargo-deny; cargo could not build it'
    fi
    say "deny: $(cargo-deny --version)"
}

wasm() {
    # The tool must be the very version of the crate.
    local pin
    pin=$(sed -n 's/^wasm-bindgen = "=\([0-9.]*\)".*/\1/p' Cargo.toml)
    if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $pin" ] || ! have wasm-bindgen-test-runner; then
        say "wasm: building wasm-bindgen $pin (a few minutes)"
        cargo install --quiet --force wasm-bindgen-cli --version "$pin" || fail "wasm-bindgen-cli $pin; cargo could not build it"
    fi
    say "wasm: wasm-bindgen $pin"
}

node_packages() {
    have node || fail 'Node 20 or newer; get it from https://nodejs.org or your package manager'
    local version
    version=$(node --version)
    [ "$(printf '%s' "${version#v}" | cut -d. -f1)" -ge 20 ] || fail "Node 20 or newer; this is $version"
    if [ package-lock.json -nt node_modules/.package-lock.json ]; then
        say 'node: installing packages'
        npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null || fail 'the npm packages; npm ci failed'
        touch node_modules/.package-lock.json
    fi
    say "node: $version with packages"
}

# What the card is measured beside. Nothing else needs it, so it has a lock file of its own.
bench() {
    have npm || fail 'npm, which comes with Node; get it from https://nodejs.org or your package manager'
    say 'bench: installing what the card is measured beside'
    (cd bench && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null) || fail "the bench's npm packages; npm ci failed"
    touch bench/node_modules/.package-lock.json
}

# As root, or where sudo asks nothing; anywhere else the reader is told what to install.
apt_install() {
    have apt-get || return 1
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        root=(sudo -n)
    fi
    say "browsers: installing $*"
    "${root[@]}" apt-get -qq update </dev/null &&
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" </dev/null >/dev/null
}

browsers() {
    local packages=()
    have chromium || have chromium-browser || have google-chrome || packages+=(chromium)
    have chromedriver || packages+=(chromium-driver)
    have firefox || have firefox-esr || packages+=(firefox-esr)
    have WebKitWebDriver || packages+=(webkit2gtk-driver)
    have Xvfb || packages+=(xvfb)
    [ -n "$(find /usr/share/fonts -name '*.ttf' -print -quit 2>/dev/null)" ] || packages+=(fonts-dejavu-core)
    if [ ${#packages[@]} -gt 0 ] && ! apt_install "${packages[@]}"; then
        say "browsers: not installed: ${packages[*]} (Debian's package names); tests of what is missing are skipped"
    fi
    if ! have geckodriver && have cargo; then
        say 'browsers: building geckodriver (a few minutes)'
        cargo install --quiet geckodriver --version 0.37.1 || say 'browsers: geckodriver not built; Firefox is skipped'
    fi
    local found=()
    have chromedriver && found+=(chromium)
    have geckodriver && found+=(firefox)
    have WebKitWebDriver && found+=(webkit)
    say "browsers: ${found[*]:-none}"
}

# Counting which branches ran takes a nightly compiler. Nobody needs one for anything else: without it nothing is fuzzed.
fuzz() {
    if ! rustup toolchain list 2>/dev/null | grep -q "^nightly"; then
        say 'fuzz: no nightly toolchain; fuzzing is skipped'
        return
    fi
    if ! have cargo-fuzz; then
        say 'fuzz: building cargo-fuzz (a minute or two)'
        cargo install --quiet cargo-fuzz --version 0.13.2 || { say 'fuzz: cargo-fuzz not built; fuzzing is skipped'; return; }
    fi
    say 'fuzz: cargo-fuzz'
}

case "${1:-all}" in
    rust) rust ;;
    deny) deny ;;
    wasm) wasm ;;
    node) node_packages ;;
    bench) bench ;;
    browsers) browsers ;;
    fuzz) fuzz ;;
    all) rust; deny; wasm; node_packages; browsers; fuzz ;;
    *) say 'usage: build/setup.sh rust|deny|wasm|node|bench|browsers|fuzz|all' >&2; exit 2 ;;
esac
