#!/bin/bash
# Installs what this machine lacks for `run`, `test` or `bench`: Debian packages, npm packages with a
# lock file, and the sources that we compile. Asks for nothing that is already there, so it works
# without a network once all is in place. Without root and sudo it names the missing packages.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}
case $purpose in run | test | bench) ;; *)
    echo "usage: setup/install.sh [run|test|bench]" >&2
    exit 2
    ;;
esac

missing=()
need() { case " ${missing[*]} " in *" $1 "*) ;; *) missing+=("$1") ;; esac }
need_command() { command -v "$1" >/dev/null || need "$2"; }
need_file() { [ -e "$1" ] || need "$2"; }
# Debian's Python packages belong to Debian's own interpreter.
need_module() { /usr/bin/python3 -c "import $1" 2>/dev/null || need "$2"; }

new_enough_emcc() {
    local version
    command -v emcc >/dev/null || return 1
    version=$(NODE_PATH="/usr/share/nodejs:${NODE_PATH:-}" emcc --version 2>/dev/null |
        sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p')
    [ "$(printf '%s\n3.1.6\n' "${version:-0}" | sort -V | head -n 1)" = 3.1.6 ]
}

new_enough_emcc || need emscripten
need_command cmake cmake
need_command ninja ninja-build
need_command g++ g++
need_command make make
need_command node nodejs
need_command npm npm
need_command brotli brotli
need_command xz xz-utils
need_command flock util-linux
need_file /usr/bin/python3 python3
need_file /usr/include/nlohmann/json.hpp nlohmann-json3-dev
need_file /usr/share/unicode/Unihan_Readings.txt.bz2 unicode-data
need_file /etc/ssl/certs/ca-certificates.crt ca-certificates
for module in starlette uvicorn uvloop httptools cryptography; do
    need_module $module python3-$module
done
if [ "$purpose" != run ]; then
    need_file /usr/include/gtest/gtest.h libgtest-dev
    need_file /usr/src/googletest/googletest/src/gtest-all.cc googletest
    need_file /usr/include/rapidcheck.h librapidcheck-dev
    need_command clang clang
    need_command clang-format clang-format
    need_command clang-tidy clang-tidy
    need_command chromium chromium
    # Firefox has WebGL only on a screen, and then needs Mesa to draw without a graphics card.
    need_command firefox-esr firefox-esr
    need_command Xvfb xvfb
    need_file "/usr/lib/$(uname -m)-linux-gnu/dri/swrast_dri.so" libgl1-mesa-dri
    need_file "/usr/lib/$(uname -m)-linux-gnu/libEGL.so.1" libegl1
    need_file "/usr/lib/$(uname -m)-linux-gnu/libGL.so.1" libgl1
    need_command git git
    need_file /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
    need_file /usr/lib/postgresql postgresql
    need_file /usr/sbin/nginx nginx-light
    for module in psycopg pytest hypothesis httpx brotli flake8; do
        need_module $module python3-$module
    done
fi
if [ "$purpose" = bench ]; then
    need_file /usr/include/benchmark/benchmark.h libbenchmark-dev
fi

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ]; then
        as_root=()
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
        as_root=(sudo)
    else
        echo "Linli needs these Debian packages, and only root can install them:" >&2
        printf '    apt-get install --no-install-recommends %s\n' "${missing[*]}" >&2
        exit 1
    fi
    if ! command -v apt-get >/dev/null; then
        echo "Linli needs these packages (Debian's names): ${missing[*]}" >&2
        exit 1
    fi
    echo "Installing ${missing[*]}"
    "${as_root[@]}" apt-get -qq update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends "${missing[@]}"
fi

# npm packages: `npm ci` only where the lock file is not the one installed last.
install_npm() {
    local folder=$1 wanted
    [ -f "$folder/package-lock.json" ] || return 0
    wanted=$(sha256sum "$folder/package.json" "$folder/package-lock.json" | sha256sum)
    [ -f "$folder/node_modules/.linli" ] && [ "$(cat "$folder/node_modules/.linli")" = "$wanted" ] && return 0
    echo "Installing npm packages of $folder"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --silent)
    mkdir -p "$folder/node_modules"
    echo "$wanted" >"$folder/node_modules/.linli"
}
install_npm .
if [ "$purpose" != run ]; then install_npm tests/browser; fi
if [ "$purpose" = bench ]; then install_npm tests/bench; fi

setup/fetch_sources.sh
