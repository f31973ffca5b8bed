# Read first by a script that makes something in a Debian of its own, `script.sh DIR`: it goes on in a mount namespace, so
# that what is mounted while it works is gone when it ends, however it ends. `made` is a folder that is gone then, too.
# shellcheck shell=sh
if [ "${2:-}" != --inside ]; then
	exec unshare --mount --propagation private sh "$0" "$1" --inside
fi
made=$(mktemp -d)
trap 'rm -rf --one-file-system "$made"' EXIT
trap 'exit 1' INT TERM
