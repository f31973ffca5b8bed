"""Maru's own way to run MkDocs: with the engine's configuration, for a vault that may lie anywhere."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import platformdirs
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from macros.hosts.ending import end_in_order

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "shipped"
"""Where a wheel has `mkdocs.yml` and `overrides/`, which lie beside the package in a checkout."""
_HOOK = "mkdocs_hook.py"
_ELSEWHERE = Path("/").resolve() / "maru-site"
"""A folder that is in no vault, and has none in it."""


def configuration_file() -> Path:
    """The configuration to build with: the engine's own. One that lies with the notes could run a program."""
    return (_INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent) / "mkdocs.yml"


class BuildFailedError(Exception):
    """A site that could not be built; what is wrong has been told."""


def load(vault: Path | None) -> MkDocsConfig:
    """The configuration for the folder `vault`; for what is published here, where it is None."""
    try:
        return load_config(**_arguments(vault), site_dir=str(_ELSEWHERE))
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error


def theme_folders(vault: Path | None) -> tuple[Path, ...]:
    """Where the files lie that every site has."""
    return tuple(map(Path, load(vault).theme.dirs))


def build_site(config: MkDocsConfig, site: Path) -> None:
    """Build into `site`, which may lie inside of the vault: MkDocs itself refuses that, and the vault leaves it out.

    A site is there as a whole, or as it was. OSError where that is for the disk.
    """
    config.site_dir = str(site)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except MkDocsException as error:
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from None
        raise BuildFailedError(str(error)) from error
    finally:
        config.plugins.on_shutdown()


def serve_site(vault: Path | None, address: str, *, opens: bool) -> None:
    """Show the site at `address`, as in `127.0.0.1:8000`, until somebody interrupts; `opens` a browser.

    MkDocs makes a temporary folder, which it forgets where it is ended while it begins: it makes it in one of ours.
    """
    end_in_order()
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="maru_", ignore_cleanup_errors=True) as ours:
        tempfile.tempdir = ours
        try:
            serve(livereload=True, open_in_browser=opens, dev_addr=address, **_arguments(vault))
        except MkDocsException as error:
            raise BuildFailedError(str(error)) from error
        finally:
            tempfile.tempdir = before


def _arguments(vault: Path | None) -> dict[str, Any]:
    """What MkDocs is told about the vault and about where the engine is."""
    file = configuration_file()
    named = os.environ.get("KB_VAULT")
    vault = vault or (Path(named) if named else _vault_here(file))
    told: dict[str, Any] = {"config_file": str(file), "docs_dir": str(vault.resolve())}
    if file.parent == _INSTALLED:
        told["hooks"] = [str(_PACKAGE / _HOOK)]
    return told


def cache_folder(beside: Path | None = None) -> Path:
    """Where what can be made again is kept: `.cache` of a checkout, or where the platform keeps caches."""
    if beside is None or beside == _INSTALLED:
        return Path(platformdirs.user_cache_dir("maru"))
    return beside / ".cache"


def _vault_here(file: Path) -> Path:
    """The vault of somebody who names none: the notes of the checkout they are in, or the current folder."""
    return file.parent / "docs" if file.parent == Path.cwd() else Path.cwd()
