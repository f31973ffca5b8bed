#!/bin/sh
# kubernetes.sh DIR: build in DIR the parts of Kubernetes 1.20 from Debian 12's source, which ships only the client. It takes about ten
# minutes of two processors and 3 GB while it builds. Needs mmdebstrap and to be root.
set -eu
. "$(dirname "$0")/inside.sh"
target=$1
cat >"$made/build" <<'END'
set -eu
cd /opt
apt-get source --download-only kubernetes
dpkg-source --no-check --extract kubernetes_*.dsc source
cd source
mkdir -p .go/src/k8s.io
ln -s ../../.. .go/src/k8s.io/kubernetes
PATH=/usr/lib/go-1.19/bin:$PATH GOPATH=$PWD/.go GOCACHE=/opt/cache HOME=/root CGO_ENABLED=0 GO111MODULE=auto GOPROXY=off \
	make GOLDFLAGS="-s -w" KUBE_GIT_VERSION=v1.20.2 \
	WHAT="cmd/kube-apiserver cmd/kube-controller-manager cmd/kube-scheduler cmd/kubectl cmd/kubelet cmd/kube-proxy"
mkdir /opt/bin
cp _output/local/bin/linux/amd64/kube* /opt/bin
END
mkdir "$made/bin"
# shellcheck disable=SC2016  # the hooks are scripts of their own
mmdebstrap --variant=minbase --mode=root --aptopt='Acquire::Languages "none"' \
	--setup-hook='sed -n "s/^deb \(.* bookworm main\)/deb-src \1/p" "$1/etc/apt/sources.list" >"$1/etc/apt/sources.list.d/source.list"' \
	--include=golang-1.19-go,dpkg-dev,rsync,jq,make,git \
	--customize-hook="copy-in $made/build /opt" \
	--customize-hook='chroot "$1" sh /opt/build' \
	--customize-hook="sync-out /opt/bin $made/bin" \
	bookworm - >/dev/null
mkdir -p "$target/usr/local/bin"
mv "$made"/bin/kube* "$target/usr/local/bin"
