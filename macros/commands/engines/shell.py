"""Bash and the programs of the system."""

from macros.commands.engines.engine import Engine

ENGINE = Engine(("bash", "--version"), "Debian: bash")
