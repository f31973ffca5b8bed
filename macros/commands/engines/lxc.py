"""LXC with containers that have no network and no profile of AppArmor."""

from pathlib import Path

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_START = Path(__file__).with_suffix(".sh").read_text("utf-8")

ENGINE = Engine(
    ("lxc-start", "--version"),
    message("engine.debian", package="lxc"),
    SessionSettings(start=_START, limits="ulimit -n 20000", processes=5_000),
    needs=("busybox",),
    needs_root=True,
)
