#!/bin/sh
# Starts the program as jpackage's launcher would, which first asks rpm and dpkg, two times each,
# what package it is of: 0.4 s on a small system, more where more is installed.
program=$0
if [ -L "$program" ]; then
    program=$(readlink -f "$program")
fi
APPDIR=$(CDPATH= cd -- "${program%/*}/../lib/app" && pwd -P) || exit 2
# Options that somebody has for the Java programs of a system.
unset JDK_JAVA_OPTIONS
exec "$APPDIR/../runtime/bin/@NAME@" \
    @OPTIONS@ \
    -jar "$APPDIR/@JAR@" "$@"
