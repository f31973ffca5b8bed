"""A Kubernetes cluster of one node, 1.20 from Debian's source, whose containers are Docker's."""

from pathlib import Path
from types import MappingProxyType

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_START = Path(__file__).with_suffix(".sh").read_text("utf-8")
_ENVIRONMENT = MappingProxyType(
    {
        "DOCKER_HOST": "unix:///run/docker.sock",
        "DOCKER_BUILDKIT": "0",
        "KUBECONFIG": "/etc/kubernetes/config",
    }
)

ENGINE = Engine(
    ("kubelet", "--version"),
    message("engine.kubernetes"),
    SessionSettings(_ENVIRONMENT, _START, "ulimit -n 20000", processes=5_000),
    needs=("kube-apiserver", "kubectl", "etcd", "dockerd", "iptables", "conntrack", "busybox", "openssl"),
    needs_root=True,
)
