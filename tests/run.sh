#!/usr/bin/env bash
# Installs what the tests need, builds and runs them. See --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=cmake/packages.sh
. cmake/packages.sh

all_parts=(unit cli wasm site web desktop fuzz)
usage() {
    cat <<'END'
usage: tests/run.sh [PART…]

  unit     tests/unit natively, under AddressSanitizer and UndefinedBehaviorSanitizer
  cli      tests/cli: paperdeck-cli, what it prints, its messages and exit codes, under the same sanitizers
  wasm     the units as WebAssembly under node
  site     tests/site: what build-wasm.sh makes, its sizes, names and policies
  web      tests/web: the site in headless Chromium, through Playwright; PAPERDECK_SLOWER=4 makes its pages so many times
           slower, to see which tests depend on time
  desktop  tests/desktop: the desktop program in a window of its own Xvfb, through xdotool
  fuzz     tests/fuzz: libFuzzer under the sanitizers, PAPERDECK_FUZZ_SECONDS (60) for each target, always the same
           inputs first (PAPERDECK_FUZZ_SEED=0 for others): a run that passed passes again

Without PART all of them. The last line is "N passed, N failed"; the exit code is 0 when nothing failed.
A part that cannot be built, or in which no test runs, counts as one failure. Logs: build/test-logs/.
END
}

parts=()
for argument in "$@"; do
    case $argument in
        --help | -h) usage; exit 0 ;;
        unit | cli | wasm | site | web | desktop | fuzz) parts+=("$argument") ;;
        *) usage >&2; die "no such part: $argument" ;;
    esac
