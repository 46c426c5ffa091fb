#!/usr/bin/env bash
# Runs one of any number of real Asterisk instances out of the installation that install.sh made. Needs root.
#
#   asterisk.sh prepare DIR SIP_PORT AMI_PORT PHONE_PORT [seoul|busan]
#                                writes DIR/etc: config/asterisk as it ships, with the tests' site/ in place of the installer's;
#                                the centres seoul (if none is named) and busan have a trunk to each other
#   asterisk.sh start DIR        DIR/etc is its /etc/asterisk; logs, run files and the pid appear under DIR
#   asterisk.sh stop DIR         ends that instance, by its pid, and waits until it is gone
#   asterisk.sh kill DIR         the same with SIGKILL
#   asterisk.sh rx DIR COMMAND   a command of its console, e.g. 'dialplan show acd-wait'
#
# Each instance sees DIR at Asterisk's usual places through a mount namespace of its own: the configuration is the one that
# ships, with no path changed, and nothing stays mounted when the process ends. Instances differ by the ports in DIR/etc.
set -euo pipefail

root=${BARO_ASTERISK_ROOT:-/var/lib/baro-test/asterisk}

usage() {
    sed -n '4,10s/^# *//p' "$0" >&2
    exit 2
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

prepare() { # dir sip-port ami-port phone-port centre
    local dir=$1 i
    local seoul=127.0.0.5 busan=127.0.0.6
    local centre=(-e "s/@CENTRE@/seoul/" -e "s/@OTHER@/busan/" -e "s/@CENTRE_ADDRESS@/$seoul/" -e "s/@OTHER_ADDRESS@/$busan/")
    if [[ $5 == busan ]]; then
        centre=(-e "s/@CENTRE@/busan/" -e "s/@OTHER@/seoul/" -e "s/@CENTRE_ADDRESS@/$busan/" -e "s/@OTHER_ADDRESS@/$seoul/")
    fi
    local ports=(-e "s/@SIP_PORT@/$2/g" -e "s/@AMI_PORT@/$3/g" -e "s/@PHONE_PORT@/$4/g")
    for i in 1 2 3 4 5 6 7 9; do ports+=(-e "s/@PHONE_$i@/$(($4 + i))/g"); done
    mkdir -p "$dir"
    rm -rf "${dir:?}/etc"
    cp -r "$here/../../../../config/asterisk" "$dir/etc"
    cp "$here"/site/*.conf "$dir/etc/site/"
    sed -i "${ports[@]}" "${centre[@]}" "$dir"/etc/site/*.conf
}

alive() { # pid
    [[ -n $1 ]] && kill -0 "$1" 2>/dev/null
}

rx() { # dir command
    nsenter --target "$(<"$1/pid")" --mount -- chroot "$root" /usr/sbin/asterisk -rx "$2"
}

start() {
    local dir=$1 pid
    if [[ -f $dir/pid ]] && alive "$(<"$dir/pid")"; then
        echo "asterisk.sh: already running in $dir" >&2
        exit 1
    fi
    mkdir -p "$dir"/{run,log,lib,spool}
    chmod 755 "$dir"
    # The sequence number of a Uniqueid and the AstDB begin anew: no state of an earlier run.
    rm -rf "${dir:?}"/run/* "${dir:?}"/lib/* "${dir:?}"/pid
    cp -r "$root/var/lib/asterisk/." "$dir/lib/"
    # Ten seconds of silence in A-law: music on hold then runs as it does in production.
    head -c 80000 /dev/zero | tr '\0' '\325' >"$dir/lib/moh/silence.alaw"
    # Asterisk asks for the address of its own host name in each call: without a line here it asks the network, and waits.
    grep -qwF "$(hostname)" "$root/etc/hosts" || echo "127.0.0.1 $(hostname)" >>"$root/etc/hosts"
    setsid unshare --mount --propagation private -- bash -c '
        set -e
        dir=$1 root=$2
        mkdir -p "$root/run/asterisk" "$root/var/log/asterisk" "$root/var/spool/asterisk"
        mount --bind "$dir/etc" "$root/etc/asterisk"
        mount --bind "$dir/run" "$root/run/asterisk"
        mount --bind "$dir/log" "$root/var/log/asterisk"
        mount --bind "$dir/lib" "$root/var/lib/asterisk"
        mount --bind "$dir/spool" "$root/var/spool/asterisk"
        ulimit -n 65536 2>/dev/null || true
        echo $$ >"$dir/pid.new"
        mv "$dir/pid.new" "$dir/pid"
        exec chroot "$root" /usr/sbin/asterisk -f -g
    ' asterisk-instance "$dir" "$root" </dev/null >"$dir/log/console" 2>&1 &
    # "Asterisk Ready." is what a console is told when the last module is loaded.
    for _ in $(seq 300); do
        if [[ -f $dir/pid ]]; then
            pid=$(<"$dir/pid")
            if ! alive "$pid"; then
                echo "asterisk.sh: Asterisk ended at start, its words:" >&2
                tail -n 20 "$dir/log/console" >&2
                exit 1
            fi
            if [[ -S $dir/run/asterisk.ctl ]] && rx "$dir" 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'; then
                return 0
            fi
        fi
        sleep 0.1
    done
    echo "asterisk.sh: Asterisk did not boot within 30 s, see $dir/log" >&2
    stop "$dir" KILL
    exit 1
}

stop() { # dir signal
    local dir=$1 pid
    [[ -f $dir/pid ]] || return 0
    pid=$(<"$dir/pid")
    kill "-$2" "$pid" 2>/dev/null || true
    for _ in $(seq 100); do
        if ! alive "$pid"; then
            rm -f "$dir/pid"
            return 0
        fi
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    rm -f "$dir/pid"
}

[[ $# -ge 2 ]] || usage
command=$1
dir=$(realpath -m "$2")
case $command in
    prepare)
        [[ $# == 5 || ($# == 6 && $6 =~ ^(seoul|busan)$) ]] || usage
        prepare "$dir" "$3" "$4" "$5" "${6:-seoul}"
        ;;
    start) start "$dir" ;;
    stop) stop "$dir" TERM ;;
    kill) stop "$dir" KILL ;;
    rx) shift 2; rx "$dir" "$*" ;;
    *) usage ;;
esac
