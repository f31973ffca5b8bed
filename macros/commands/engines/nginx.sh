# shellcheck shell=bash
# nginx, and a Chromium without a window for what only a browser does.
mkdir -p /var/lib/nginx /var/log/nginx /tmp/kb-bin
printf '%s\n' '#!/bin/sh' 'exec /usr/lib/chromium/chromium --no-sandbox --disable-gpu --disable-quic --no-first-run \
	--disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage "$@"' \
	>/tmp/kb-bin/chromium
chmod +x /tmp/kb-bin/chromium
PATH=/tmp/kb-bin:$PATH
