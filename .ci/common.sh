# Shared by the stages. Sourced by .ci/run, in the project's folder.

OUT=target/ci
mkdir -p "$OUT"

# Never use a real account of the person who runs this.
unset TENCENTCLOUD_SECRET_ID TENCENTCLOUD_SECRET_KEY TENCENTCLOUD_TOKEN EDGEONE_PURGE_HOME

heading() {
    printf '\n=== %s ===\n' "$*"
}

say() {
    printf '[ci] %s\n' "$*"
}

fail() {
    printf '[ci] FAILED: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Processes of this run, stopped with it, newest first.
children=()

end_children() {
    local i
    for ((i = ${#children[@]} - 1; i >= 0; i--)); do
        kill "${children[$i]}" 2>/dev/null || true
    done
    children=()
}
trap end_children EXIT

# Waits until a command succeeds: until_true SECONDS COMMAND...
until_true() {
    local left=$(($1 * 5))
    shift
    until "$@"; do
        left=$((left - 1))
        if [ "$left" -le 0 ]; then
            return 1
        fi
        sleep 0.2
    done
}

is_gone() {
    ! kill -0 "$1" 2>/dev/null
}

# The home of a JDK 25 or later, wherever installed, whatever java is on PATH.
jdk() {
    local home version
    for home in "${JAVA_HOME:-}" \
        "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /none/none/none)")")")" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk*; do
        if [ -x "$home/bin/javac" ] && [ -f "$home/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
            if [ "${version:-0}" -ge 25 ]; then
                echo "$home"
                return
            fi
        fi
    done
    fail "no JDK 25 or later found; install one or set JAVA_HOME"
}

stage_setup() {
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        xvfb openbox xdotool imagemagick x11-utils jq \
        libgtk-3-0 libgl1 libxtst6 libxxf86vm1 libpango-1.0-0 libpangoft2-1.0-0 \
        fontconfig fonts-dejavu-core fonts-wqy-microhei \
        fakeroot rpm cpio file binutils desktop-file-utils dbus gnome-keyring strace
    say "JDK: $(jdk)"
    mvn -version
}
