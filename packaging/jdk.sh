# Sets jdk to the home of a JDK 25 or later: from JAVA_HOME, from PATH, or installed beside it.
# Sourced.
on_path=$(command -v java || true)
for home in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/jpackage" ] && [ -f "$home/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" -ge 25 ]; then
            jdk=$home
            break
        fi
    fi
done
if [ -z "${jdk:-}" ]; then
    echo "no JDK from 25 on was found; install one, or set JAVA_HOME to it" >&2
    exit 2
fi
