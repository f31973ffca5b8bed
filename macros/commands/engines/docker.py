"""A Docker daemon that lives as long as the recording."""

from pathlib import Path
from types import MappingProxyType

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_START = Path(__file__).with_suffix(".sh").read_text("utf-8")
_ENVIRONMENT = MappingProxyType({"DOCKER_HOST": "unix:///run/docker.sock"})

ENGINE = Engine(
    ("docker", "--version"),
    message("engine.debian", package="docker.io"),
    SessionSettings(_ENVIRONMENT, _START, "ulimit -n 20000", processes=5_000),
    needs=("dockerd", "iptables", "busybox"),
    needs_root=True,
)
