#!/bin/sh
# sources.sh DIR: fetch into DIR the source packages of all that is in the labs, for who passes the labs on. DIR has the
# lists that kernel.sh and tree.sh make of it. 400 MB. Needs mmdebstrap and to be root.
set -eu
here=$(dirname "$(realpath "$0")")
. "$here/../../commands/place/inside.sh"
target=$1
for list in "$target/package.jsonl" "$target/packages.jsonl"; do
	sed -nE 's/.*"source": "([^"]+)", "source_version": "([^"]+)".*/\1=\2/p' "$list"
	sed -nE 's/.*"built_using": "([^"]+)".*/\1/p' "$list" | tr ',' '\n' | sed -nE 's/^ *([^ ]+) \(= ([^)]+)\).*/\1=\2/p'
done | sort -u >"$made/wanted"
cat >"$made/build" <<'END'
set -eu
cd /opt/sources
sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >/etc/apt/sources.list.d/source.list
apt-get --quiet=2 update
apt-get --quiet=2 source --only-source --download-only $(cat /opt/wanted)
END
mkdir "$made/sources"
# shellcheck disable=SC2016  # the hooks are scripts of their own
mmdebstrap --variant=apt --mode=root --architectures=amd64 --aptopt='Acquire::Languages "none"' --aptopt='APT::Sandbox::User "root"' \
	--include=dpkg-dev \
	--customize-hook='mkdir "$1/opt/sources"' \
	--customize-hook="copy-in $made/build $made/wanted /opt" \
	--customize-hook='chroot "$1" sh /opt/build' \
	--customize-hook="sync-out /opt/sources $made/sources" \
	trixie - >/dev/null
rm -rf "$target/sources"
mv "$made/sources" "$target/sources"
