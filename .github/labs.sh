#!/bin/sh
# labs.sh DIR: make the labs in DIR, and a release that has the source packages of all that is in them, as their licences ask.
set -eu
make labs labs-sources
mkdir -p "$(dirname "$1")"
cp -R .cache/labs "$1"
name=labs-$(sha256sum .cache/labs/packages.json | cut -c 1-12)
if ! gh release view "$name" >/dev/null 2>&1; then
	gh release create "$name" .cache/labs/packages.json .cache/labs-made/sources/* --latest=false \
		--title "The Linux that readers run" --notes "The source packages of what is in the labs of the site since this day."
fi
