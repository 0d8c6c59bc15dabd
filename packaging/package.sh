#!/bin/sh
# Makes installers of target/app: packaging/package.sh [app-image|deb|rpm|dmg]...
# They are written to target/package. Without arguments: only the application image.
set -eu
cd "$(dirname "$0")/.."
. packaging/jdk.sh
exec "$jdk/bin/java" packaging/Package.java "$@"
