"""QEMU running the programs of another processor, and a program of aarch64 to run."""

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(
    ("qemu-aarch64", "--version"),
    message("engine.debian", package="qemu-user"),
    SessionSettings(limits="ulimit -f 500000 -n 512"),
)
