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
cd kept
sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >/etc/apt/sources.list.d/source.list
apt-get --quiet=2 update
apt-get --quiet=2 --option APT::Sandbox::User=root source --only-source --download-only $(cat ../wanted)
END
built dpkg-dev "$made/wanted"
rm -rf "$target/sources"
mv "$made/kept" "$target/sources"
