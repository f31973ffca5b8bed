#!/bin/sh
# enter.sh ROOT COMMAND…: run COMMAND as root of a machine of its own, made of namespaces of the kernel. ROOT is the machine's
# file system, several layers with `:` between them; what is written there is kept in memory. All ends with COMMAND, or with
# whoever started this.
set -eu

if [ "${1:-}" != --inside ]; then
	exec setpriv --pdeathsig KILL unshare --mount --net --pid --ipc --uts --cgroup --fork --kill-child \
		--propagation private sh "$0" --inside "$@"
fi
shift
layers=$1
shift

hostname kb
ip link set lo up

place=/mnt
mount -t tmpfs -o size=3g,mode=755 kb $place
mkdir $place/upper $place/work $place/root
mount -t overlay -o "lowerdir=$layers,upperdir=$place/upper,workdir=$place/work" kb $place/root
root=$place/root
cd $root
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,ro,bind proc/sys # the kernel's settings are the machine's, but for those of the network, which is this session's own
mkdir $place/net
mount -t proc proc $place/net
mount --bind $place/net/sys/net proc/sys/net
umount $place/net
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 dev dev
for device in null zero full random urandom tty fuse net/tun; do
	if [ -e "/dev/$device" ]; then
		mkdir -p "dev/$(dirname "$device")"
		# shellcheck disable=SC2046  # two numbers
		mknod -m 666 "dev/$device" c $(stat -c '0x%t 0x%T' "/dev/$device")
	fi
done
mkdir dev/shm dev/mqueue dev/pts
mount -t tmpfs -o mode=1777 shm dev/shm
mount -t mqueue mqueue dev/mqueue 2>/dev/null || true
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr

# The control groups that this session was put into are the roots of what it sees.
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
	mount -t cgroup2 cgroup sys/fs/cgroup
	mkdir sys/fs/cgroup/init # a group with processes of its own cannot hand its controllers on
	echo 0 >sys/fs/cgroup/init/cgroup.procs
	sed 's/ / +/g; s/^/+/' sys/fs/cgroup/cgroup.controllers >sys/fs/cgroup/cgroup.subtree_control
else
	mount -t tmpfs cgroup sys/fs/cgroup
	for group in /sys/fs/cgroup/*/; do
		name=$(basename "$group")
		case $name in
		unified) continue ;;
		systemd) controller=none,name=systemd ;;
		*) controller=$name ;;
		esac
		mkdir "sys/fs/cgroup/$name"
		mount -t cgroup -o "$controller" cgroup "sys/fs/cgroup/$name"
	done
fi

# An engine that lays file systems over each other needs one below that is not itself laid over another.
for folder in run tmp root var/lib/docker var/lib/containers var/lib/kubelet; do
	mkdir -p $folder
	mount -t tmpfs -o size=3g kb $folder
done
chmod 1777 tmp
printf '127.0.0.1\tlocalhost kb\n' >etc/hosts
: >etc/resolv.conf

mkdir -p old
pivot_root . old
cd /root
umount -l /old
rmdir /old
exec "$@"
