#!/bin/bash
# keyring.sh PROGRAM ARGS…: runs it in a D-Bus session of its own with an unlocked, empty gnome-keyring. Leaves nothing behind. Skips (77) where
# gnome-keyring is not installed.
set -eu
for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null || { echo "SKIP: $tool is not installed"; exit 77; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
unset DISPLAY WAYLAND_DISPLAY KDE_FULL_SESSION
mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
dbus-run-session -- bash -c '
    eval "$(printf "%s" "only-for-this-test" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
    export XDG_CURRENT_DESKTOP=GNOME MUSTER_TEST_KEYRING=1
    rc=0; "$@" || rc=$?
    # dbus-run-session ends its bus, not what was started on it
    [ -z "${GNOME_KEYRING_PID:-}" ] || kill "$GNOME_KEYRING_PID" 2>/dev/null || true
    exit $rc' _ "$@"
