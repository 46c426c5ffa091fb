#!/usr/bin/env bash
# Installs a real Asterisk 22 (Debian sid) into a directory of its own, and SIPp on the host.
# Idempotent: a second run with everything there takes well under a second. Needs root, asks nothing.
# The Debian mirror is the one that this machine's own apt uses.
#
#   BARO_ASTERISK_ROOT   where the chroot lives (default /var/lib/baro-test/asterisk)
set -euo pipefail

root=${BARO_ASTERISK_ROOT:-/var/lib/baro-test/asterisk}
done_mark=$root/.baro-installed
# Raise when the list of packages below changes: an older installation is then completed.
edition=1

[[ $(id -u) == 0 ]] || { echo "install.sh: needs root (chroot and apt)" >&2; exit 1; }
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

mount_once() { # type source target
    mountpoint -q "$3" || mount -t "$1" "$2" "$3"
}

mount_all() {
    mkdir -p "$root/proc" "$root/dev"
    mount_once proc proc "$root/proc"
    # A bind of the host's /dev: Asterisk needs null, urandom and a console that may be absent.
    mountpoint -q "$root/dev" || mount --bind /dev "$root/dev"
}

if [[ -f $done_mark && $(<"$done_mark") == "$edition" ]] && command -v sipp >/dev/null; then
    mount_all
    exit 0
fi

# Two suites started together must not bootstrap the same directory twice.
mkdir -p "$(dirname "$root")"
exec 9>"$(dirname "$root")/.baro-install.lock"
flock 9

if ! command -v debootstrap >/dev/null || ! command -v sipp >/dev/null; then
    apt-get update -q
    apt-get install -q -y --no-install-recommends debootstrap sip-tester
fi

if [[ ! -x $root/usr/bin/apt-get || ! -f $root/.baro-bootstrapped ]]; then
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | head -n 1)
    [[ -n $mirror ]] || { echo "install.sh: apt knows no Debian mirror on this machine" >&2; exit 1; }
    # What is left of an interrupted attempt is no base to build on.
    for m in "$root/proc" "$root/dev"; do ! mountpoint -q "$m" || umount "$m"; done
    rm -rf --one-file-system "$root"
    debootstrap --variant=minbase --include=ca-certificates sid "$root" "$mirror"
    touch "$root/.baro-bootstrapped"
fi

mount_all
# No service may start inside the chroot: the suite starts its own, with its own configuration.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
# A machine that reaches its mirror through a proxy says so in apt.conf.d; the chroot needs the same.
grep -lsiE 'Acquire::(http|https)::Proxy' /etc/apt/apt.conf.d/* /etc/apt/apt.conf 2>/dev/null |
    xargs -r -I{} cp {} "$root/etc/apt/apt.conf.d/" || true
# The daemons' maintainer scripts fail without an /etc/hosts entry for localhost.
[[ -s $root/etc/hosts ]] || echo '127.0.0.1 localhost' >"$root/etc/hosts"

# sid's index is valid for a week only: a frozen mirror or a wrong clock would stop us. Signatures are still checked;
# only the age of the index is not, and only in this throw-away root.
echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/90baro-test"
chroot "$root" apt-get update -q
chroot "$root" apt-get install -q -y --no-install-recommends asterisk asterisk-modules asterisk-config
version=$(chroot "$root" /usr/sbin/asterisk -V)
[[ $version == *" 22."* ]] || { echo "install.sh: Baro is tried on Asterisk 22, sid has: $version" >&2; exit 1; }
chroot "$root" apt-get clean
echo "$edition" >"$done_mark"
echo "installed: $version in $root"
