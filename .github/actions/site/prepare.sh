#!/bin/sh
# Refuses inputs that would be misunderstood in silence, and says what the caches depend on.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)

either() { # name, value, and the two values that there are
    case $2 in
        "$3" | "$4") ;;
        *) echo "::error::The input \`$1\` of Maru's action is either \`$3\` or \`$4\`."; exit 2 ;;
    esac
}
either strict "$MARU_STRICT" true false
either publish "$MARU_PUBLISH" pages none
either checkout "$MARU_CHECKOUT" true false
either labs "$MARU_LABS" true false

digest() { sha256sum | cut -c 1-16; }
cd "$root"
packages=$(digest < requirements.txt)
engine=$(find macros overrides mkdocs.yml -type f ! -name '*.pyc' -exec sha256sum {} + | LC_ALL=C sort | digest)
labs=$(find macros/labs macros/browser/lab macros/browser/shell.js macros/commands/place/inside.sh overrides/assets/vendor/v86 \
    tests/vendor/package-lock.json -type f ! -name '*.pyc' -exec sha256sum {} + | LC_ALL=C sort | digest)
vault=$(printf %s "$MARU_VAULT" | digest)
machine="$(uname -sm | tr ' ' -)-$PYTHON_VERSION"
{
    echo "engine-key=maru-engine-$machine-$packages"
    echo "labs-key=maru-labs-$labs"
    echo "builds-key=maru-builds-$machine-$packages-$engine-$vault-"
} >> "$GITHUB_OUTPUT"
