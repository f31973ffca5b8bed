#!/bin/sh
# tree.sh DIR: make in DIR what a guest of the labs has beside its kernel: `tree`, the files of Debian 13's own i386
# packages and those beside this; `initrd`; `packages.jsonl`, what the packages are, a line for each; `bios.bin`. The same
# packages give the same bytes on every machine. Half a minute. DIR has what kernel.sh makes. Needs mmdebstrap and to be
# root.
set -eu
here=$(dirname "$(realpath "$0")")
. "$here/../../commands/place/inside.sh"
target=$1
cat >"$made/build" <<'END'
set -eu
export LC_ALL=C
epoch=@1767225600
mkdir lists debs tree empty
: >status
# A view of its own upon i386, of the release alone: the indexes of i386's updates are often broken, and what they have
# comes into it.
cat >apt.conf <<-CONF
	Dir::Etc::sourcelist "/opt/sources.list";
	Dir::Etc::sourceparts "/opt/empty";
	Dir::State::lists "/opt/lists";
	Dir::State::status "/opt/status";
	Acquire::Languages "none";
	APT::Architecture "i386";
	APT::Architectures "i386";
	APT::Sandbox::User "root";
CONF
sed -n '/ trixie main/p' /etc/apt/sources.list >sources.list
export APT_CONFIG=/opt/apt.conf
apt-get --quiet=2 update
# What no lab runs, and what a package only wants to be set up.
left='perl.*|libperl.*|git-man|liberror-perl|passwd|adduser|login.*|man-db|dpkg|apt|init.*|systemd.*|libsystemd-shared|udev|dbus.*|debconf'
left="$left|media-types|sensible-utils|openssl-provider-legacy|logsave|libpam-.*|sysvinit-utils|e2fsprogs|tzdata|bsdutils|mawk"
left="$left|libgdbm.*|libsasl2-modules.*|krb5-locales|libext2fs.*|libss2|ca-certificates|openssl|libldap-common"
# shellcheck disable=SC2046,SC2086  # words
apt-get --simulate --no-install-recommends install $(sed 's/^.*://' guest/packages) | sed -n 's/^Inst \([^ ]*\).*/\1/p' |
	grep --extended-regexp --invert-match --line-regexp "$left" | sort >wanted
(cd debs && apt-get --quiet=2 download $(cat ../wanted))
dpkg-deb --extract debs/base-files_*.deb tree # the first, for it makes the links /bin, /lib, /sbin
row='${Package}\t${Version}\t${source:Package}\t${source:Version}\t${Built-Using}, ${Static-Built-Using}\n'
for deb in debs/*.deb; do
	dpkg-deb --extract "$deb" tree
	dpkg-deb --show --showformat="$row" "$deb"
done | sort >packages.tsv
apt-get --quiet=2 download seabios
dpkg-deb --extract seabios_*.deb seabios
dpkg-deb --show --showformat="$row" seabios_*.deb >>packages.tsv
while IFS='	' read -r name version source source_version built_using; do
	licence=$(sed -n 's/^License: *\([^ ].*\)/\1/p' "tree/usr/share/doc/$name/copyright" "seabios/usr/share/doc/$name/copyright" 2>/dev/null | tr -d '"\\\t\r' | sort -u |
		sed ':all; N; s/\n/, /; t all')
	printf '{"name": "%s", "version": "%s", "source": "%s", "source_version": "%s", "licence": "%s", "built_using": "%s"}\n' \
		"$name" "$version" "$source" "$source_version" "$licence" "${built_using%, }"
done <packages.tsv >kept/packages.jsonl

cd tree
# The copyright of each package stays.
find usr/share/doc -mindepth 1 -not -name copyright -not -type d -delete
find usr/share/doc -mindepth 1 -type d -empty -delete
rm -rf usr/share/man usr/share/info usr/share/locale usr/share/i18n usr/share/lintian usr/share/bug usr/share/bash-completion \
	usr/share/perl5 usr/share/gitweb usr/share/doc-base usr/share/menu usr/share/pixmaps usr/share/initramfs-tools usr/share/zsh \
	usr/lib/i386-linux-gnu/gconv usr/lib/systemd usr/lib/tmpfiles.d usr/lib/sysusers.d usr/lib/udev \
	var/lib/dpkg usr/lib/git-core/mergetools etc/init.d etc/default etc/cron.* etc/logrotate.d etc/systemd etc/pam.d
# What the packages would do when they are set up.
ln -sf bash usr/bin/sh
ln -sf ../../bin/git usr/lib/git-core/git # else both are kept in memory
ln -sf gawk usr/bin/awk
ln -sf which.debianutils usr/bin/which
ln -sf nc.openbsd usr/bin/nc
for name in iptables iptables-save iptables-restore; do ln -sf xtables-nft-multi usr/sbin/$name; done
mkdir -p etc home/kb root ro rw tmp run proc sys dev usr/local/bin usr/local/sbin
ln -sf /usr/share/zoneinfo/UTC etc/localtime
ln -sf /proc/mounts etc/mtab
printf 'root:x:0:0:root:/root:/bin/bash\nkb:x:1000:1000::/home/kb:/bin/bash\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n' >etc/passwd
printf 'root:x:0:\nkb:x:1000:\nnogroup:x:65534:\n' >etc/group
printf '127.0.0.1 localhost\n127.0.1.1 kb\n' >etc/hosts
printf 'kb\n' >etc/hostname
printf 'passwd: files\ngroup: files\nhosts: files\n' >etc/nsswitch.conf
/sbin/ldconfig -r .
rm -rf var/cache/ldconfig
mkdir -p usr/lib/kb
install -m 755 ../guest/wake usr/lib/kb/wake
install -m 755 usr/bin/cat usr/lib/kb/pump
install -m 644 ../guest/control ../guest/session ../guest/step usr/lib/kb
chown 1000:1000 home/kb
chmod 1777 tmp
find . -exec touch --no-dereference --date "$epoch" {} +

mkdir /opt/initrd
cd /opt/initrd
mkdir bin dev ro rw new
install -m 755 ../tree/usr/bin/busybox bin/busybox
install -m 755 ../guest/init init
for name in sh mount mkdir ln ifconfig switch_root; do ln -s busybox "bin/$name"; done
find . -exec touch --no-dereference --date "$epoch" {} +
find . -mindepth 1 | sort | cpio --quiet --reproducible --owner +0:+0 --create --format newc | gzip -9n >/opt/kept/initrd
mv /opt/tree /opt/kept/tree

# What a machine starts with, and is in the memory that a state keeps.
cd /opt
cp seabios/usr/share/doc/seabios/copyright kept/seabios.copyright
cp seabios/usr/share/seabios/bios.bin seabios/usr/share/seabios/vgabios-stdvga.bin kept
END
mkdir "$made/guest"
cp "$here/init" "$here/control" "$here/session" "$here/step" "$here/packages" "$target/wake" "$made/guest"
built cpio,debian-archive-keyring "$made/guest"
rm -rf "$target/tree"
mv "$made"/kept/* "$target"
