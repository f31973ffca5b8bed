"""Subversion with repositories in files."""

from macros.commands.engines.engine import Engine

ENGINE = Engine(("svn", "--version"), "Debian: subversion")
