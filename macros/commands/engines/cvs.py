"""CVS with repositories in files, and a fixed identity."""

from types import MappingProxyType

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(
    ("cvs", "--version"),
    message("engine.debian", package="cvs"),
    SessionSettings(MappingProxyType({"LOGNAME": "maru", "USER": "maru"})),
)
