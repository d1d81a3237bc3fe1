#!/usr/bin/env bash
# display.sh COMMAND…: runs a command in a window system of its own (Xvfb with openbox, on a display number nobody else has), ends
# that by process id afterwards and exits with the command's exit code. Several may run side by side.
# MUSTER_DISPLAY_SIZE sets the screen, 1440x900 by itself. 77 ("skipped") when Xvfb or openbox is not there.
set -u
export LC_ALL=${LC_ALL:-C.UTF-8}

for tool in Xvfb openbox xprop; do
    command -v "$tool" >/dev/null || { echo "display.sh: $tool is not installed; ./test installs it" >&2; exit 77; }
done

work=$(mktemp -d) || exit 1
pids=()
finish() {
    local i
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
        kill "${pids[i]}" 2>/dev/null
    done
    wait 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 "${MUSTER_DISPLAY_SIZE:-1440x900}x24" -nolisten tcp -noreset 3>"$work/number" 2>"$work/xvfb.log" &
pids+=($!)
number=
read -r -t 30 number <"$work/number"
if [ -z "$number" ]; then
    echo "display.sh: Xvfb did not start:" >&2
    cat "$work/xvfb.log" >&2
    exit 1
fi
unset WAYLAND_DISPLAY WAYLAND_SOCKET
# No session bus: the one of a desktop is not for tests, and where there is none libdbus would look for a program that starts one (and leak when that fails).
export DISPLAY=":$number" XDG_SESSION_TYPE=x11 DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent/bus

openbox --sm-disable >"$work/openbox.log" 2>&1 &
pids+=($!)
for ((try = 0; try < 200; try++)); do
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
    sleep 0.05
done
if [ "$try" -eq 200 ]; then
    echo "display.sh: openbox did not start:" >&2
    cat "$work/openbox.log" >&2
    exit 1
fi

"$@" &
command=$!
pids+=("$command")
wait "$command"
exit $?
