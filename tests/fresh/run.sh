#!/bin/sh
# run.sh SUITE [TARGET…]: make a minimal Debian, clone into it what is committed here, and run there the README's two commands
# (`make test`, `make serve`), or the targets of make that are named. Says how long each took and how it ended. Needs to be root,
# and to reach Debian's packages and Python's as this machine does. Nothing is left, however it ends.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
suite=${1:?the name of a Debian, such as bookworm}
shift

sorry() {
	echo "$*" >&2
	exit 2
}

[ "$(id -u)" -eq 0 ] || sorry "A Debian is unpacked by root alone: sudo make fresh"
sh "$here/../install-tools" mmdebstrap unshare git
[ -z "$(git -C "$here" -c safe.directory='*' status --porcelain)" ] || echo "What is not committed is not in it."

# One that was killed could not clean up: the next one does.
folder=${TMPDIR:-/var/tmp}
for left in "$folder"/maru-fresh-*.*; do
	owner=${left#"$folder"/maru-fresh-}
	if [ -e "$left" ] && [ ! -e "/proc/${owner%%.*}" ]; then
		rm -rf --one-file-system "$left"
	fi
done

root=$(mktemp -d "$folder/maru-fresh-$$.XXXXXX")
groups=""
child=""
# shellcheck disable=SC2317  # called by the traps
finish() {
	trap - EXIT INT TERM HUP
	if [ -n "$child" ]; then # its first process takes all others with it, and the kernel then forgets what they mounted
		kill -KILL "$child" 2>/dev/null || true
		wait "$child" 2>/dev/null || true
	fi
	rm -rf --one-file-system "$root" "$root".* || { sleep 2 && rm -rf --one-file-system "$root" "$root".*; }
	for group in $groups; do
		find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
	done
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
chmod 755 "$root" # apt gives up root's rights to fetch

# A control group of its own: sessions there know nobody else's by its process, and would sweep away the groups of those outside.
for hierarchy in /sys/fs/cgroup /sys/fs/cgroup/*/; do
	if [ -w "$hierarchy/cgroup.procs" ]; then
		group=$hierarchy/maru-fresh-$$
		mkdir "$group"
		groups="$groups $group"
		for name in cpuset.cpus cpuset.mems; do # version 1 starts with none
			if [ -f "$hierarchy/tasks" ] && [ -f "$group/$name" ]; then
				cat "$hierarchy/$name" >"$group/$name"
			fi
		done
		[ ! -f "$hierarchy/cgroup.controllers" ] || break # with version 2 one group is all
	fi
done

FRESH_GROUPS=$groups setpriv --pdeathsig KILL unshare --mount --pid --ipc --uts --fork --kill-child --mount-proc \
	--propagation private sh "$here/enter.sh" "$root" "$suite" "$@" &
child=$!
wait "$child" && code=0 || code=$?
child=""
exit "$code"
