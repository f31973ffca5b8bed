# shellcheck shell=bash
# A cluster of one node with the images web:1 and web:2 that answer with their numbers. All its parts run in this session.
until_ready() {
	for _ in $(seq 300); do
		"$@" >/dev/null 2>&1 && return
		sleep 0.1
	done
	echo "not ready: $*"
	return 1
}

# The kubelet writes to these settings of the kernel, which are not this session's: let it write to copies.
: >/dev/kmsg # the kernel's messages are the machine's; the kubelet wants to read some
mkdir -p /run/kb
for setting in vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops kernel/keys/root_maxkeys kernel/keys/root_maxbytes; do
	copy=/run/kb/$(basename $setting)
	cat /proc/sys/$setting >"$copy"
	mount --bind "$copy" /proc/sys/$setting
done

# A container that is to be spared when memory runs out takes a right that not every machine has.
cat >/run/kb/runc <<-'END'
	#!/bin/sh
	previous=
	for argument; do
		if [ "$previous" = --bundle ]; then sed -i 's/"oomScoreAdj":-[0-9]*/"oomScoreAdj":0/' "$argument/config.json"; fi
		previous=$argument
	done
	exec runc "$@"
END
chmod +x /run/kb/runc
dockerd --host unix:///run/docker.sock --add-runtime kb=/run/kb/runc --default-runtime kb >/tmp/dockerd.log 2>&1 &

mkdir -p /etc/kubernetes /tmp/images
cd /etc/kubernetes || return
openssl genrsa -out account.key 2048 2>/dev/null
echo 'maru,admin,admin,system:masters' >tokens
cat >config <<-END
	apiVersion: v1
	kind: Config
	clusters: [{name: maru, cluster: {server: "https://127.0.0.1:6443", insecure-skip-tls-verify: true}}]
	users: [{name: admin, user: {token: maru}}]
	contexts: [{name: maru, context: {cluster: maru, user: admin}}]
	current-context: maru
END
cat >kubelet.yaml <<-END
	apiVersion: kubelet.config.k8s.io/v1beta1
	kind: KubeletConfiguration
	failSwapOn: false
	cgroupDriver: cgroupfs
	clusterDNS: [10.96.0.10]
	cgroupsPerQOS: false
	enforceNodeAllocatable: []
	oomScoreAdj: 0
	nodeStatusUpdateFrequency: 2s
	syncFrequency: 2s
	authentication: {anonymous: {enabled: true}, webhook: {enabled: false}}
	authorization: {mode: AlwaysAllow}
	evictionHard: {nodefs.available: "1%", memory.available: 1Mi}
END

# `kubectl logs` goes to the kubelet by its address: nobody knows the name of the node.
etcd --data-dir /tmp/etcd >/tmp/etcd.log 2>&1 &
kube-apiserver --etcd-servers=http://127.0.0.1:2379 --cert-dir=/etc/kubernetes/pki --bind-address=127.0.0.1 \
	--advertise-address=172.17.0.1 --kubelet-preferred-address-types=InternalIP --token-auth-file=tokens \
	--authorization-mode=RBAC --service-cluster-ip-range=10.96.0.0/16 \
	--service-account-issuer=https://maru --service-account-key-file=account.key --service-account-signing-key-file=account.key \
	--disable-admission-plugins=ServiceAccount >/tmp/apiserver.log 2>&1 &
kube-controller-manager --kubeconfig=config --service-account-private-key-file=account.key >/tmp/controller-manager.log 2>&1 &
kube-scheduler --kubeconfig=config >/tmp/scheduler.log 2>&1 &

until_ready docker info || return
ip route add 10.96.0.0/16 dev docker0
cd /tmp/images || return
cp /bin/busybox .
printf '%s\n' 'FROM scratch' 'COPY busybox /bin/' 'CMD ["/bin/busybox", "tail", "-f", "/dev/null"]' >Dockerfile
docker build --quiet --tag pause:1 . || return
for version in 1 2; do
	printf '%s\n' 'FROM scratch' 'COPY busybox /bin/' 'RUN ["/bin/busybox", "--install", "-s", "/bin"]' \
		"RUN mkdir /www && echo 'web:$version' >/www/index.html" \
		'CMD ["/bin/busybox", "httpd", "-f", "-p", "80", "-h", "/www"]' >Dockerfile
	docker build --quiet --tag web:$version . || return
done

until_ready kubectl get --raw /readyz || return
kubelet --kubeconfig="$KUBECONFIG" --config=/etc/kubernetes/kubelet.yaml --hostname-override=maru --node-ip=172.17.0.1 \
	--pod-infra-container-image=pause:1 --docker-endpoint="$DOCKER_HOST" --cert-dir=/etc/kubernetes/kubelet >/tmp/kubelet.log 2>&1 &
kube-proxy --kubeconfig="$KUBECONFIG" --hostname-override=maru --oom-score-adj=0 --conntrack-max-per-core=0 \
	--conntrack-tcp-timeout-established=0 --conntrack-tcp-timeout-close-wait=0 >/tmp/proxy.log 2>&1 &
until_ready kubectl wait --for=condition=Ready node/maru --timeout=1s || {
	grep '^[EF]' /tmp/kubelet.log | tail -n 4
	return 1
}
