# A program in a real window: a display of its own, a window manager, pictures.

# Starts Xvfb and a window manager once; sets DISPLAY.
open_display() {
    if [ -n "${ci_display:-}" ]; then
        export DISPLAY=$ci_display
        return
    fi
    local number="$OUT/display"
    rm -f "$number"
    mkfifo "$number"
    Xvfb -displayfd 3 -screen 0 1440x900x24 -noreset -nolisten tcp 3>"$number" >"$OUT/xvfb.log" 2>&1 &
    children+=($!)
    read -r -t 30 ci_display <"$number" || fail "Xvfb does not start: $(cat "$OUT/xvfb.log")"
    rm -f "$number"
    ci_display=":$ci_display"
    export DISPLAY=$ci_display
    openbox >"$OUT/openbox.log" 2>&1 &
    children+=($!)
    until_true 20 window_manager_is_there || fail "no window manager: $(cat "$OUT/openbox.log")"
    say "display $DISPLAY"
}

window_manager_is_there() {
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'
}

# Fails if anything below looks like a stack trace: no_exceptions WHAT FILE-OR-FOLDER...
no_exceptions() {
    local what=$1
    shift
    local found
    found=$(grep -rnE '(^|[[:space:].])[A-Za-z]*(Exception|Error)(:|$)|^[[:space:]]+at [a-zA-Z_$][^ ]*\(' \
        "$@" 2>/dev/null || true)
    if [ -n "$found" ]; then
        printf '%s\n' "$found" | head -n 40 >&2
        fail "$what wrote an exception"
    fi
}

visible_window() {
    xdotool search --onlyvisible --name '^EdgeOne Purge' 2>/dev/null | head -n 1
}

has_window() {
    [ -n "$(visible_window)" ] || is_gone "$1"
}

colours() {
    identify -format '%k' "$1"
}

# Checks that a picture of the display exists and shows more than a blank window.
shows_something() {
    import -silent -window "$(visible_window)" "$1" 2>/dev/null && [ "$(colours "$1")" -gt 200 ]
}

# Starts a window and leaves it open: start_window NAME COMMAND...; sets window_pid.
start_window() {
    local name=$1
    shift
    open_display
    "$@" >"$OUT/$name.out" 2>"$OUT/$name.err" &
    window_pid=$!
    children+=("$window_pid")
    local begun=$SECONDS
    if ! until_true 90 has_window "$window_pid" || is_gone "$window_pid"; then
        cat "$OUT/$name.out" "$OUT/$name.err" >&2
        import -silent -window root "$OUT/$name-failed.png" || true
        fail "no window appeared"
    fi
    until_true 60 shows_something "$OUT/$name.png" \
        || fail "the window stays blank, see $OUT/$name.png"
    say "window after $((SECONDS - begun)) s, $(colours "$OUT/$name.png") colours: $OUT/$name.png"
}

# Presses Alt+F4 and waits up to 10 s for the program to end. A key that arrives while the window
# manager is still busy gets lost; a person would press it again.
closes() {
    local window
    window=$(visible_window)
    if [ -n "$window" ]; then
        xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4 || true
    fi
    until_true 10 is_gone "$window_pid"
}

# Closes the window like a user and waits for the program to exit successfully.
close_window() {
    local name=$1 home=$2 status=0
    if ! until_true 1 closes; then
        import -silent -window root "$OUT/$name-open.png" || true
        fail "the program does not end after its window was closed, see $OUT/$name-open.png"
    fi
    wait "$window_pid" || status=$?
    if [ "$status" -ne 0 ]; then
        fail "the program ended with $status"
    fi
    no_exceptions "the window" "$OUT/$name.out" "$OUT/$name.err" "$home/log"
}

stage_window() {
    [ -f target/app/edgeone-purge.jar ] || fail "target/app is not built, run the stage verify first"
    local home
    home=$(mktemp -d)
    start_window window "$(jdk)/bin/java" -jar target/app/edgeone-purge.jar --home "$home"
    close_window window "$home"
    rm -rf "$home"
    software_rendering
    refused_start
    evidence_page
}

# The option renders without the graphics card, and is stored for the next start.
software_rendering() {
    local home
    home=$(mktemp -d)
    start_window software "$(jdk)/bin/java" -Dprism.verbose=true -jar target/app/edgeone-purge.jar \
        --home "$home" --software-rendering
    until_true 30 grep -q '"softwareRendering" *: *true' "$home/settings.json" \
        || fail "the settings do not keep software rendering"
    close_window software "$home"
    grep -q 'init order: sw *$' "$OUT/software.out" || fail "not drawn in software"
    start_window software-kept "$(jdk)/bin/java" -Dprism.verbose=true \
        -jar target/app/edgeone-purge.jar --home "$home"
    close_window software-kept "$home"
    grep -q 'init order: sw *$' "$OUT/software-kept.out" \
        || fail "the second start is not drawn in software"
    say "software rendering, by option and by setting"
    rm -rf "$home"
}

