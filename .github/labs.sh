#!/bin/sh
# labs.sh PACKAGES SOURCES: keep the source packages in the folder SOURCES, of what the list PACKAGES says is in the labs of the site,
# as a release of the commit GITHUB_SHA, for their licences ask for that. Needs `gh`.
set -eu
name=labs-$(sha256sum "$1" | cut -c 1-12)
if gh release view "$name" >/dev/null 2>&1; then
	exit 0
fi
tar --create --file sources.tar --directory "$2" . # one file, for a release changes some signs in names
gh release create "$name" "$1" sources.tar --latest=false --target "$GITHUB_SHA" \
	--title "The Linux that readers run" --notes "The source packages of what is in the labs of the site since this day."
