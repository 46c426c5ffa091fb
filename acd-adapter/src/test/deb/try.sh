#!/usr/bin/env bash
# Installs, tries and removes the package in a Debian of its own directory: try.sh DEB ROOT. Needs root; ROOT is a chroot made by debootstrap.
# Nothing is started there: a chroot has no systemd, so the unit is looked at only (systemd-analyze verify, on the outside).
set -euo pipefail

deb=$1
root=$2

inside() {
  chroot "$root" /usr/bin/env LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

fail() {
  echo "try.sh: $1" >&2
  exit 1
}

mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
cp "$deb" "$root/tmp/baro.deb"

inside dpkg -i /tmp/baro.deb
inside getent passwd baro | grep -q ':/usr/sbin/nologin$' || fail "no user"
[ "$(inside stat -c '%U:%G %a' /etc/baro)" = "root:baro 750" ] || fail "/etc/baro has wrong rights"
inside /opt/baro/bin/baro --version
inside test -f /usr/lib/systemd/system/baro.service

# The sample, as docs/operations.md says.
inside sh -c 'cp /opt/baro/config/*.yaml /opt/baro/config/*.csv /etc/baro/ && echo secret >/etc/baro/ev.secret && echo secret >/etc/baro/act.secret'
inside /opt/baro/bin/baro check --config /etc/baro

inside dpkg -i /tmp/baro.deb
inside test -f /etc/baro/baro.yaml || fail "an upgrade took the configuration"
inside dpkg --remove baro
[ ! -e "$root/opt/baro" ] || fail "files of the package are left: $(find "$root/opt/baro" | head -n 3)"
inside dpkg --purge baro
inside test -f /etc/baro/baro.yaml || fail "purging took the configuration"
rm -rf "$root/etc/baro" "$root/tmp/baro.deb"
echo "try.sh: installed, tried, upgraded, removed"
