"""Maru's own way to run MkDocs: with the shipped configuration, for a vault that may lie anywhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import platformdirs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "shipped"
"""Where a wheel has `mkdocs.yml` and `overrides/`, which lie beside the package in a checkout."""
_HOOK = "mkdocs_hook.py"


def configuration_file() -> Path:
    """The configuration to build with: that of the checkout in the current folder, or the engine's own."""
    here = Path("mkdocs.yml").resolve()
    try:
        if _HOOK in here.read_text("utf-8"):
            return here
    except (OSError, UnicodeDecodeError):
        pass
    return (_INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent) / "mkdocs.yml"


def load(vault: Path | None, **options: Any) -> MkDocsConfig:
    """The configuration for the folder `vault`; for what is published here, where it is None.

    `options` are MkDocs' own. A site may lie inside of its vault, which MkDocs itself refuses: it is left out there.
    """
    site = options.pop("site_dir", None)
    config = load_config(**arguments(vault), site_dir=str(_elsewhere()) if site else None, **options)
    if site:
        config.site_dir = str(site)
    return config


def arguments(vault: Path | None) -> dict[str, Any]:
    """What MkDocs is told about the vault and about where the engine is."""
    file = configuration_file()
    told: dict[str, Any] = {"config_file": str(file)}
    if vault or not os.environ.get("KB_VAULT"):
        told["docs_dir"] = str((vault or _vault_here(file)).resolve())
    if file.parent == _INSTALLED:
        told |= {"hooks": [str(_PACKAGE / _HOOK)], "watch": []}
    return told


def cache_folder(beside: Path | None = None) -> Path:
    """Where what can be made again is kept: `.cache` of a checkout, or where the platform keeps caches."""
    if beside is None or beside == _INSTALLED:
        return Path(platformdirs.user_cache_dir("maru"))
    return beside / ".cache"


def _vault_here(file: Path) -> Path:
    """The vault of somebody who names none: the notes of the checkout they are in, or the current folder."""
    return file.parent / "docs" if file.parent == Path.cwd() else Path.cwd()


def _elsewhere() -> Path:
    return Path("/").resolve() / "maru-site"
