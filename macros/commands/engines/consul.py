"""Consul in its development mode: one agent that is server and client, and keeps all in memory."""

from pathlib import Path

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_START = Path(__file__).with_suffix(".sh").read_text("utf-8")

ENGINE = Engine(
    ("consul", "version"),
    message("engine.debian-11", package="consul"),
    SessionSettings(start=_START, limits="ulimit -f 500000 -n 4096", processes=2_000),
)
