#!/bin/sh
# Brings what the lints and native tests (`setup.sh check`), the build (`setup.sh build`) or all tests (`setup.sh test`)
# need.
# What is there already, in the version of versions.env, is used as it is, so
# that running this again costs nothing. Tools are built from source and kept
# in $BACKGROUNDER_CACHE, apart from what the user has installed.
set -eu
cd "$(dirname "$0")/.."
. ./versions.env

cache=${BACKGROUNDER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/backgrounder}
missing=""

say() { printf 'setup: %s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }

# Notes what cannot be installed from here, and the command that gets it.
lack() {
  say "MISSING: $1. Get it with: $2"
  missing=yes
}

# cargo_tool CRATE VERSION PROGRAM OPTIMISATION WHY [cargo install's options]
cargo_tool() {
  crate=$1 version=$2 program=$3 optimisation=$4 why=$5
  shift 5
  for found in "$program" "$cache/$crate-$version/bin/$program"; do
    if have "$found" && "$found" --version 2>/dev/null | grep -qwF "$version"; then return; fi
  done
  say "installing $crate $version into $cache ($why; takes some minutes, once)"
  # A tool need not be fast: with little optimisation, or none, it is built in a third of the time.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=$optimisation CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TARGET_DIR="$cache/build" \
    cargo install --quiet "$crate" --version "$version" --root "$cache/$crate-$version" "$@" </dev/null
  rm -rf "$cache/build"
}

# May this user install Debian's packages without being asked for a password?
apt_runner() {
  have apt-get || return 1
  if [ "$(id -u)" = 0 ]; then echo "env"; elif have sudo && sudo -n true 2>/dev/null; then echo "sudo -n env"; else return 1; fi
}

# debian_packages WHY PACKAGE...
debian_packages() {
  why=$1
  shift
  wanted=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || wanted="$wanted $package"
  done
  [ -n "$wanted" ] || return 0
  if runner=$(apt_runner); then
    say "installing Debian's packages$wanted ($why)"
    $runner DEBIAN_FRONTEND=noninteractive apt-get -qq update
    # shellcheck disable=SC2086 # the list is meant to be split
    $runner DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $wanted >/dev/null
  else
    lack "$why" "sudo apt-get install --no-install-recommends$wanted"
  fi
}

# npm_packages WHY
npm_packages() {
  why=$1
  stamp="node_modules/.installed-$(cat package-lock.json | cksum | tr ' ' '-')"
  [ ! -e "$stamp" ] || return 0
  have npm || { lack "npm ($why)" "sudo apt-get install nodejs npm"; return; }
  say "installing npm packages into node_modules ($why)"
  npm ci --silent --no-audit --no-fund --ignore-scripts
  touch "$stamp"
}

venv_works() { python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; }

# The comment server, in an environment of its own, apart from the user's Python packages. Only its own program
# comes on the PATH. One thing that it depends on is left out: misaka, which renders Markdown only where a site
# asks for that, and has to be compiled.
comment_server() {
  home=$cache/isso-$ISSO_VERSION
  for found in isso "$home/bin/isso"; do
    if have "$found" && "$found" --version 2>/dev/null | grep -qwF "$ISSO_VERSION"; then return; fi
  done
  venv_works || debian_packages "Python, for the comment server" python3 python3-venv
  venv_works || { lack "Python 3.10 or newer with venv (for the comment server)" "sudo apt-get install python3 python3-venv"; return; }
  say "installing Isso $ISSO_VERSION into $cache (the comment server that journeys post to)"
  rm -rf "$home"
  python3 -m venv "$home/python"
  for packages in "bleach html5lib itsdangerous jinja2 mistune<4 setuptools werkzeug" "--no-deps isso==$ISSO_VERSION"; do
    # shellcheck disable=SC2086 # the list is meant to be split
    "$home/python/bin/python" -m pip install --quiet --disable-pip-version-check $packages
  done
  mkdir "$home/bin"
  ln -s ../python/bin/isso "$home/bin/isso"
}

# Those of the hosts that embed us that are written in Python: a generator of sites, and a filter of HTML.
python_hosts() {
  home=$cache/hosts-$MKDOCS_VERSION-$NH3_VERSION
  [ ! -x "$home/bin/mkdocs" ] || return 0
  venv_works || debian_packages "Python, for hosts that embed us" python3 python3-venv
  venv_works || { lack "Python 3.10 or newer with venv (for hosts that embed us)" "sudo apt-get install python3 python3-venv"; return; }
  say "installing MkDocs $MKDOCS_VERSION and nh3 $NH3_VERSION into $cache (hosts that embed us)"
  rm -rf "$home"
  python3 -m venv "$home"
  "$home/bin/python" -m pip install --quiet --disable-pip-version-check "nh3==$NH3_VERSION" "mkdocs==$MKDOCS_VERSION"
}

# The attacks that bleach, which makes HTML safe, is tested with. Only its source has them; it is not installed.
attacks() {
  [ ! -d "$cache/bleach-$BLEACH_VERSION/tests/data" ] || return 0
  venv_works || debian_packages "Python, for attacks on the comment box" python3 python3-venv
  venv_works || { lack "Python 3.10 or newer with venv (for attacks on the comment box)" "sudo apt-get install python3 python3-venv"; return; }
  say "downloading the tests of bleach $BLEACH_VERSION into $cache (attacks on the comment box)"
  mkdir -p "$cache"
  folder=$(mktemp -d "$cache/bleach.XXXXXX")
  python3 -m venv "$folder/python"
  "$folder/python/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary bleach \
    --dest "$folder" "bleach==$BLEACH_VERSION"
  tar -xzf "$folder/bleach-$BLEACH_VERSION.tar.gz" -C "$folder" "bleach-$BLEACH_VERSION/tests/data"
  rm -rf "$cache/bleach-$BLEACH_VERSION"
  mv "$folder/bleach-$BLEACH_VERSION" "$cache/"
  rm -rf "$folder"
}

# unpacked NAME WHY PACKAGE... takes Debian's packages apart into the cache. Servers are not installed: Debian would start
# them, and go on doing so.
unpacked() {
  name=$1 why=$2
  shift 2
  [ ! -d "$cache/$name" ] || return 0
  have apt-get && have dpkg-deb || { lack "Debian's packages $* ($why)" "a Debian system"; return; }
  say "downloading Debian's packages $* into $cache ($why)"
  mkdir -p "$cache"
  folder=$(mktemp -d "$cache/$name.XXXXXX")
  # As whoever calls: apt's own user may not write there.
  download() { (cd "$folder" && apt-get -qq -o APT::Sandbox::User="$(id -un)" download "$@"); }
  download "$@" 2>/dev/null || { runner=$(apt_runner) && $runner apt-get -qq update && download "$@"; } || {
    rm -rf "$folder"
    lack "Debian's packages $* ($why)" "sudo apt-get update (on Debian 12)"
    return
  }
  for package in "$folder"/*.deb; do dpkg-deb -x "$package" "$folder/out"; done
  mv "$folder/out" "$cache/$name"
  rm -rf "$folder"
}

rust() {
  have cargo || { lack "Rust" "the installer of https://rustup.rs"; return; }
  if have rustup; then
    channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    if ! rustup component list --installed --toolchain "$channel" 2>/dev/null | grep -q "rust-std-wasm32-unknown-unknown"; then
      say "installing Rust $channel with the target wasm32-unknown-unknown (the islands are compiled for it)"
      rustup toolchain install "$channel" --profile minimal --component clippy,rustfmt --target wasm32-unknown-unknown --no-self-update
    fi
  elif [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    lack "Rust's target wasm32-unknown-unknown" "rustup target add wasm32-unknown-unknown"
  fi
}

compiler() {
  rust
  [ -z "$missing" ] || return 0
  have cc || debian_packages "a linker, for Rust" gcc libc6-dev
}

check() {
  compiler
  [ -z "$missing" ] || return 0
  have clippy-driver || lack "Clippy, which lints what the tests compile" "rustup component add clippy"
}

build() {
  compiler
  [ -z "$missing" ] || return 0
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen 1 "it writes the islands' module"
  # Without TLS: it never asks the network here.
  cargo_tool trunk "$TRUNK_VERSION" trunk 0 "it builds the site" --locked --no-default-features
  # Trunk compiles without asking the network, and the builds before it fetch only what they need themselves.
  cargo fetch --quiet --target "$(rustc -vV | sed -n 's/^host: //p')" --target wasm32-unknown-unknown
}

tests() {
  compiler
  [ -z "$missing" ] || return 0
  debian_packages "browsers, a display and fonts for the journeys" \
    chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-noto-core procps
  debian_packages "PHP and a database for WordPress, a host that embeds us" \
    php-cli php-mysql mariadb-server-core mariadb-client-core
  have java || debian_packages "Java, for the HTML validator" default-jre-headless
  cargo_tool geckodriver "$GECKODRIVER_VERSION" geckodriver 0 "it drives Firefox"
  comment_server
  python_hosts
  attacks
  unpacked wordpress "a host that embeds us" \
    wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentytwo wordpress-theme-twentytwentythree
  unpacked nginx "a host of ours" nginx nginx-common
  debian_packages "Apache, a host of ours" apache2-bin media-types
  debian_packages "Hugo, a host that embeds us" hugo
  npm_packages "the HTML validator, the accessibility checker, other scripts for hosts, and attacks on the comment box"
}

case "${1:-}" in
  check) check ;;
  build) build ;;
  test)
    # Not `tests && build`: the shell would go on after a failed command within `tests`.
    tests
    [ -n "$missing" ] || build
    ;;
  *) echo "usage: scripts/setup.sh check|build|test" >&2; exit 2 ;;
esac
[ -z "$missing" ] || { say "not everything is there; see above"; exit 1; }
