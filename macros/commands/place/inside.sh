# Read first by a script that makes something in a Debian of its own, `script.sh DIR`: it goes on in a mount namespace, so
# that what is mounted while it works is gone when it ends, however it ends. `made` is a folder that is gone then, too.
# shellcheck shell=sh
if [ "${2:-}" != --inside ]; then
	exec unshare --mount --propagation private sh "$0" "$1" --inside
fi
made=$(mktemp -d)
trap 'rm -rf --one-file-system "$made"' EXIT
trap 'exit 1' INT TERM

# built PACKAGES [FILE…]: run the script $made/build in /opt of a Debian 13 that has PACKAGES, with commas, and copies of the FILEs there.
# What it puts into kept/ comes into $made/kept.
built() {
	packages=$1
	shift
	mkdir "$made/kept"
	# shellcheck disable=SC2016  # the hooks are scripts of their own
	mmdebstrap --variant=apt --mode=root --architectures=amd64 --aptopt='Acquire::Languages "none"' --include="$packages" \
		--dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
		--customize-hook='mkdir "$1/opt/kept"' \
		--customize-hook="copy-in $made/build $* /opt" \
		--customize-hook='chroot "$1" sh -c "cd /opt && exec sh build"' \
		--customize-hook="sync-out /opt/kept $made/kept" \
		trixie - >/dev/null
}
