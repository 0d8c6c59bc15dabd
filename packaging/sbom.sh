#!/bin/sh
# Adds the Java runtime, as package.sh has linked it, to the list of everything bundled, as
# mvn -Psbom package makes it: packaging/sbom.sh target/edgeone-purge-sbom.json OUT.
set -eu
cd "$(dirname "$0")/.."
. packaging/jdk.sh
exec "$jdk/bin/java" -cp "target/app/lib/*" packaging/Sbom.java "$@"
