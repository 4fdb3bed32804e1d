# Shell functions that build-wasm.sh and tests/run.sh share: say, die, need, install_needed.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# need PACKAGE TEST…: remembers the Debian package when the test command fails.
missing_packages=()
need() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing_packages+=("$package")
}
need_command() { need "$2" command -v "$1"; }

# Installs what was missing, or says how to. Where there is no apt, the names of the packages still say what to get.
install_needed() {
    [ ${#missing_packages[@]} -gt 0 ] || return 0
    local apt=(apt-get install --yes --no-install-recommends "${missing_packages[@]}")
    if ! command -v apt-get >/dev/null; then
        die "missing, and there is no apt-get here to install them with: ${missing_packages[*]}"
    elif [ "$(id -u)" = 0 ]; then
        local as_root=()
    elif sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }; then
        local as_root=(sudo)
    else
        die "packages are missing and this user may not install them. Run, then try again:
  sudo apt-get update && sudo ${apt[*]}"
    fi
    say "Installing ${missing_packages[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${apt[@]}"; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        die "installing failed (above). Run it by hand, then try again:
  sudo apt-get update && sudo ${apt[*]}"
    fi
    rm -f "$log"
    missing_packages=()
    hash -r
}

# A Python with the modules named: the first on PATH may be another one than the system's packages belong to.
python_with() {
    local modules=$1 python
    for python in python3 /usr/bin/python3; do
        if "$python" -c "import $modules" 2>/dev/null; then
            printf '%s\n' "$python"
            return 0
        fi
    done
    return 1
}

file_exists() { [ -e "$1" ]; }
