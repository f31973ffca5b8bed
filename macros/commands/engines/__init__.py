"""The engines that run recordings: each a small module with the same face."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from macros.commands.engines import (
    consul,
    cvs,
    docker,
    git,
    iptables,
    kubernetes,
    lxc,
    nginx,
    podman,
    python,
    qemu,
    root,
    shell,
    suricata,
    svn,
)
from macros.commands.engines.engine import Engine

__all__ = ["ENGINES", "Engine"]

ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "shell": shell.ENGINE,
        "root": root.ENGINE,
        "python": python.ENGINE,
        "git": git.ENGINE,
        "svn": svn.ENGINE,
        "cvs": cvs.ENGINE,
        "consul": consul.ENGINE,
        "nginx": nginx.ENGINE,
        "qemu": qemu.ENGINE,
        "iptables": iptables.ENGINE,
        "suricata": suricata.ENGINE,
        "docker": docker.ENGINE,
        "podman": podman.ENGINE,
        "lxc": lxc.ENGINE,
        "kubernetes": kubernetes.ENGINE,
    }
)
"""Engines by the name that a recording gives them."""
