#!/bin/sh
# Runs azml with the arguments AZML_ARGUMENT_0 ... : they come as data, and nothing in them is run.
# With AZML_LOCAL it works against the local Azure ML of that folder.
# azml is AZML_COMMAND, else on the PATH, else fetched once from AZML_URL and checked against AZML_SHA256.
# Exit codes of its own: 120 there is no azml, 121 not fetched, 122 wrong checksum, 123 no checksum.
set -u

say() {
    echo "azml: $2" >&2
    exit "$1"
}

download() {
    if command -v curl >/dev/null 2>&1; then
        curl -fsSL --retry 3 -o "$2" "$1"
    elif command -v wget >/dev/null 2>&1; then
        wget -q -O "$2" "$1"
    else
        echo "azml: neither curl nor wget is on this agent" >&2
        return 1
    fi
}

sha256() {
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum "$1" | cut -d ' ' -f 1
    else
        shasum -a 256 "$1" | cut -d ' ' -f 1
    fi
}

# Unpacked beside its place and moved there whole: two builds at once do no harm.
fetch() {
    [ -n "${AZML_SHA256:-}" ] || say 123 "AZML_URL is set without AZML_SHA256"
    case $AZML_SHA256 in *[!0-9a-fA-F]*) say 122 "AZML_SHA256 is no SHA-256" ;; esac
    tool=${AZML_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/azml}/tool-$AZML_SHA256
    [ -x "$tool/bin/azml" ] && return
    new=$tool.$$
    mkdir -p "$new" || say 121 "cannot write to $tool"
    trap 'rm -rf "$new"' EXIT
    download "$AZML_URL" "$new/archive" || say 121 "could not fetch the archive"
    found=$(sha256 "$new/archive")
    [ "$found" = "$(echo "$AZML_SHA256" | tr A-F a-f)" ] || say 122 "the archive's SHA-256 is $found, expected $AZML_SHA256"
    mkdir "$new/unpacked" && tar -xzf "$new/archive" -C "$new/unpacked" || say 121 "could not unpack the archive"
    inside=$(find "$new/unpacked" -path '*/bin/azml' -type f | head -n 1)
    [ -n "$inside" ] || say 121 "the archive has no bin/azml"
    mv "$(dirname "$(dirname "$inside")")" "$tool" 2>/dev/null || [ -x "$tool/bin/azml" ] || say 121 "cannot write to $tool"
    rm -rf "$new"
    trap - EXIT
}

if [ -n "${AZML_COMMAND:-}" ]; then
    azml=$AZML_COMMAND
elif command -v azml >/dev/null 2>&1; then
    azml=azml
elif [ -n "${AZML_URL:-}" ]; then
    fetch
    azml=$tool/bin/azml
else
    say 120 "not on the PATH of this agent"
fi

# What signs in to the local Azure ML stays on this agent: no step of Jenkins has it as an argument.
if [ -n "${AZML_LOCAL:-}" ]; then
    variables=$("$azml" emulator env "--folder=$AZML_LOCAL") || exit
    eval "$variables"
fi

set --
i=0
while [ "$i" -lt "$AZML_ARGUMENTS" ]; do
    eval "set -- \"\$@\" \"\$AZML_ARGUMENT_$i\""
    i=$((i + 1))
done
if [ -n "${AZML_SILENT:-}" ]; then
    exec "$azml" "$@" >/dev/null
fi
exec "$azml" "$@"
