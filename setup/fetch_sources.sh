#!/bin/bash
# Fetches the sources that we compile but do not keep into .deps/: Dear ImGui, libsodium and
# the QR code generator from Debian's source archive (apt checks the signature), SQLite3 Multiple Ciphers and the icons from the npm
# registry, and a copy of the nlohmann/json headers. Every archive is also checked by SHA-256. Does nothing
# when all is in place, so it works again without a network. Two runs at once do no harm.
set -euo pipefail
cd "$(dirname "$0")/.."
deps="$PWD/.deps"
[ -e "$deps" ] || mkdir -p "$deps"

imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
sodium_sha256=d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4
sqlite_package=better-sqlite3-multiple-ciphers@12.11.1
sqlite_sha256=01388c78f46ce63c6aec021f67b364cc67bd637edba64f7add0c0230ce5f777a
qr_sha256=2ec0a4d33d6f521c942eeaf473d42d5fe139abcfa57d2beffe10c5cf7d34ae60
icons_package=@phosphor-icons/core@2.1.1
icons_sha256=313332be6190b724da24107addd781799b48bf76b13963f24501112ffe1baadd

exec 9>"$deps/.lock"
flock 9
work=$(mktemp -d "$deps/.tmp.XXXXXX")
trap 'rm -rf "$work"' EXIT

die() { echo "fetch_sources: $*" >&2; exit 1; }
have() { [ -f "$deps/$1/.source" ] && [ "$(cat "$deps/$1/.source")" = "$2" ]; }

# place NAME STAMP: moves $work/NAME to .deps/NAME in one step.
place() {
    echo "$2" >"$work/$1/.source"
    if [ -e "$deps/$1" ]; then mv -T "$deps/$1" "$work/$1.old"; fi
    mv -T "$work/$1" "$deps/$1"
    echo "fetch_sources: .deps/$1 is ready"
}

check() {
    echo "$2  $1" | sha256sum --check --status || die "$(basename "$1") has the wrong SHA-256: $(sha256sum "$1" | cut -d' ' -f1), wanted $2"
}

# The Debian archive that this machine already trusts, as "uri<TAB>keyring".
debian_archive() {
    local file
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] || continue
        awk 'BEGIN { RS = "" } /(^|\n)Types:[^\n]*deb/ && /(^|\n)Components:[^\n]*main/ && !/security/ && /debian-archive/ {
            uri = key = ""
            n = split($0, line, "\n")
            for (i = 1; i <= n; i++) {
                if (line[i] ~ /^URIs:/) { split(line[i], w, /[ \t]+/); uri = w[2] }
                if (line[i] ~ /^Signed-By:/) { split(line[i], w, /[ \t]+/); key = w[2] }
            }
            if (uri != "") { print uri "\t" key; exit }
        }' "$file"
    done
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] || continue
        sed -nE 's/^deb (\[[^]]*\] *)?([^ ]*debian[^ ]*) [a-z]+ (.* )?main.*/\2/p' "$file" | grep -v security |
            sed 's/$/\t/' || true
    done
}

