"""CVS with repositories in files, and a fixed identity."""

from types import MappingProxyType

from macros.commands.engines.engine import Engine
from macros.commands.session import Settings
from macros.language import message

ENGINE = Engine(
    ("cvs", "--version"),
    message("engine.debian", package="cvs"),
    Settings(MappingProxyType({"LOGNAME": "maru", "USER": "maru"})),
)
