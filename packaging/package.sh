#!/bin/sh
# Makes installers of target/app: packaging/package.sh [app-image|deb|rpm|dmg]...
# They come to rest in target/package. Without an argument: the application image alone.
set -eu
cd "$(dirname "$0")/.."
. packaging/jdk.sh
exec "$jdk/bin/java" packaging/Package.java "$@"