done
[ ${#parts[@]} -gt 0 ] || parts=("${all_parts[@]}")

wanted() {
    local part
    for part in "${parts[@]}"; do
        case " $* " in *" $part "*) return 0 ;; esac
    done
    return 1
}

# ---- Packages. build-wasm.sh installs what it needs itself.

need_command cmake cmake
need_command ninja ninja-build
need_command c++ g++
need_command git git
need_command python3 python3
need libcli11-dev file_exists /usr/include/CLI/CLI.hpp
need libmd-dev file_exists /usr/include/sha2.h
if wanted wasm; then
    need_command emcc emscripten
fi
if wanted wasm web; then
    need_command node nodejs  # only where it is missing: other machines have a node of their own
fi
if wanted web; then
    need_command npm npm
    need chromium eval 'command -v chromium || command -v chromium-browser || command -v google-chrome'
fi
if wanted desktop; then
    need libsdl2-dev eval 'file_exists /usr/include/SDL2/SDL.h || command -v sdl2-config'
    need libgl-dev file_exists /usr/include/GL/gl.h
    need libfontconfig-dev file_exists /usr/include/fontconfig/fontconfig.h
    need libfreetype-dev file_exists /usr/include/freetype2/ft2build.h
    need libgl1-mesa-dri eval 'compgen -G "/usr/lib/*/dri/swrast_dri.so"'
    need_command Xvfb xvfb
    need_command xdotool xdotool
    need_command xclip xclip
    need_command import imagemagick
    need python3-fonttools python_with fontTools
    need python3-brotli python_with brotli
    need fonts-inter file_exists /usr/share/fonts/opentype/inter/Inter-Regular.otf
    need fonts-stix file_exists /usr/share/fonts/opentype/stix/STIXGeneral-Regular.otf
fi
if wanted web desktop; then
    # Glyphs of the system: Chinese, Japanese and Korean, and emoji in colour.
    need fonts-wqy-microhei file_exists /usr/share/fonts/truetype/wqy/wqy-microhei.ttc
    need fonts-noto-color-emoji file_exists /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf
fi
if wanted fuzz; then
    need_command clang++-14 clang-14
    need libclang-rt-14-dev eval 'compgen -G "/usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a"'
fi
install_needed

export PAPERDECK_ROOT=$PWD
logs=build/test-logs
mkdir -p "$logs"
passed=0 failed=0
failures=()

# ---- Parts. Each leaves "passed failed" of its own in $logs/PART.count, from what its runner printed.

count() { printf '%s %s\n' "${1:-0}" "${2:-0}" >"$logs/$part.count"; }

build_preset() {
    cmake --preset "$1" >"$logs/build-$1.log" 2>&1 && cmake --build --preset "$1" >>"$logs/build-$1.log" 2>&1 && return
    tail -n 60 "$logs/build-$1.log"
    say "Building the preset $1 failed: the end of $logs/build-$1.log is above."
    return 1
}

# doctest closes with "[doctest] test cases: 12 | 11 passed | 1 failed | 0 skipped"; without it the program crashed.
count_doctest() {
    local line
    line=$(grep -a '^\[doctest\] test cases:' "$1" | tail -n 1) || true
    count "$(sed -n 's/.*| *\([0-9]*\) passed.*/\1/p' <<<"$line")" "$(sed -n 's/.*| *\([0-9]*\) failed.*/\1/p' <<<"$line")"
}

# unittest closes with "Ran 12 tests in 3.4s" and "OK" or "FAILED (failures=1, errors=2)".
count_unittest() {
    local ran bad=0 skipped n
    ran=$(sed -n 's/^Ran \([0-9]*\) tests\{0,1\} in .*/\1/p' "$1" | tail -n 1)
    for n in $(grep -a '^FAILED (' "$1" | tail -n 1 | grep -oE '(failures|errors|unexpected successes)=[0-9]+' | cut -d= -f2); do
        bad=$((bad + n))
    done
    skipped=$(grep -aE '^(OK|FAILED) \(' "$1" | tail -n 1 | sed -n 's/.*skipped=\([0-9]*\).*/\1/p')
    count $((${ran:-0} - bad - ${skipped:-0})) "$bad"
}

run_unit() {
    build_preset sanitize || return 1
    local status=0
    ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1 \
        build/sanitize/paperdeck_tests --no-colors=true 2>&1 | tee "$logs/unit.out" || status=$?
    count_doctest "$logs/unit.out"
    return $status
}

run_cli() {
    build_preset sanitize || return 1
    local status=0
    PAPERDECK_CLI=$PWD/build/sanitize/paperdeck-cli \
        python3 -m unittest discover -s tests/cli -p '*_test.py' -v 2>&1 | tee "$logs/cli.out" || status=$?
    count_unittest "$logs/cli.out"
    return $status
}

run_wasm() {
    build_preset web-tests || return 1
    local status=0
    # Emscripten 3.1.6 takes node's fetch for a browser's and then cannot find its own .wasm file.
    node --no-experimental-fetch build/web-tests/paperdeck_tests.js --no-colors=true 2>&1 | tee "$logs/wasm.out" || status=$?
    count_doctest "$logs/wasm.out"
    return $status
}

# The site, built once for all parts that look at it.
build_site() {
    if [ -z "${site_is_built:-}" ]; then
        ./build-wasm.sh --single-file || return 1
        site_is_built=yes
    fi
    export PAPERDECK_SITE=$PWD/build/web/site PAPERDECK_SINGLE_FILE=$PWD/build/web/paperdeck.html
    export PAPERDECK_CLI=$PWD/build/cli/paperdeck-cli
}

run_site() {
    build_site || return 1
    local status=0
    python3 -m unittest discover -s tests/site -p '*_test.py' -v 2>&1 | tee "$logs/site.out" || status=$?
    count_unittest "$logs/site.out"
    return $status
}

run_web() {
    build_site || return 1
    local installed=tests/web/node_modules/.package-lock.json
    if [ ! -e $installed ] || [ tests/web/package-lock.json -nt $installed ]; then
        npm ci --prefix tests/web --no-audit --no-fund --loglevel=error >"$logs/npm.log" 2>&1 || {
            tail -n 20 "$logs/npm.log"
            say "npm could not install tests/web/package-lock.json (above)."
            return 1
        }
    fi
    local status=0
    CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
    export CHROMIUM
    # One file after the other: pages that share two cores with others would miss their time limits.
    local file files=(tests/web/*.test.mjs)
    : >"$logs/web.tap"
    for file in "${files[@]}"; do
        node --test --test-reporter=spec --test-reporter-destination=stdout \
            --test-reporter=tap --test-reporter-destination="$logs/web.tap.one" "$file" || status=1
        cat "$logs/web.tap.one" >>"$logs/web.tap"
    done
    rm -f "$logs/web.tap.one"
    count "$(awk '/^# pass /{n += $3} END {print n + 0}' "$logs/web.tap")" \
        "$(awk '/^# (fail|cancelled) /{n += $3} END {print n + 0}' "$logs/web.tap")"
    return $status
}

run_desktop() {
    build_preset desktop || return 1
    local status=0 display xvfb
    # Xvfb takes a free display and says which; it is ended with this part, nobody else's is touched.
    # -noreset: else it starts anew whenever the last window closes, and the next program meets it doing so.
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>"$logs/xvfb.display" >"$logs/xvfb.log" 2>&1 &
    xvfb=$!
    for _ in {1..100}; do
        display=$(cat "$logs/xvfb.display")
        [ -z "$display" ] || break
        sleep 0.2
    done
    if [ -z "$display" ]; then
        kill "$xvfb" 2>/dev/null || true
        say "Xvfb did not start: see $logs/xvfb.log."
        return 1
    fi
    DISPLAY=:$display LIBGL_ALWAYS_SOFTWARE=1 PAPERDECK_PROGRAM=$PWD/build/desktop/paperdeck \
        python3 -m unittest discover -s tests/desktop -p '*_test.py' -v 2>&1 | tee "$logs/desktop.out" || status=$?
    kill "$xvfb" 2>/dev/null || true
    wait "$xvfb" 2>/dev/null || true
    count_unittest "$logs/desktop.out"
    return $status
}

# A target passes when it ends with nothing found. What it finds lies in build/fuzz/found; once mended, it goes
# into tests/fuzz/corpus.
run_fuzz() {
    build_preset fuzz || return 1
    local seconds=${PAPERDECK_FUZZ_SECONDS:-60} target name seeds good=0 bad=0
    for target in build/fuzz/*_fuzz; do
        name=$(basename "$target" _fuzz)
        seeds=()
        [ ! -d "tests/fuzz/corpus/$name" ] || seeds+=("tests/fuzz/corpus/$name")
        [ "$name" != digest ] || seeds+=(tests/digests)
        mkdir -p "build/fuzz/grown/$name" build/fuzz/found
        # Ten seconds and half a gigabyte for 64 KB are far more than linear work takes, under the sanitizers too.
        if "$target" -seed="${PAPERDECK_FUZZ_SEED:-1}" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=512 -print_final_stats=1 \
            -artifact_prefix="build/fuzz/found/$name-" "build/fuzz/grown/$name" "${seeds[@]}" >"$logs/fuzz-$name.log" 2>&1; then
            good=$((good + 1))
            say "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/fuzz-$name.log") inputs in $seconds s"
        else
            bad=$((bad + 1))
            tail -n 40 "$logs/fuzz-$name.log"
            say "$name found something: build/fuzz/found, and the end of $logs/fuzz-$name.log above."
        fi
    done
    count $good $bad
    [ $bad -eq 0 ]
}

for part in "${parts[@]}"; do
    say "
== $part"
    rm -f "$logs/$part.count"
    start=$SECONDS
    status=0
    "run_$part" || status=$?
    part_passed=0 part_failed=0
    [ ! -e "$logs/$part.count" ] || read -r part_passed part_failed <"$logs/$part.count"
    # What failed outside of any test (the build, a crash, a leak) is one failure, and so is finding nothing to run.
    if [ "$part_failed" = 0 ] && { [ "$status" != 0 ] || [ "$part_passed" = 0 ]; }; then
        [ "$status" != 0 ] || say "No test ran in $part."
        part_failed=1
    fi
    say "-- $part: $part_passed passed, $part_failed failed, in $((SECONDS - start)) s"
    passed=$((passed + part_passed)) failed=$((failed + part_failed))
    [ "$part_failed" = 0 ] || failures+=("$part")
done

say ""
[ ${#failures[@]} -eq 0 ] || say "Failed in: ${failures[*]}"
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