# debian_source PACKAGE SUITE...: downloads the source package from the first suite whose orig
# archive has the wanted hash (the variable want), else from the last suite that has it.
debian_source() {
    local package=$1 state="$work/apt" suite archive uri key options
    shift
    archive=$(debian_archive | head -n 1)
    [ -n "$archive" ] || die "no Debian archive is configured under /etc/apt"
    uri=${archive%%$'\t'*}
    key=${archive##*$'\t'}
    for suite in "$@"; do
        rm -rf "$state"
        mkdir -p "$state/etc" "$state/lists/partial" "$state/cache" "$state/state" "$state/dl"
        : >"$state/state/status"
        {
            printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$uri" "$suite"
            printf 'Signed-By: %s\n' "${key:-/usr/share/keyrings/debian-archive-keyring.gpg}"
        } >"$state/etc/src.sources"
        options=(-qq -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$state/etc"
            -o "Dir::State=$state/state" -o "Dir::State::lists=$state/lists"
            -o "Dir::State::status=$state/state/status" -o "Dir::Cache=$state/cache"
            -o Acquire::Check-Valid-Until=false -o Debug::NoLocking=1 -o APT::Sandbox::User=)
        apt-get "${options[@]}" update || continue
        (cd "$state/dl" && apt-get "${options[@]}" source --download-only --only-source "$package") || continue
        if echo "$want  $(ls "$state"/dl/*.orig.tar.*z | head -n 1)" | sha256sum --check --status; then return; fi
        echo "fetch_sources: $package in $suite is not the version we know; apt vouches for it" >&2
    done
    ls "$state"/dl/*.orig.tar.*z >/dev/null 2>&1 || die "could not get the source package $package"
}

if ! have imgui "$imgui_sha256"; then
    want=$imgui_sha256 debian_source imgui testing unstable
    mkdir "$work/imgui"
    tar -x --strip-components=1 -C "$work/imgui" -f "$(ls "$work"/apt/dl/*.orig.tar.*z)"
    number=$(sed -nE 's/^#define IMGUI_VERSION_NUM +([0-9]+).*/\1/p' "$work/imgui/imgui.h")
    [ "$number" -ge 19200 ] || die "Dear ImGui 1.92 or later is needed, found $number"
    place imgui "$imgui_sha256"
fi

if ! have sodium "$sodium_sha256"; then
    own=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
    want=$sodium_sha256 debian_source libsodium "$own" bookworm
    mkdir "$work/sodium"
    tar -x --strip-components=1 -C "$work/sodium" -f "$(ls "$work"/apt/dl/*.orig.tar.*z)"
    place sodium "$sodium_sha256"
fi

if ! have sqlite3 "$sqlite_sha256"; then
    mkdir "$work/npm" "$work/sqlite3"
    (cd "$work/npm" && npm pack --silent --ignore-scripts "$sqlite_package" >/dev/null) ||
        die "could not get $sqlite_package from the npm registry"
    check "$work"/npm/*.tgz "$sqlite_sha256"
    tar -x --strip-components=3 -C "$work/sqlite3" -f "$work"/npm/*.tgz package/deps/sqlite3
    tar -x --strip-components=1 -C "$work/sqlite3" -f "$work"/npm/*.tgz package/LICENSE
    place sqlite3 "$sqlite_sha256"
fi

if ! have qrcodegen "$qr_sha256"; then
    own=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
    want=$qr_sha256 debian_source qr-code-generator "$own" bookworm
    mkdir "$work/qr" "$work/qrcodegen"
    check "$(ls "$work"/apt/dl/*.orig.tar.*z)" "$qr_sha256"
    tar -x --strip-components=1 -C "$work/qr" -f "$(ls "$work"/apt/dl/*.orig.tar.*z)"
    cp "$work"/qr/c/qrcodegen.c "$work"/qr/c/qrcodegen.h "$work"/qr/Readme.markdown "$work/qrcodegen"
    place qrcodegen "$qr_sha256"
fi

if ! have icons "$icons_sha256"; then
    mkdir "$work/npm-icons" "$work/icons"
    (cd "$work/npm-icons" && npm pack --silent --ignore-scripts "$icons_package" >/dev/null) ||
        die "could not get $icons_package from the npm registry"
    check "$work"/npm-icons/*.tgz "$icons_sha256"
    tar -x --strip-components=2 -C "$work/icons" -f "$work"/npm-icons/*.tgz \
        package/assets/regular package/assets/bold
    tar -x --strip-components=1 -C "$work/icons" -f "$work"/npm-icons/*.tgz package/LICENSE
    place icons "$icons_sha256"
fi

if ! [ -f "$deps/nlohmann/.source" ]; then
    headers=/usr/include/nlohmann
    [ -f "$headers/json.hpp" ] || die "the package nlohmann-json3-dev is missing"
    mkdir -p "$work/nlohmann"
    cp -rL "$headers" "$work/nlohmann/nlohmann"
    place nlohmann debian
fi