# With a journal that is not a database, the window closes again; a dialog says why, and the program exits with 2.
refused_start() {
    local home status=0
    home=$(mktemp -d)
    echo "no database" >"$home/journal.db"
    EDGEONE_PURGE_HOME=$home "$(jdk)/bin/java" -jar target/app/edgeone-purge.jar \
        >"$OUT/refused.out" 2>"$OUT/refused.err" &
    window_pid=$!
    children+=("$window_pid")
    until_true 60 small_window || fail "no dialog says why the start was refused"
    until_true 30 shows_something "$OUT/refused.png" || fail "a blank dialog: $OUT/refused.png"
    xdotool windowactivate --sync "$(visible_window)" key --clearmodifiers Escape
    until_true 30 is_gone "$window_pid" || fail "the refused start does not end"
    wait "$window_pid" || status=$?
    [ "$status" -eq 2 ] || fail "the refused start ended with $status"
    grep -q "$home" "$OUT/refused.err" || fail "the refused start names no file"
    say "a refused start: $(grep "$home" "$OUT/refused.err")"
    rm -rf "$home"
}

# Only a dialog is open, not the window of 1180 pixels.
small_window() {
    local width
    width=$(xdotool getwindowgeometry --shell "$(visible_window)" 2>/dev/null \
        | sed -n 's/^WIDTH=//p')
    [ -n "$width" ] && [ "$width" -lt 900 ]
}

# A page of evidence, drawn by a browser in light, dark and Chinese, and printed: nothing of it is refused, and it is not blank.
evidence_page() {
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        chromium >"$OUT/apt-chromium.log" 2>&1; then
        say "evidence not drawn: no browser to install, see $OUT/apt-chromium.log"
        return
    fi
    local home job
    home=$(mktemp -d)
    program "$home" purge --zone example.com --type purge_url --target https://www.example.com/a \
        --target https://www.example.com/b --note 'OPS-1 <b>' --wait --json >"$OUT/evidence.json"
    job=$(jq -r .job "$OUT/evidence.json")
    program "$home" evidence "$job" --lang en --output "$OUT/evidence.html"
    program "$home" evidence "$job" --lang zh --output "$OUT/evidence-zh.html"
    draw evidence.html evidence-light.png
    draw evidence.html evidence-dark.png --blink-settings=preferredColorScheme=0
    draw evidence-zh.html evidence-zh.png
    browse evidence.html --no-pdf-header-footer --print-to-pdf="$OUT/evidence.pdf"
    [ -s "$OUT/evidence.pdf" ] || fail "the page of evidence cannot be printed"
    [ "$(brightness evidence-light.png)" -gt 80 ] || fail "evidence-light.png is not light"
    [ "$(brightness evidence-dark.png)" -lt 25 ] || fail "evidence-dark.png is not dark"
    say "evidence drawn in light, dark and Chinese: $OUT/evidence-light.png"
    rm -rf "$home"
}

program() {
    local home=$1
    shift
    "$(jdk)/bin/java" -jar target/app/edgeone-purge.jar --home "$home" "$@" 2>>"$OUT/evidence.err"
}

# Opens a page in a browser without a display: browse PAGE OPTION...
browse() {
    local page=$1
    shift
    timeout 60 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
        --enable-logging=stderr "$@" "file://$PWD/$OUT/$page" >"$OUT/browser.out" 2>"$OUT/browser.err" \
        || fail "the browser cannot open $page: $(tail -n 3 "$OUT/browser.err")"
    if grep -q 'CONSOLE' "$OUT/browser.err"; then
        fail "the browser complains about $page: $(grep CONSOLE "$OUT/browser.err")"
    fi
}

# Draws a page to a picture that is not blank: draw PAGE PICTURE OPTION...
draw() {
    local page=$1 picture=$2
    shift 2
    browse "$page" --window-size=1280,1700 --screenshot="$OUT/$picture" "$@"
    [ "$(colours "$OUT/$picture")" -gt 50 ] || fail "$picture is blank"
}

# In per cent.
brightness() {
    convert "$OUT/$1" -colorspace Gray -format '%[fx:int(100*mean)]' info:
}
