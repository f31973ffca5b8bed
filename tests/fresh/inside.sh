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

tried() { # tried WORD…: `make WORD…`, seen as it goes, with a line for the report
	start=$(date +%s)
	{ CI=true make "$@" 2>&1 || echo $? >/root/failed; } | tee /root/log
	told "$@" && [ ! -e /root/failed ]
}
told() {
	code=0
	[ ! -e /root/failed ] || code=$(cat /root/failed)
	echo "make $*: exit code $code, $(($(date +%s) - start)) s" >>$report
	grep -E '^[0-9]+ (passed|failed|error|run)|needs_namespaces|not all is well' /root/log | sed 's/^/  /' >>$report || true
}
serves() { # `make serve` until the home page answers
	start=$(date +%s)
	port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
	make serve PORT="$port" >/root/log 2>&1 &
	server=$!
	if python3 - "$port" "$server" <<'CODE'; then
import os, sys, time, urllib.request
for _ in range(600):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/", timeout=10) as answer:
            sys.exit(answer.status != 200)
    except OSError:
        os.kill(int(sys.argv[2]), 0)
        time.sleep(0.5)
sys.exit("no answer")
CODE
		echo "make serve: the home page answered 200 after $(($(date +%s) - start)) s" | tee -a $report
	else
		cat /root/log
		echo "make serve: the home page did not answer" | tee -a $report
		echo 1 >/root/failed
	fi
	kill "$server" 2>/dev/null || true
	[ ! -e /root/failed ]
}

[ $# -gt 0 ] || set -- test serve
for target in "$@"; do
	if [ "$target" = serve ]; then serves || true; else tried "$target" || true; fi
	[ ! -e /root/failed ] || break
done
echo
cat $report
[ ! -e /root/failed ] || exit 1
