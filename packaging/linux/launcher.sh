#!/bin/sh
# Starts the program like jpackage's launcher, which first queries rpm and dpkg, twice each,
# for the package it belongs to: 0.4 s on a small system, more with more packages.
program=$0
if [ -L "$program" ]; then
    program=$(readlink -f "$program")
fi
APPDIR=$(CDPATH= cd -- "${program%/*}/../lib/app" && pwd -P) || exit 2
# Options set for all Java programs of a system.
unset JDK_JAVA_OPTIONS
exec "$APPDIR/../runtime/bin/@NAME@" \
    @OPTIONS@ \
    -jar "$APPDIR/@JAR@" "$@"
