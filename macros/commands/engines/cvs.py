"""CVS with repositories in files, and a fixed identity."""

from types import MappingProxyType

from macros.commands.engines.engine import Engine
from macros.commands.session import Settings

ENGINE = Engine(("cvs", "--version"), "Debian: cvs", Settings(MappingProxyType({"LOGNAME": "maru", "USER": "maru"})))
