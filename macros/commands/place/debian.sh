#!/bin/sh
# debian.sh DIR: unpack in DIR a Debian 12 with the programs that recordings are run with. Nothing of this machine changes but DIR.
# Needs mmdebstrap (Debian, Ubuntu: `apt-get install mmdebstrap`) and to be root.
set -eu
if [ "${2:-}" != --inside ]; then # what is mounted while it is made is gone when this ends, however it ends
	exec unshare --mount --propagation private sh "$0" "$1" --inside
fi
root=$1
mkdir -p "$(dirname "$root")"
part=$(mktemp -d "$root.XXXXXX")
trap 'rm -rf --one-file-system "$part"' EXIT
trap 'exit 1' INT TERM
packages="bash coreutils grep sed gawk findutils procps curl iproute2 bind9-dnsutils git subversion cvs python3
	nginx-light chromium consul qemu-user-static busybox-static iptables suricata/bookworm-backports libhtp2/bookworm-backports
	docker.io podman crun conmon catatonit netavark aardvark-dns lxc openssl etcd-server etcd-client socat conntrack"

# Two things are not in Debian 12 itself: Consul is the last free one, of Debian 11, and Suricata 7 is a backport.
# shellcheck disable=SC2016,SC2086  # the hooks are scripts of their own, the packages are words
mmdebstrap --variant=minbase --mode=root --architectures=amd64,arm64 \
	--setup-hook='sed -n "s/ bookworm main/ bookworm-backports main/p; s/bookworm-backports main/bullseye main/p" "$1/etc/apt/sources.list" \
		>"$1/etc/apt/sources.list.d/others.list"' \
	--aptopt='Acquire::Languages "none"' \
	--dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
	--dpkgopt='path-exclude=/usr/share/locale/*' \
	--include="$(echo $packages | tr ' ' ',')" \
	--customize-hook='chroot "$1" sh -c "cd /tmp && apt-get download busybox-static:arm64 && dpkg-deb --extract busybox-static_*.deb arm64 &&
		install -D arm64/bin/busybox /usr/lib/kb/aarch64/busybox && rm -rf arm64 busybox-static_*.deb"' \
	--customize-hook='chroot "$1" useradd --uid 1000 --create-home kb' \
	bookworm "$part"
rm -rf --one-file-system "$root"
mv "$part" "$root"
chmod 755 "$root"
