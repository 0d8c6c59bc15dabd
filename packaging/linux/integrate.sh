#!/bin/sh
# Adds the program to PATH and the menu, or removes it: integrate.sh install|remove.
# Called by the installers; it writes copies of the files beside it.
set -e
here=/opt/edgeone-purge/lib/app/linux

refresh() {
    for command in "update-desktop-database -q /usr/share/applications" \
        "gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor"; do
        if command -v "${command%% *}" >/dev/null 2>&1; then
            $command >/dev/null 2>&1 || true
        fi
    done
}

case "$1" in
    install)
        ln -sf /opt/edgeone-purge/bin/edgeone-purge /usr/bin/edgeone-purge
        install -D -m 644 "$here/edgeone-purge.desktop" \
            /usr/share/applications/edgeone-purge.desktop
        for icon in "$here"/edgeone-purge-*.png; do
            size=${icon##*-}
            size=${size%.png}
            install -D -m 644 "$icon" \
                "/usr/share/icons/hicolor/${size}x${size}/apps/edgeone-purge.png"
        done
        install -D -m 644 "$here/edgeone-purge.svg" \
            /usr/share/icons/hicolor/scalable/apps/edgeone-purge.svg
        refresh
        ;;
    remove)
        rm -f /usr/bin/edgeone-purge /usr/share/applications/edgeone-purge.desktop \
            /usr/share/icons/hicolor/*/apps/edgeone-purge.png \
            /usr/share/icons/hicolor/scalable/apps/edgeone-purge.svg
        refresh
        ;;
    *)
        echo "usage: integrate.sh install|remove" >&2
        exit 2
        ;;
esac
