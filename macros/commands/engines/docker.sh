# shellcheck shell=bash
# A Docker daemon that lives as long as the recording.
dockerd --host unix:///run/docker.sock >/tmp/dockerd.log 2>&1 &
for _ in $(seq 200); do
	docker info >/dev/null 2>&1 && return
	sleep 0.1
done
tail -n 5 /tmp/dockerd.log
return 1
