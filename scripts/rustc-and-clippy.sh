#!/bin/sh
# Compiles the project's own crates and lints them in the same pass, so that nothing is compiled a second time for the
# lints alone. Cargo calls it as RUSTC_WORKSPACE_WRAPPER, with rustc's path and arguments. Not for what is released:
# Clippy leaves out some optimisations.
exec clippy-driver "$@" -D warnings
