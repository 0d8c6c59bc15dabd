#!/bin/sh
# Adds the program to PATH and the menu, and installs its man pages and shell completion, or removes
# all of it: integrate.sh install|remove. Called by the installers; copies files from its own folder.
set -e
here=/opt/edgeone-purge/lib/app/linux
man=/usr/share/man
bash=/usr/share/bash-completion/completions/edgeone-purge

# Where this system's zsh looks; Debian uses another folder.
if [ -e /etc/debian_version ]; then
    zsh=/usr/share/zsh/vendor-completions/_edgeone-purge
else
    zsh=/usr/share/zsh/site-functions/_edgeone-purge
fi

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
        install -D -m 644 "$here/edgeone-purge.1.gz" "$man/man1/edgeone-purge.1.gz"
        install -D -m 644 "$here/edgeone-purge.zh_CN.1.gz" "$man/zh_CN/man1/edgeone-purge.1.gz"
        install -D -m 644 "$here/edgeone-purge.bash" "$bash"
        install -D -m 644 "$here/_edgeone-purge" "$zsh"
        refresh
        ;;
    remove)
        rm -f /usr/bin/edgeone-purge /usr/share/applications/edgeone-purge.desktop \
            /usr/share/icons/hicolor/*/apps/edgeone-purge.png \
            /usr/share/icons/hicolor/scalable/apps/edgeone-purge.svg \
            "$man/man1/edgeone-purge.1.gz" "$man/zh_CN/man1/edgeone-purge.1.gz" "$bash" "$zsh"
        refresh
        ;;
    *)
        echo "usage: integrate.sh install|remove" >&2
        exit 2
        ;;
esac
