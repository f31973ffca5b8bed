#!/bin/sh
# Builds the site of a vault: what the action does between its checkout and the upload. By the environment:
#   MARU_VAULT        the folder of the notes (default: this folder)
#   MARU_FOLDER       where engine/ (its packages), builds/ (what the next build can use), labs/ and site/ are: not in the vault
#   MARU_URL          the address of the site, or nothing
#   MARU_STRICT       `true` fails where anything is wrong
#   MARU_LABS         `true` makes labs where there are none yet (20 minutes), and lets recordings earn ▶ in them
#   MARU_PYTHON       an interpreter that has the engine's packages; without it one is made with MARU_BASE_PYTHON
# 0 when the site is built, its folder in $GITHUB_OUTPUT as `site`; 1 for what is wrong in the notes, 2 for a wrong call.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)
vault=${MARU_VAULT:-.}
mkdir -p -- "${MARU_FOLDER:?}"
folder=$(CDPATH='' cd -- "$MARU_FOLDER" && pwd -P)

fail() {
    echo "::error::$1"
    exit 2
}

if [ -d "$vault" ]; then
    case $folder/ in
        "$(CDPATH='' cd -- "$vault" && pwd -P)"/*) fail "MARU_FOLDER lies in the vault, of which it would become a part." ;;
    esac
fi
if [ "$(git -C "$vault" rev-parse --is-shallow-repository 2> /dev/null)" = true ]; then
    fail "The checkout is shallow, and the dates of notes need the whole history: check out with 'fetch-depth: 0'."
fi
committed=$(git -C "$vault" log -1 --no-show-signature --format=%ct 2> /dev/null || true)
if [ -n "$committed" ]; then # the same commit gives the same site
    export SOURCE_DATE_EPOCH="$committed"
fi

python=${MARU_PYTHON:-$folder/engine/bin/python}
if [ -z "${MARU_PYTHON:-}" ]; then
    base=${MARU_BASE_PYTHON:-python3}
    "$base" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail 'Maru needs Python 3.11 or newer.'
    wanted="$("$base" -VV) $(sha256sum < "$root/requirements.txt")"
    if ! "$python" -c '' 2> /dev/null || [ "$(cat "$folder/engine/made-for" 2> /dev/null)" != "$wanted" ]; then
        rm -rf "$folder/engine"
        "$base" -m venv "$folder/engine"
        "$python" -m pip install --quiet --disable-pip-version-check --no-cache-dir \
            --require-hashes --only-binary :all: -r "$root/requirements.txt" || fail "The engine's packages could not be installed."
        echo "$wanted" > "$folder/engine/made-for"
    fi
fi

# The command runs where the repository is, so that annotations find their files; the safe path keeps Python from
# taking a `yaml.py` that lies there for the library.
export PYTHONPATH="$root" PYTHONSAFEPATH=1 NO_MKDOCS_2_WARNING=1 KB_CACHE="$folder/builds"
set -- --vault="$vault" --site="$folder/site" --url="${MARU_URL:-}"
if [ "${MARU_STRICT:-false}" = true ]; then
    set -- "$@" --strict
fi
if [ "${MARU_LABS:-false}" = true ]; then
    export KB_LABS="$folder/labs"
    if [ ! -e "$KB_LABS/labs.json" ] && make -C "$root" labs PYTHON="${MARU_BASE_PYTHON:-python3}"; then
        rm -rf "$KB_LABS"
        cp -R "$root/.cache/labs" "$KB_LABS.part"
        mv "$KB_LABS.part" "$KB_LABS"
    fi
    # What was found is kept with the builds: it changes with the notes, and the labs do not.
    if [ -e "$KB_LABS/labs.json" ]; then
        mkdir -p "$KB_CACHE"
        [ ! -e "$KB_CACHE/parity.json" ] || cp "$KB_CACHE/parity.json" "$KB_LABS"
        "$python" -m macros parity --changed --vault="$vault" || echo "::warning::Recordings could not be tried in the labs."
        [ ! -e "$KB_LABS/parity.json" ] || cp "$KB_LABS/parity.json" "$KB_CACHE"
    else
        echo "::warning::The labs could not be made: the site is built without them."
    fi
fi
"$python" -m macros build "$@"
if [ -n "${GITHUB_BASE_REF:-}" ]; then # a pull request shows what it would make public
    "$python" -m macros changes "origin/$GITHUB_BASE_REF" --vault="$vault" >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}" ||
        echo "::warning::What will change on the web could not be listed."
fi
echo "site=$folder/site" >> "${GITHUB_OUTPUT:-/dev/stdout}"
