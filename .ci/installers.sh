# The installers: built, installed, used, upgraded and removed as an admin would.

stage_package() {
    # A release spends more time on compression.
    DPKG_DEB_COMPRESSOR_LEVEL=1 packaging/package.sh app-image deb rpm
    icons_match_their_master
    licences_are_demanded
    local file
    for file in target/package/*.deb target/package/*.rpm; do
        local size
        size=$(stat -c %s "$file")
        say "$file: $size bytes"
        [ "$size" -le $((75 * 1000 * 1000)) ] || fail "$file is larger than 75 MB"
    done
}

# The icons are generated from the SVG by a script: regenerating gives the same files, and each has
# the size and format its name says.
icons_match_their_master() {
    local scratch
    scratch=$(mktemp -d)
    mkdir "$scratch/icons"
    cp icons/edgeone-purge.svg icons/Icons.java "$scratch/icons/"
    (cd "$scratch" && "$(jdk)/bin/java" icons/Icons.java >/dev/null) || fail "icons cannot be made"
    diff -r icons "$scratch/icons" || fail "icons do not match icons/edgeone-purge.svg"
    rm -rf "$scratch"
    file icons/edgeone-purge.ico | grep -q 'MS Windows icon resource - 8 icons' || fail "no .ico"
    file icons/edgeone-purge.icns | grep -q 'Mac OS X icon' || fail "no .icns"
    say "$(find icons -name '*.png' | wc -l) PNG, .ico and .icns match the SVG"
}

# A bundled jar without a licence text stops the packaging.
licences_are_demanded() {
    local scratch
    scratch=$(mktemp -d)
    mkdir -p "$scratch/target"
    cp -r target/app "$scratch/target/"
    cp -r packaging icons "$scratch/"
    "$(jdk)/bin/jar" --create --file "$scratch/target/app/lib/unlicensed-1.0.jar" -C .ci run
    if (cd "$scratch" && packaging/package.sh app-image) >"$OUT/unlicensed.txt" 2>&1; then
        fail "a jar without a licence text was packaged"
    fi
    grep -q 'no licence text for \[unlicensed-1.0\]' "$OUT/unlicensed.txt" \
        || fail "another reason stopped it: $(tail -n 3 "$OUT/unlicensed.txt")"
    rm -rf "$scratch"
}

# Java must use the AOT cache or fail to start. Run as a user who owns nothing.
aot_cache_is_used() {
    as_root su nobody -s /bin/sh -c "cd / && JAVA_TOOL_OPTIONS=-XX:AOTMode=on $1 --version" \
        >"$OUT/aot.txt" 2>&1 || fail "$1 does not use its AOT cache: $(cat "$OUT/aot.txt")"
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

# Lists the jobs in a home folder's journal with the installed command line.
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
    # With a key in the environment, which a tour must not use.
    timeout 300 env TENCENTCLOUD_SECRET_ID=AKIDtour TENCENTCLOUD_SECRET_KEY=nobodys "$@" \
        edgeone-purge --home "$home" --tour "$OUT/$name" \
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
    local version
    version=$(edgeone-purge --version)
    say "$version"
    printf '%s' "$version" | grep -qE '^edgeone-purge [0-9.]+ \(([0-9a-f]{7,}\+?, )?[0-9-]+T[0-9:]+Z\)$' \
        || fail "no version with build time and commit"
    aot_cache_is_used edgeone-purge
    has_a_menu_entry
    has_a_manual
    completes_its_commands

    say "start it"
    start_window installed edgeone-purge --home "$home"
    grep -q 'edgeone-purge\.aot' "/proc/$window_pid/maps" || fail "the AOT cache is not used"
    belongs_to_the_menu_entry
    purge_by_keyboard "$home"
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
    local file
    for file in "${command_files[@]}"; do
        [ ! -e "$file" ] || fail "$file is left behind"
    done
    [ -f "$home/journal.db" ] || fail "the journal was removed"
    (cd "$home" && sha256sum --quiet -c -) <"$OUT/home.sums" || fail "the home folder changed"
    rm -rf "$home" "$headless" "$next"
}

# The installed completions and man pages.
command_files=(
    /usr/share/man/man1/edgeone-purge.1.gz
    /usr/share/man/zh_CN/man1/edgeone-purge.1.gz
    /usr/share/bash-completion/completions/edgeone-purge
    /usr/share/zsh/vendor-completions/_edgeone-purge
)

# They have every command, and groff has no complaint.
has_a_manual() {
    local page command
    apt_get install --no-install-recommends groff-base
    for page in "${command_files[@]:0:2}"; do
        zcat "$page" | groff -K utf8 -man -Tutf8 -ww -P-cbou >"$OUT/man.txt" 2>"$OUT/man.err" \
            || fail "groff refuses $page"
        [ ! -s "$OUT/man.err" ] || fail "mistakes in $page: $(cat "$OUT/man.err")"
        for command in 'purge [OPTIONS]' 'account add' 'network set' resume; do
            grep -qF "edgeone-purge $command" "$OUT/man.txt" || fail "$page has no $command"
        done
    done
}

# Completes as an interactive shell would.
completes_its_commands() {
    local file
    for file in "${command_files[@]}"; do
        [ -s "$file" ] || fail "$file is not installed"
    done
    bash -c '
        . /usr/share/bash-completion/completions/edgeone-purge
        COMP_WORDS=(edgeone-purge acc) COMP_CWORD=1 COMP_LINE="edgeone-purge acc" COMP_POINT=17
        _complete_edgeone-purge
        [ "${COMPREPLY[*]}" = account ] || exit 1
        COMP_WORDS=(edgeone-purge purge --targ) COMP_CWORD=2 COMP_LINE="edgeone-purge purge --targ"
        COMPREPLY=()
        _complete_edgeone-purge
        [[ " ${COMPREPLY[*]} " = *" --targets-file "* ]]' 2>/dev/null || fail "bash does not complete"
}

# In the menu in two languages, with an icon of every size.
has_a_menu_entry() {
    local entry=/usr/share/applications/edgeone-purge.desktop size line
    for line in 'Name=EdgeOne Purge Console' 'Name[zh_CN]=EdgeOne 缓存清除控制台' 'Categories=Network;'; do
        grep -qxF "$line" "$entry" || fail "the menu entry has no $line"
    done
    ! grep -q '^MimeType' "$entry" || fail "the menu entry claims file types"
    for size in 16 24 32 48 64 128 256 512; do
        identify -format '%wx%h' "/usr/share/icons/hicolor/${size}x$size/apps/edgeone-purge.png" \
            | grep -qx "${size}x$size" || fail "no icon of $size pixels"
    done
    [ -s /usr/share/icons/hicolor/scalable/apps/edgeone-purge.svg ] || fail "no scalable icon"
}

# A desktop finds a window's name and icon by its class.
belongs_to_the_menu_entry() {
    local entry=/usr/share/applications/edgeone-purge.desktop class
    class=$(sed -n 's/^StartupWMClass=//p' "$entry")
    xprop -id "$(visible_window)" WM_CLASS | grep -qF "\"$class\"" \
        || fail "the window is not of the class $class: $(xprop -id "$(visible_window)" WM_CLASS)"
}

# Types a target into the form, purges with Ctrl+Enter, and reads the outcome from the journal.
# The window is the demo's: nothing leaves this machine.
purge_by_keyboard() {
    local window target=https://www.example.com/typed-by-hand.css
    window=$(visible_window)
    xdotool windowactivate --sync "$window"
    until_true 60 demo_is_open || fail "the demo does not open"
    xdotool type --clearmodifiers --delay 30 "$target"
    # The keys do nothing until the plan is ready, and have nothing to purge after the purge.
    until_true 60 purged "$1" "$target" || {
        import -silent -window root "$OUT/keyboard.png"
        fail "what was typed was not purged, see $OUT/keyboard.png"
    }
    import -silent -window "$window" "$OUT/keyboard.png"
    say "typed and purged: $target"
}

# The window has the focus and no longer changes: it is signed in.
demo_is_open() {
    [ "$(xdotool getactivewindow 2>/dev/null)" = "$(visible_window)" ]
}

purged() {
    local jobs
    jobs=$(journal "$1" | jq -r '.jobs[].job')
    if [ -z "$jobs" ]; then
        xdotool key --clearmodifiers ctrl+Return
        sleep 1
        return 1
    fi
    edgeone-purge --home "$1" --json targets "$jobs" \
        | jq -e --arg target "$2" '[.targets[] | select(.target == $target and .state == "succeeded")] | length == 1' \
            >/dev/null
}

# A second start with the same home folder raises the existing window, even if minimised, and exits;
# one with another home folder opens its own.
second_start() {
    local window
    window=$(visible_window)
    xdotool windowminimize --sync "$window"
    timeout 60 edgeone-purge --home "$1" >"$OUT/second.out" 2>"$OUT/second.err" \
        || fail "a second start ended with $?: $(cat "$OUT/second.err")"
    until_true 10 is_in_front "$window" || fail "a second start does not raise the window"
    [ "$(windows)" -eq 1 ] || fail "a second start opened a second window"
    local other
    other=$(mktemp -d)
    edgeone-purge --home "$other" >"$OUT/other.out" 2>"$OUT/other.err" &
    local started=$!
    children+=("$started")
    until_true 90 has_windows 2 || fail "another home folder has no window of its own"
    kill -9 "$started"
    until_true 20 has_windows 1 || fail "the killed window stays"
    edgeone-purge --home "$other" >"$OUT/other.out" 2>"$OUT/other.err" &
    started=$!
    children+=("$started")
    until_true 90 has_windows 2 || fail "after a crash no window opens"
    kill "$started"
    until_true 20 has_windows 1 || fail "the ended window stays"
    rm -rf "$other"
    say "a second start raises the window"
}

windows() {
    xdotool search --onlyvisible --name '^EdgeOne Purge' 2>/dev/null | wc -l
}

has_windows() {
    [ "$(windows)" -eq "$1" ]
}

is_in_front() {
    [ "$(xdotool getactivewindow 2>/dev/null)" = "$1" ] && [ "$(visible_window)" = "$1" ]
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
        lib/app/licenses lib/app/linux/edgeone-purge.desktop lib/app/linux/edgeone-purge.1.gz \
        lib/app/linux/edgeone-purge.bash lib/app/linux/_edgeone-purge lib/runtime/lib/modules; do
        grep -qx "/opt/edgeone-purge/$wanted" "$OUT/rpm-contents.txt" || fail "the .rpm has no $wanted"
    done
    grep -q 'integrate.sh install' "$OUT/rpm-scripts.txt" || fail "the .rpm does not make the menu entry"
    say "unpack it and start what is in it"
    local unpacked
    unpacked=$(mktemp -d)
    chmod 755 "$unpacked"
    rpm2cpio "$rpm" | (cd "$unpacked" && cpio -idm --quiet)
    aot_cache_is_used "$unpacked/opt/edgeone-purge/bin/edgeone-purge"
    rm -rf "$unpacked"
}
