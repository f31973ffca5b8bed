"""Python, which leaves no byte code behind."""

from types import MappingProxyType

from macros.commands.engines.engine import Engine
from macros.commands.session import Settings

ENGINE = Engine(
    ("python3", "--version"), "Debian: python3", Settings(MappingProxyType({"PYTHONDONTWRITEBYTECODE": "1"}))
)
