"""MkDocs' way in: hands each build a plugin object of its own, and knows of the process only its command."""

from __future__ import annotations

import sys
from contextvars import ContextVar
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from macros.hosts.command import Command

_COMMAND: ContextVar[Command | None] = ContextVar("_COMMAND", default=None)
"""The command that runs, between MkDocs' two events for that.

`mkdocs serve` loads the configuration and all plugins anew for each build. It keeps this module alone, and tells the
command to nobody but `on_startup`, which is handed neither the configuration nor the server: here is the only place
that both that event and each build can reach.
"""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what MkDocs was started for. `serve --clean` is a build to it, and so to us."""
    _load_engine()

    from macros.hosts.command import Command
    from macros.hosts.ending import end_in_order

    end_in_order()
    _COMMAND.set(Command(is_preview=command == "serve"))


def on_shutdown() -> None:
    """Forget it, with what it still has to do."""
    if command := _COMMAND.get():
        command.give_up()
    _COMMAND.set(None)


@event_priority(100)  # before mkdocs-macros' own `on_config`, which asks for `config.plugins["kb"]`
def on_config(config: MkDocsConfig) -> None:
    """Read the vault."""
    command = _COMMAND.get()
    if not command or command.is_preview:
        _load_engine()

    from macros.hosts.command import Command
    from macros.hosts.mkdocs import attach

    attach(config, command or Command(is_preview=False))


def _load_engine() -> None:
    """Load the engine, afresh when it was edited while `mkdocs serve` runs."""
    package = Path(__file__).parent
    if str(package.parent) not in sys.path:
        sys.path.insert(0, str(package.parent))
    version = sorted((str(file), file.stat().st_mtime_ns) for file in package.rglob("*.py"))
    loaded = sys.modules.get(package.name)
    if loaded and vars(loaded).setdefault("__version__", version) != version:
        for name in [name for name in sys.modules if name == package.name or name.startswith(f"{package.name}.")]:
            del sys.modules[name]
    vars(import_module(package.name))["__version__"] = version
