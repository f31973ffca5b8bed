# shellcheck shell=bash
# Podman with crun, without a daemon.
mkdir -p /etc/containers && rm -rf /etc/cni
cat >/etc/containers/containers.conf <<-END
	[containers]
	default_ulimits = ["nofile=20000:20000", "nproc=4096:4096"]
	[network]
	network_backend = "netavark"
	[engine]
	cgroup_manager = "cgroupfs"
	events_logger = "file"
	runtime = "crun"
END
cat >/etc/containers/storage.conf <<-END
	[storage]
	driver = "overlay"
	graphroot = "/var/lib/containers/storage"
	runroot = "/run/containers/storage"
END
echo '{"default": [{"type": "insecureAcceptAnything"}]}' >/etc/containers/policy.json
busybox syslogd # podman complains where there is none
podman info
