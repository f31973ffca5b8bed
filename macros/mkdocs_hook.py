"""MkDocs' way in: hands each build a plugin object of its own, and holds no state."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


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

    vars(sys.modules[package.name])["__version__"] = version
    attach(config)
