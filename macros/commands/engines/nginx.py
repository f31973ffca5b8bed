"""nginx, and a Chromium without a window for what only a browser does."""

from pathlib import Path

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_START = Path(__file__).with_suffix(".sh").read_text("utf-8")

ENGINE = Engine(
    ("nginx", "-v"),
    message("engine.debian", package="nginx"),
    SessionSettings(start=_START, limits="ulimit -f 500000 -n 4096", processes=2_000),
)
