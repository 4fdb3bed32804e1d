#!/usr/bin/env bash
# Builds Paperdeck for the browser into build/web/site/, a folder that any static host can serve. See --help.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=cmake/packages.sh
. cmake/packages.sh

usage() {
    cat <<'END'
usage: ./build-wasm.sh [--serve] [--port N] [--digests DIR] [--single-file]

Installs what is missing, fetches the pinned sources, builds, prints the sizes. The result, build/web/site/,
can be copied to any static host, also under a sub-path.

  --serve        then serve the site on 127.0.0.1 until Ctrl-C
  --port N       the port for --serve (8080)
  --digests DIR  put the digests of DIR and the folders below into the site instead of the sample
  --single-file  also write build/web/paperdeck.html: everything in one file that opens by double-click

Environment: PAPERDECK_SOURCES, a folder with the source archives of cmake/dependencies.lock; PAPERDECK_CACHE,
where fetched sources are kept; EM_CACHE, where Emscripten keeps what it builds for itself.
END
}

serve=no port=8080 digests=assets/digests single_file=no
while [ $# -gt 0 ]; do
    case $1 in
        --serve) serve=yes ;;
        --port) port=${2:?--port needs a number}; shift ;;
        --port=*) port=${1#*=} ;;
        --digests) digests=${2:?--digests needs a folder}; shift ;;
        --digests=*) digests=${1#*=} ;;
        --single-file) single_file=yes ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; die "unknown argument: $1" ;;
    esac
    shift
done
case $port in '' | *[!0-9]*) die "--port needs a number, not '$port'" ;; esac
case $digests in /* | assets/digests) ;; *) digests=$called_from/$digests ;; esac
[ -d "$digests" ] || die "no such folder: $digests"

emcc_is_new_enough() {
    local version
    version=$(emcc --version 2>/dev/null | sed -n '1s/.* \([0-9][0-9]*\.[0-9][0-9]*\.[0-9][0-9]*\).*/\1/p')
    [ -n "$version" ] && [ "$(printf '3.1.6\n%s\n' "$version" | sort -V | head -n 1)" = 3.1.6 ]
}

need_command cmake cmake
need_command ninja ninja-build
need_command c++ g++
need_command git git
need_command emcc emscripten
need_command python3 python3
need_command esbuild esbuild
need python3-fonttools python_with fontTools
need python3-brotli python_with brotli
need fonts-inter file_exists /usr/share/fonts/opentype/inter/Inter-Regular.otf
need fonts-stix file_exists /usr/share/fonts/opentype/stix/STIXGeneral-Regular.otf
need libcli11-dev file_exists /usr/include/CLI/CLI.hpp
need libmd-dev file_exists /usr/include/sha2.h
need ca-certificates file_exists /etc/ssl/certs/ca-certificates.crt
install_needed
emcc_is_new_enough || die "$(command -v emcc) is older than 3.1.6: put a newer Emscripten on PATH"
python=$(python_with 'brotli, fontTools') ||
    die "no python3 sees both fontTools and brotli: install them for the python3 on PATH"

# A cache that this user cannot write is no cache; a frozen one holds all there is and is never written.
if [ -z "${EM_CACHE:-}" ] && em_cache=$(em-config CACHE 2>/dev/null) && [ ! -w "$em_cache" ] &&
    [ "$(em-config FROZEN_CACHE 2>/dev/null)" != True ]; then
    export EM_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/paperdeck/emscripten"
    mkdir -p "$EM_CACHE"
fi

# Configures and builds one preset; quiet unless something is wrong.
build() {
    local preset=$1 what=$2 log=build/$1.log
    mkdir -p build
    say "Building $what"
    if ! { [ -e "build/$preset/build.ninja" ] || cmake --preset "$preset"; } >"$log" 2>&1 ||
        ! cmake --build --preset "$preset" >>"$log" 2>&1; then
        tail -n 60 "$log" >&2
        die "building $what failed: the end of $log is above"
    fi
}

build cli "paperdeck-cli (it lists the digests)"
build web "the program for the browser"
site_options=()
[ "$single_file" = no ] || site_options+=(--single-file build/web/paperdeck.html)
"$python" cmake/site.py --build build/web --cli build/cli/paperdeck-cli --digests "$digests" "${site_options[@]}"

if [ "$serve" = yes ]; then
    exec "$python" cmake/serve.py --port "$port" build/web/site
fi
