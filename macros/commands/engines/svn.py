"""Subversion with repositories in files."""

from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(("svn", "--version"), message("engine.debian", package="subversion"))
