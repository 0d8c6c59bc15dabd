# The installers: built, installed, used, upgraded and removed as an admin would.

stage_package() {
    packaging/package.sh app-image deb rpm
    local file
    for file in target/package/*.deb target/package/*.rpm; do
        local size
        size=$(stat -c %s "$file")
        say "$file: $size bytes"
        [ "$size" -le $((75 * 1000 * 1000)) ] || fail "$file is larger than 75 MB"
    done
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@"
}

pictures_are_good() {
    local folder=$1 count=0 picture
    for picture in "$folder"/*.png; do
        [ -f "$picture" ] || continue
        [ "$(colours "$picture")" -gt 200 ] || fail "$picture is blank"
        count=$((count + 1))
    done
    [ "$count" -ge 4 ] || fail "the tour left $count pictures in $folder"
    say "$count pictures in $folder"
}

# The jobs in a home folder's journal, asked of the installed command line.
journal() {
    edgeone-purge --home "$1" --json jobs
}

journal_has_the_tour() {
    local jobs
    jobs=$(journal "$1") || fail "the installed program cannot read the journal of $1"
    printf '%s\n' "$jobs" >"$OUT/jobs.json"
    jq -e '.jobs | length >= 1' "$OUT/jobs.json" >/dev/null || fail "no job in the journal of $1"
    jq -e '[.jobs[].targets.succeeded] | add >= 1' "$OUT/jobs.json" >/dev/null \
        || fail "nothing succeeded in the journal of $1"
    local job
    job=$(jq -r '.jobs[0].job' "$OUT/jobs.json")
    edgeone-purge --home "$1" --json targets "$job" | jq -e '.targets | length >= 0' >/dev/null \
        || fail "no targets of job $job"
    say "journal of $1: $(jq -c '[.jobs[] | .state]' "$OUT/jobs.json")"
}

tour() {
    local name=$1 home=$2
    shift 2
    rm -rf "${OUT:?}/$name"
    mkdir -p "$OUT/$name"
    timeout 300 "$@" edgeone-purge --home "$home" --tour "$OUT/$name" \
        >"$OUT/$name.out" 2>"$OUT/$name.err" \
        || fail "the tour ended with $?: $(tail -n 20 "$OUT/$name.out" "$OUT/$name.err")"
    no_exceptions "the tour" "$OUT/$name.out" "$OUT/$name.err" "$home/log"
    pictures_are_good "$OUT/$name"
    journal_has_the_tour "$home"
}

# The same package with a higher version, as the next release would be.
next_version() {
    local folder
    folder=$(mktemp -d)
    dpkg-deb -R "$1" "$folder/package"
    sed -i "s/^Version: .*/Version: $3/" "$folder/package/DEBIAN/control"
    fakeroot dpkg-deb -Zgzip -z1 -b "$folder/package" "$2" >/dev/null
    rm -rf "$folder"
}

stage_deb() {
    local deb home headless before
    deb=$(ls target/package/*.deb 2>/dev/null || true)
    [ -n "$deb" ] || fail "no .deb is built, run the stage package first"
    home=$(mktemp -d)
    headless=$(mktemp -d)

    say "install"
    apt_get install "./$deb"
    local installed
    installed=$(du -sm --apparent-size /opt/edgeone-purge | cut -f1)
    say "installed: $installed MB"
    [ "$installed" -le 150 ] || fail "more than 150 MB are installed"
    desktop-file-validate /usr/share/applications/edgeone-purge.desktop
    [ -s /opt/edgeone-purge/lib/app/edgeone-purge.aot ] || fail "no AOT cache is installed"
    [ "$(find /opt/edgeone-purge/lib/app/licenses -type f | wc -l)" -ge 20 ] \
        || fail "licence texts are missing"
    edgeone-purge --version

    say "start it"
    start_window installed edgeone-purge --home "$home"
    grep -q 'edgeone-purge\.aot' "/proc/$(java_process "$window_pid")/maps" \
        || fail "the AOT cache is not used"
    second_start "$home"
    close_window installed "$home"

    say "the tour, on the display and without one"
    tour tour "$home"
    tour tour-headless "$headless" env -u DISPLAY -u WAYLAND_DISPLAY

    say "upgrade"
    before=$(journal "$home" | jq -S .)
    local next=target/ci/edgeone-purge-next.deb
    next_version "$deb" "$next" 99.0.0
    apt_get install "./$next"
    dpkg-query -W -f '${Version}\n' edgeone-purge | grep -qx 99.0.0 || fail "not upgraded"
    [ "$(journal "$home" | jq -S .)" = "$before" ] || fail "the journal changed with the upgrade"

    say "remove"
    (cd "$home" && find . -type f -exec sha256sum {} +) >"$OUT/home.sums"
    apt_get remove edgeone-purge
    [ ! -e /opt/edgeone-purge ] || fail "/opt/edgeone-purge is left behind"
    [ ! -e /usr/bin/edgeone-purge ] || fail "/usr/bin/edgeone-purge is left behind"
    [ ! -e /usr/share/applications/edgeone-purge.desktop ] || fail "the menu entry is left behind"
    [ -f "$home/journal.db" ] || fail "the journal is gone"
    (cd "$home" && sha256sum --quiet -c -) <"$OUT/home.sums" || fail "the home folder changed"
    rm -rf "$home" "$headless" "$next"
}

# The launcher may be the process itself or its parent.
java_process() {
    pgrep -P "$1" | head -n 1 | grep . || echo "$1"
}

# A second start of the same home folder raises the window that is there and ends.
second_start() {
    timeout 30 edgeone-purge --home "$1" >"$OUT/second.out" 2>"$OUT/second.err" \
        || fail "a second start ended with $?: $(cat "$OUT/second.err")"
    [ "$(xdotool search --onlyvisible --name '^EdgeOne Purge' | wc -l)" -eq 1 ] \
        || fail "a second start opened a second window"
}

stage_rpm() {
    local rpm
    rpm=$(ls target/package/*.rpm 2>/dev/null || true)
    [ -n "$rpm" ] || fail "no .rpm is built, run the stage package first"
    rpm -qpi "$rpm"
    rpm -qpl "$rpm" >"$OUT/rpm-contents.txt"
    rpm -qp --scripts "$rpm" >"$OUT/rpm-scripts.txt"
    say "$(wc -l <"$OUT/rpm-contents.txt") files; the licences and the runtime apart:"
    grep -vE '/(licenses|legal|runtime)/' "$OUT/rpm-contents.txt"
    local wanted
    for wanted in bin/edgeone-purge lib/app/edgeone-purge.jar lib/app/edgeone-purge.aot \
        lib/app/licenses lib/app/linux/edgeone-purge.desktop lib/runtime/lib/modules; do
        grep -qx "/opt/edgeone-purge/$wanted" "$OUT/rpm-contents.txt" || fail "the .rpm has no $wanted"
    done
    grep -q 'integrate.sh install' "$OUT/rpm-scripts.txt" || fail "the .rpm does not make the menu entry"
}
