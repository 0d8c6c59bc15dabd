#!/bin/sh
# Makes installers of target/app: packaging/package.sh [app-image|deb|rpm|dmg]...
# They come to rest in target/package. Without an argument: the application image alone.
set -eu
cd "$(dirname "$0")/.."

# A JDK from 25 on: the one of JAVA_HOME, of PATH, or one that is installed beside it.
for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /none/none/none)")")")" \
    /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/jpackage" ] && [ -f "$home/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" -ge 25 ]; then
            exec "$home/bin/java" packaging/Package.java "$@"
        fi
    fi
done
echo "package.sh: no JDK from 25 on was found; install one, or set JAVA_HOME to it" >&2
exit 2
