#!/usr/bin/env bash
# check-deb.sh [PACKAGE.deb]: packs the release build (or takes the given package), holds it to lintian, then installs it in an empty Debian,
# starts it there, with a window too, and removes it again without a trace. The last part needs root and mmdebstrap, and says so when it
# cannot be done. MUSTER_CHROOT_SUITE chooses the Debian (bookworm).
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
export LC_ALL=${LC_ALL:-C.UTF-8}

if [ $# -gt 0 ]; then
    package=$(realpath "$1")
else
    cmake --build "$top/build/release"
    rm -f "$top"/build/release/muster_*.deb
    (cd "$top/build/release" && cpack -G DEB >cpack.log 2>&1) || { cat "$top/build/release/cpack.log"; exit 1; }
    package=$(ls "$top"/build/release/muster_*.deb)
fi
echo "Package: $(basename "$package"), $(stat -c %s "$package") bytes"
dpkg-deb --field "$package" Depends Recommends
lintian --fail-on error,warning "$package"
echo "lintian: nothing to say"

if [ "$(id -u)" -ne 0 ] || ! command -v mmdebstrap >/dev/null; then
    echo "Not tried in an empty Debian: that needs root and mmdebstrap."
    exit 0
fi
root=$(mktemp -d "${TMPDIR:-/tmp}/muster-deb.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT
chmod 755 "$root"
begin=$SECONDS
mmdebstrap --quiet --variant=apt "${MUSTER_CHROOT_SUITE:-bookworm}" "$root"
cp "$package" "$root/tmp/"
cp "$top/tests/support/display.sh" "$root/tmp/"
echo "empty Debian: $((SECONDS - begin)) s"

cat >"$root/tmp/inside.sh" <<'INSIDE'
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends /tmp/muster_*.deb >/dev/null 2>&1 || apt-get install -y --no-install-recommends /tmp/muster_*.deb
useradd -m user
su - user -c "muster --version" 
su - user -c "muster --help" >/dev/null
apt-get install -y -qq --no-install-recommends xvfb xauth openbox x11-utils >/dev/null 2>&1 # the stage, not the play
su - user -c "/tmp/display.sh muster --demo --after 4 --screenshot /tmp/window.png"
test -s /tmp/window.png
find / -xdev \( -path /proc -o -path /sys -o -path /home -o -path /tmp \) -prune -o -ipath '*muster*' -print >/tmp/installed
echo "installed: $(grep -c . /tmp/installed) paths"
apt-get purge -y -qq muster >/dev/null
find / -xdev \( -path /proc -o -path /sys -o -path /home -o -path /tmp -o -path /var/log \) -prune -o -ipath '*muster*' -print >/tmp/left
if [ -s /tmp/left ]; then
    echo "left behind after removal:"
    cat /tmp/left
    exit 1
fi
echo "removed without a trace"
INSIDE

begin=$SECONDS
unshare --mount --pid --fork --kill-child bash -c '
    set -eu
    root=$1
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount -t tmpfs -o mode=755 dev "$root/dev"
    for device in null zero full random urandom tty; do
        touch "$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
    done
    mkdir "$root/dev/pts" "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=666 pts "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
    chroot "$root" env -i PATH="$PATH" HOME=/root bash /tmp/inside.sh
' _ "$root"
cp "$root/tmp/window.png" "$top/build/release/window-in-chroot.png" 2>/dev/null || true
echo "installed, started, removed: $((SECONDS - begin)) s"
