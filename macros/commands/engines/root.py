"""Bash as root, for who makes namespaces, mounts and networks by hand."""

from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(("bash", "--version"), message("engine.debian", package="bash"), needs_root=True)
