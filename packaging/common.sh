# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the scripts of this folder share; sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Compile jobs: one per core, but 2 GiB of memory each, which files that include LibTorch take.
jobs() {
    local cores gibibytes
    cores=$(nproc)
    gibibytes=$(awk '/^MemTotal:/ { print int($2 / 1048576) }' /proc/meminfo)
    local fit=$((gibibytes / 2))
    ((fit >= 1)) || fit=1
    echo $((cores < fit ? cores : fit))
}

# Prints a line that stands out between the output of tools.
announce() {
    printf '\n== %s\n' "$*"
}

# build PRESET FOLDER [CMAKE-OPTION...]: configures and builds into ROOT/build/FOLDER.
build() {
    local preset=$1 folder=$2
    shift 2
    (cd "$root" && cmake --preset "$preset" -B "build/$folder" "$@" && cmake --build "build/$folder" --parallel "$(jobs)")
}
