"""Podman with crun, without a daemon."""

from pathlib import Path

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_START = Path(__file__).with_suffix(".sh").read_text("utf-8")

ENGINE = Engine(
    ("podman", "--version"),
    message("engine.debian", package="podman"),
    SessionSettings(start=_START, limits="ulimit -n 20000", processes=5_000),
    needs=("crun", "conmon", "catatonit", "iptables", "busybox"),
    needs_root=True,
)
