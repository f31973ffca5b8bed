"""Bash and the programs of the system."""

from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(("bash", "--version"), message("engine.debian", package="bash"))
