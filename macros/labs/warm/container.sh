# A container by hand.
mkdir -p low/bin up work box; cp /bin/busybox low/bin; chroot low /bin/busybox --install -s /bin
mount -t overlay -o lowerdir=low,upperdir=up,workdir=work o box
unshare -m -u -i -n -p -f chroot box /bin/sh -c 'mount; ps; hostname x; hostname; echo hi >/f; ls /' ; ls up
umount box; rm -r low up work box
unshare --user --map-root-user id; unshare --pid --fork --mount-proc ps -ef; mkdir /sys/fs/cgroup/x
echo 20M >/sys/fs/cgroup/x/memory.max
cat /sys/fs/cgroup/x/memory.current; rmdir /sys/fs/cgroup/x; sleep 5 & nsenter -t $! -m -u -i -n -p true
readlink /proc/$!/ns/*; lsns; kill $!
ip netns add a; ip link add v0 type veth peer name v1; ip link set v1 netns a; ip netns exec a ip addr; ip addr
ip netns del a; mount | head -n 3; ps aux; ps -ef; setpriv --dump
