#!/bin/sh
# enter.sh USER LAYERS COMMAND…: run COMMAND as root of a machine of its own, made of namespaces of the kernel. USER is who root there is
# on this machine: 0 keeps accidents away and no attacker, for that root has the kernel's rights; for another one, who owns nothing, a user
# namespace is made, in which root is nobody here. LAYERS are file systems with `:` between them, of which the first wins; `/` is this
# machine, of which only the programs are seen. What is written is kept in memory. All ends with COMMAND, or with whoever started this.
set -eu

place=/mnt
programs="usr bin sbin lib lib32 lib64 libx32"
settings="alternatives ld.so.cache ld.so.conf ld.so.conf.d mime.types protocols services fonts debian_version os-release"

# With this machine's own rights: gather what may be seen there, since root there cannot reach it by this machine's paths.
gather() { # USER LAYERS
	mount -t tmpfs -o size=3g,mode=755 kb $place
	mkdir $place/layers $place/etc
	first=
	IFS=:
	for layer in $2; do
		count=$((${count:-0} + 1))
		mkdir "$place/layers/$count"
		mount --bind "${layer%/}/usr" "$place/layers/$count"
		first=$first${first:+:}$place/layers/$count
		last=${layer%/}
	done
	unset IFS
	echo "$first" >$place/lower
	mkdir $place/links $place/folders
	for name in $programs; do
		if [ -L "$last/$name" ]; then
			cp -P "$last/$name" $place/links
		elif [ "$name" != usr ] && [ -d "$last/$name" ]; then
			mkdir "$place/folders/$name"
			mount --bind "$last/$name" "$place/folders/$name"
		fi
	done
	if [ -n "$last" ]; then
		cp -a "$last/etc" $place
		(cd "$last" && find var -xdev -type d) >$place/var
	else
		for name in $settings; do
			[ ! -e "/etc/$name" ] || cp -a "/etc/$name" $place/etc
		done
		echo 'root:x:0:0:root:/root:/bin/bash' >$place/etc/passwd
		echo 'root:x:0:' >$place/etc/group
		printf '%s\n' var/lib var/log var/cache var/tmp var/spool >$place/var
	fi
	chown -R -h "$1:$1" $place/etc
}

if [ "${1:-}" != --gathered ] && [ "${1:-}" != --inside ]; then
	exec unshare --mount --propagation private sh "$0" --gathered "$@"
fi
if [ "$1" = --gathered ]; then
	shift
	gather "$1" "$2"
	script=$(cat "$0")
	own="unshare --mount --net --pid --ipc --uts --cgroup --fork --kill-child --propagation private"
	cd /
	# shellcheck disable=SC2086  # words
	[ "$1" != 0 ] || exec setpriv --pdeathsig KILL $own sh -c "$script" enter.sh --inside "$@"
	outside=$(readlink /proc/self/ns/user)
	unshare --user sleep 60 &
	holder=$!
	while [ "$(readlink /proc/$holder/ns/user)" = "$outside" ]; do sleep 0.01; done
	for map in uid_map gid_map; do echo "0 $1 65536" >/proc/$holder/$map; done
	exec 9</proc/$holder/ns/user
	kill $holder
	# shellcheck disable=SC2086  # words
	exec nsenter --user=/proc/self/fd/9 setpriv --pdeathsig KILL --clear-groups $own sh -c "$script" enter.sh --inside "$@"
fi
exec 9<&-
user=$2
layers=$3
shift 3

hostname kb
ip link set lo up

mkdir -p /tmp
mount -t tmpfs -o size=3g,mode=755 kb /tmp
root=/tmp
cd $root
mkdir usr proc sys dev run tmp root home mnt media opt srv old
lay() { # LOWER NAME: root of this machine may write over it, in memory; for others it is nobody's, and cannot be written to
	mkdir -p "$2" "over/$2/upper" "over/$2/work"
	if [ "$user" = 0 ]; then
		mount -t overlay -o "lowerdir=$1,upperdir=over/$2/upper,workdir=over/$2/work" kb "$2"
	else
		mount -t overlay -o "ro,lowerdir=$1:$root/over/$2/upper" kb "$2"
	fi
}
lay "$(cat $place/lower)" usr
cp -P $place/links/* . 2>/dev/null || true
for folder in "$place"/folders/*; do
	[ ! -d "$folder" ] || lay "$folder" "$(basename "$folder")"
done
if [ "$layers" = / ]; then
	for folder in usr/home usr/src usr/local/etc usr/local/src; do # no programs
		[ ! -d $folder ] || mount -t tmpfs -o ro kb $folder
	done
fi
cp -a $place/etc .
while read -r folder; do mkdir -p "$folder"; done <$place/var

mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,ro,bind proc/sys # the kernel's settings are the machine's, but for those of the network, which is this session's own
mkdir net
mount -t proc proc net
mount --bind net/sys/net proc/sys/net
umount net
rmdir net
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 dev dev
for device in null zero full random urandom tty fuse net/tun; do
	if [ -e "/dev/$device" ]; then
		mkdir -p "dev/$(dirname "$device")"
		: >"dev/$device"
		mount --bind "/dev/$device" "dev/$device"
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

chmod 700 over
pivot_root . old
cd /root
umount -l /old
rmdir /old
exec "$@"
