#!/bin/sh
# kernel.sh DIR: build in DIR the kernel of the labs (bzImage), of Debian 13's source with kernel.config, and the program
# `wake`. They are made in a Debian 13 of its own, by that one's compiler, so that they are the same bytes on every
# machine. Ten minutes of two processors and 3 GB while they are made. Needs mmdebstrap and to be root.
set -eu
here=$(dirname "$(realpath "$0")")
. "$here/../../commands/place/inside.sh"
target=$1
cat >"$made/build" <<'END'
set -eu
export LC_ALL=C KBUILD_BUILD_USER=kb KBUILD_BUILD_HOST=kb KBUILD_BUILD_VERSION=1
export KBUILD_BUILD_TIMESTAMP="$(date --utc --date "@$(stat --format %Y /usr/src/linux-source-*.tar.xz)")"
mkdir source out
tar --extract --xz --file /usr/src/linux-source-*.tar.xz --strip-components 1 --directory source
cd source
make --silent ARCH=i386 O=/opt/out tinyconfig
scripts/kconfig/merge_config.sh -m -O /opt/out /opt/out/.config /opt/kernel.config >/dev/null
make --silent ARCH=i386 O=/opt/out olddefconfig
# What depends on something that is not there is dropped in silence: this is the only place that tells.
sed 's/^\(CONFIG_.*\)=n$/# \1 is not set/' /opt/kernel.config | grep --invert-match --line-regexp --fixed-strings \
	--file /opt/out/.config >/opt/dropped || true
if [ -s /opt/dropped ]; then
	echo "The kernel takes these lines of kernel.config otherwise:" >&2
	cat /opt/dropped >&2
	exit 1
fi
make --silent ARCH=i386 O=/opt/out --jobs "$(nproc)" bzImage
cp /opt/out/arch/x86/boot/bzImage /opt/kept
cp /opt/out/.config /opt/kept
cat COPYING LICENSES/preferred/GPL-2.0 LICENSES/exceptions/Linux-syscall-note >/opt/kept/linux.copyright
gcc -m32 -Os -static -nostdlib -ffreestanding -fno-stack-protector -fno-pie -no-pie -Wl,--build-id=none -Wl,-z,noexecstack \
	-s -o /opt/kept/wake /opt/wake.c
dpkg-query --show --showformat '{"name": "linux", "version": "${Version}", "source": "linux", "source_version": "${source:Version}", "licence": "GPL-2", "built_using": ""}\n' \
	linux-source-6.12 >/opt/kept/package.jsonl
END
built linux-source-6.12,gcc,libc6-dev,make,flex,bison,bc,cpio,xz-utils,libelf-dev,libssl-dev "$here/kernel.config" "$here/wake.c"
mkdir -p "$target"
mv "$made"/kept/* "$made"/kept/.config "$target"
