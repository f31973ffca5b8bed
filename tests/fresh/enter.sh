#!/bin/sh
# enter.sh ROOT SUITE [TARGET…]: unpack SUITE in ROOT, give it what lets this machine reach packages, and go in for good: `pivot_root`,
# for in a mere chroot the kernel refuses bubblewrap its namespaces. Started by run.sh, in namespaces of its own.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$1
suite=$2
shift 2

for group in $FRESH_GROUPS; do
	echo 0 >"$group/cgroup.procs"
done

# Where this machine is a Debian, its own mirrors, for the suite that is wanted; elsewhere mmdebstrap knows one.
sources() {
	# shellcheck source=/dev/null
	codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-none}")
	# shellcheck disable=SC2016  # the names are apt's
	apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(RELEASE) $(REPO_URI)' 'Created-By: Packages' | sort -u |
		sed -nE "s,^Debian main $codename(-updates|-security)? (.*),deb \\2 $suite\\1 main,p"
}
settings() { # how this machine's apt asks: proxies, retries, what it checks
	apt-config dump Acquire | grep -E '^Acquire::(http|https|Check-[A-Za-z-]+|Retries|ForceIPv[46])\b.* "[^"]+";$' || true
}
settings >"$root.apt"
sources >"$root.list"
mirrors=""
[ ! -s "$root.list" ] || mirrors=$root.list
# shellcheck disable=SC2086  # one word or none
mmdebstrap --quiet --variant=minbase --mode=root --aptopt="$root.apt" --include=python3,python3-venv,make,git,ca-certificates \
	"$suite" "$root" $mirrors
rm -f "$root.apt" "$root.list"

# The names, certificates and settings with which this machine reaches packages.
cp -L /etc/resolv.conf /etc/hosts "$root/etc"
[ ! -s /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs"
for path in /etc/pip.conf /etc/xdg/pip "${PIP_CONFIG_FILE:-}"; do
	[ ! -e "$path" ] || cp -rL --parents "$path" "$root"
done
for path in .config/pip .pip; do
	[ ! -e "$HOME/$path" ] || { mkdir -p "$root/root/$path" && cp -rL "$HOME/$path/." "$root/root/$path"; }
done
passed() {
	env | grep -E '^(PIP_[A-Z_]+|[a-z]+_proxy|[A-Z]+_PROXY|[A-Z_]*(CERT|CERTS|CA_BUNDLE)|SSL_CERT_(FILE|DIR))=' || true
}
# Folders of this machine that pip is told to look into; an index is the `simple` beside its files.
{ passed && cat "$root/etc/pip.conf" "$root"/etc/xdg/pip/* "$root"/root/.config/pip/* "$root"/root/.pip/* 2>/dev/null; } |
	grep -oE "(file://)?/[^][:space:]\"']+" | sed -E 's,^file://[^/]*,,; s,/simple/?$,,' | sort -u | while read -r path; do
	if [ -d "$path" ] && [ ! -e "$root$path" ]; then
		mkdir -p "$root$path"
		mount --bind -o ro "$path" "$root$path"
	fi
done

GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*' \
	git clone --quiet --no-local "$(git -C "$here" -c safe.directory='*' rev-parse --show-toplevel)" "$root/root/maru"
passed >"$root/root/environment"
cp "$here/inside.sh" "$root/root"

mount --rbind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount --rbind /dev dev
mount -t tmpfs -o mode=1777 shm dev/shm
hostname fresh
exec unshare --cgroup sh root/inside.sh --mount "$@"
