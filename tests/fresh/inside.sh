#!/bin/sh
# inside.sh --mount [TARGET…]: what is run in the minimal Debian. Started by enter.sh, from its top.
set -eu
if [ "${1:-}" = --mount ]; then
	shift
	# The control groups that this was put into are the roots of what is seen here.
	if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
		mount -t cgroup2 cgroup sys/fs/cgroup
		mkdir sys/fs/cgroup/init # a group with processes of its own cannot hand its controllers on
		echo 0 >sys/fs/cgroup/init/cgroup.procs
		sed 's/ / +/g; s/^/+/' sys/fs/cgroup/cgroup.controllers >sys/fs/cgroup/cgroup.subtree_control
	elif [ -d /sys/fs/cgroup ]; then
		mount -t tmpfs cgroup sys/fs/cgroup
		for group in /sys/fs/cgroup/*/; do
			name=$(basename "$group")
			case $name in
			unified) continue ;;
			systemd) controller=none,name=systemd ;;
			*) controller=$name ;;
			esac
			mkdir "sys/fs/cgroup/$name"
			mount -t cgroup -o "$controller" cgroup "sys/fs/cgroup/$name"
		done
	fi
	mkdir -p old
	pivot_root . old
	cd /root/maru
	umount -l /old
	rmdir /old
	# shellcheck disable=SC2046  # words without blanks
	exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb LANG=C.UTF-8 \
		$(cat /root/environment) sh /root/inside.sh "$@"
fi

report=/root/report
# shellcheck source=/dev/null
echo "$(. /etc/os-release && echo "$PRETTY_NAME"), $(python3 --version), $(git log -1 --format='%h %s')" | tee $report

tried() { # tried TARGET: `make TARGET`, seen as it goes, and a line for the report with what it says of itself at the end
	start=$(date +%s)
	{ CI=true make "$1" 2>&1 || echo $? >/root/failed; } | tee /root/log
	ended=0
	[ ! -e /root/failed ] || ended=$(cat /root/failed)
	echo "make $1: exit code $ended after $(($(date +%s) - start)) s" >>$report
	grep -E '^[0-9]+ (passed|failed|errors?|run)\b|^NOT RUN' /root/log | sed 's/^/  /' >>$report || true
}

serves() { # `make serve`, until the home page answers
	start=$(date +%s)
	port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
	setsid make serve PORT="$port" >/root/log 2>&1 &
	server=$!
	if python3 - "$port" "$server" <<'CODE'; then
import os, sys, time, urllib.request
for _ in range(600):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/", timeout=10) as answer:
            sys.exit(answer.status != 200)
    except OSError:
        with open(f"/proc/{sys.argv[2]}/stat") as state:
            if state.read().rpartition(")")[2].split()[0] == "Z":
                break
        time.sleep(0.5)
sys.exit(1)
CODE
		echo "make serve: the home page answered 200 after $(($(date +%s) - start)) s" | tee -a $report
	else
		cat /root/log
		echo "make serve: the home page did not answer" | tee -a $report
		echo 1 >/root/failed
	fi
	kill -s TERM -- "-$server" 2>/dev/null || true
	wait "$server" 2>/dev/null || true
}

[ $# -gt 0 ] || set -- serve test # in the order of the README: so `serve` finds a machine that `test` has not set up
for target in "$@"; do
	if [ "$target" = serve ]; then serves; else tried "$target"; fi
	[ ! -e /root/failed ] || break
done
echo
cat $report
[ ! -e /root/failed ] || exit 1
