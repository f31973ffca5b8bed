"""MkDocs' way in: hands each build a plugin object of its own, and knows of the process only how it began."""

from __future__ import annotations

import sys
from contextvars import ContextVar
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

_IS_TO_SERVE = ContextVar("_IS_TO_SERVE", default=False)
"""True until the first build of `mkdocs serve`: those after it find the port in use, by their own server."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember that a preview begins."""
    _IS_TO_SERVE.set(command == "serve")


@event_priority(100)  # before mkdocs-macros' own `on_config`, which asks for `config.plugins["kb"]`
def on_config(config: MkDocsConfig) -> None:
    """Load the engine, afresh when it was edited while `mkdocs serve` runs, and read the vault."""
    package = Path(__file__).parent
    if str(package.parent) not in sys.path:
        sys.path.insert(0, str(package.parent))
    version = sorted((str(file), file.stat().st_mtime_ns) for file in package.rglob("*.py"))
    if getattr(sys.modules.get(package.name), "__version__", version) != version:
        for name in [name for name in sys.modules if name == package.name or name.startswith(f"{package.name}.")]:
            del sys.modules[name]

    from macros.hosts.mkdocs import attach
    from macros.hosts.preview import require_port

    vars(sys.modules[package.name])["__version__"] = version
    if _IS_TO_SERVE.get():
        _IS_TO_SERVE.set(False)
        require_port(config)
    attach(config)
