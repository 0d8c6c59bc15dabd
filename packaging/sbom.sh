#!/bin/sh
# Adds the Java runtime linked by package.sh to the SBOM created by mvn -Psbom package:
# packaging/sbom.sh target/edgeone-purge-sbom.json OUT.
set -eu
cd "$(dirname "$0")/.."
. packaging/jdk.sh
exec "$jdk/bin/java" -cp "target/app/lib/*" packaging/Sbom.java "$@"
