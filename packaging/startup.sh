#!/bin/sh
# Measures how soon the packaged window (target/package, see package.sh) is usable and how much
# memory it takes, compared with a bare JavaFX and AtlantaFX window packaged with the same flags, in
# turn, on a display of its own: packaging/startup.sh [RUNS]. "bareQuick" is the bare window with
# the program's launcher instead of jpackage's; the bar is 1.3 times that. Prints one JSON object;
# exits with 1 if a bar is missed.
set -eu
cd "$(dirname "$0")/.."
. packaging/jdk.sh
if ! command -v Xvfb >/dev/null; then
    echo "startup.sh: missing: Xvfb, install the package xvfb" >&2
    exit 2
fi
scratch=$(mktemp -d)
Xvfb -displayfd 3 -fbdir "$scratch" -screen 0 1440x900x24 -noreset -nolisten tcp \
    3>"$scratch/number" >/dev/null 2>&1 &
server=$!
trap 'kill $server; rm -rf "$scratch"' EXIT
until [ -s "$scratch/number" ]; do
    kill -0 $server
    sleep 0.1
done
DISPLAY=:$(cat "$scratch/number")
export DISPLAY
"$jdk/bin/java" packaging/Startup.java "$scratch/Xvfb_screen0" "$@"
