"""Podman with crun, without a daemon."""

from pathlib import Path
from types import MappingProxyType

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_START = Path(__file__).with_suffix(".sh").read_text("utf-8")

_ENVIRONMENT = MappingProxyType({"PODMAN_IGNORE_CGROUPSV1_WARNING": "1"})
"""It says so at each command where the machine has control groups of the first kind, which a reader's has not."""

ENGINE = Engine(
    ("podman", "--version"),
    message("engine.debian", package="podman"),
    SessionSettings(_ENVIRONMENT, _START, "ulimit -n 20000", processes=5_000),
    needs=("crun", "conmon", "catatonit", "nft", "busybox"),
    needs_root=True,
)
