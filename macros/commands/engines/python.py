"""Python, which leaves no byte code behind."""

from types import MappingProxyType

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(
    ("python3", "--version"),
    message("engine.debian", package="python3"),
    SessionSettings(MappingProxyType({"PYTHONDONTWRITEBYTECODE": "1"})),
)
