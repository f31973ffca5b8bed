#!/bin/sh
# drift.sh: run the recordings of this checkout; what gives something else now is recorded anew and proposed as a pull request, with its
# diff for whoever reads it. RECORD is the command that records (see `make record`). Needs a remote `origin` to push to, and `gh`.
set -eu
cd "$(git rev-parse --show-toplevel)"
sh -c "${RECORD:-make record CHANGED=1}" || echo "Not all is well, as told above."

if git diff --quiet -- docs; then
	echo "Every recording gives what it gave."
	exit 0
fi
branch=drift/$(date +%F)
title="Recordings that give something else now"
git switch --quiet --force-create "$branch"
git add -- docs
git commit --quiet --message "$title"
git push --quiet --force origin "$branch"
{
	echo "Recorded anew by the nightly run. A note may say what was true before: read it beside each of these."
	echo
	echo '````diff'
	git show --format= --no-color | head --bytes=60000
	echo '````'
} | gh pr create --head "$branch" --title "$title" --body-file -
