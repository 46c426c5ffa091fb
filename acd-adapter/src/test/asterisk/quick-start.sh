#!/usr/bin/env bash
# Runs the commands of docs/quick-start.md on a machine that is thrown away: quick-start.sh DIR, with DIR/commands.sh and the tar.gz in it. Needs root
# and the installation of install.sh.
#
# The machine is this one, with everything that is written going to memory (overlayfs), in namespaces of its own: no file stays and no process. Two
# programs are played: apt-get (Asterisk and SIPp are there already) and systemctl (there is no systemd). Asterisk is the real one of install.sh.
set -euo pipefail

root=${BARO_ASTERISK_ROOT:-/var/lib/baro-test/asterisk}
dir=$(realpath "$1")

exec unshare --mount --propagation private --pid --fork --kill-child bash -euo pipefail -c '
  dir=$1 root=$2
  machine=$dir/machine
  mkdir -p "$machine"
  mount -t tmpfs tmpfs "$machine"
  mkdir "$machine"/{upper,work,root}
  mount -t overlay overlay -o "lowerdir=/,upperdir=$machine/upper,workdir=$machine/work" "$machine/root"
  new=$machine/root
  mount --rbind /dev "$new/dev"
  mount -t proc proc "$new/proc"
  mount -t proc proc "$new$root/proc"
  mount --rbind /dev "$new$root/dev"
  mkdir -p "$new/etc/asterisk" "$new/start"
  cp "$dir"/commands.sh "$dir"/*.tar.gz "$new/start/"

  cat >"$new/usr/local/bin/asterisk" <<END
#!/bin/sh
exec chroot $root /usr/sbin/asterisk "\$@"
END
  cat >"$new/usr/local/bin/systemctl" <<END
#!/bin/sh
[ "\$*" = "restart asterisk" ] || exit 1
mkdir -p $root/run/asterisk $root/var/log/asterisk $root/var/spool/asterisk
grep -qwF "\$(hostname)" $root/etc/hosts || echo "127.0.0.1 \$(hostname)" >>$root/etc/hosts
mount --bind /etc/asterisk $root/etc/asterisk
exec chroot $root /usr/sbin/asterisk
END
  cat >"$new/usr/local/bin/apt-get" <<END
#!/bin/sh
[ "\$1" = install ] || exit 0
groupadd --force --system asterisk
cp -r $root/etc/asterisk/. /etc/asterisk/
END
  chmod 755 "$new"/usr/local/bin/{asterisk,systemctl,apt-get}
  chroot "$new" /usr/bin/env PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root bash -euo pipefail -c "cd /start && . ./commands.sh" </dev/null
' bash "$dir" "$root"
