#!/bin/sh
# debian.sh DIR: unpack in DIR a Debian 13 with the programs that recordings are run with. Nothing of this machine changes but DIR.
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
packages="bash coreutils grep sed gawk findutils procps curl iproute2 bind9-dnsutils git git-svn subversion cvs python3
	rcs nginx chromium consul qemu-user busybox-static iptables suricata
	docker.io docker-cli docker-buildx docker-compose docker-registry skopeo podman crun conmon catatonit netavark aardvark-dns
	nftables lxc openssl etcd-server etcd-client kubernetes-client socat conntrack qemu-system-x86"

# Consul is not in Debian 13: it is the last free one, of Debian 11.
# shellcheck disable=SC2016,SC2086  # the hooks are scripts of their own, the packages are words
mmdebstrap --variant=minbase --mode=root --architectures=amd64,arm64 \
	--setup-hook='sed -n "s/ trixie main/ bullseye main/p" "$1/etc/apt/sources.list" >"$1/etc/apt/sources.list.d/others.list"' \
	--aptopt='Acquire::Languages "none"' \
	--dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
	--dpkgopt='path-exclude=/usr/share/locale/*' \
	--include="$(echo $packages | tr ' ' ',')" \
	--customize-hook='chroot "$1" sh -c "cd /tmp && apt-get download busybox-static:arm64 && dpkg-deb --extract busybox-static_*.deb arm64 &&
		install -D arm64/usr/bin/busybox /usr/lib/kb/aarch64/busybox && rm -rf arm64 busybox-static_*.deb"' \
	--customize-hook='chroot "$1" sh -c "cd /tmp &&
		apt-get download \$(apt-cache depends linux-image-cloud-amd64 | sed -n \"s/^  Depends: //p\") &&
		dpkg-deb --extract linux-image-*.deb kernel && rm linux-image-*.deb &&
		install -D --mode=644 kernel/boot/vmlinuz-* --target-directory=/usr/lib/kb && rm -rf kernel"' \
	--customize-hook='chroot "$1" useradd --uid 1000 --create-home kb' \
	trixie "$part"
rm -rf --one-file-system "$root"
mv "$part" "$root"
chmod 755 "$root"
