"""The folders that a command is given: which vault is meant, and whether a site may be built into another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from macros.cli.spoken import SpokenOption, Wrong
from macros.vault.folder import is_site

vault_option = click.option(
    "--vault", "named", type=click.Path(path_type=Path), metavar="DIR", help="help.option.vault", cls=SpokenOption
)
vault_argument = click.argument("folder", type=click.Path(path_type=Path), metavar="[VAULT]", required=False)


def chosen_vault(*named: Path | None) -> Path | None:
    """The first folder that is named; None where none is."""
    vault = next(filter(None, named), None)
    if vault and not vault.exists():
        raise Wrong("vault.missing", path=vault)
    if vault and not vault.is_dir():
        raise Wrong("vault.file", path=vault)
    return vault


def with_notes(vault: Path) -> Path:
    """`vault`, which has to have notes."""
    if not any(_notes(vault)):
        raise Wrong("vault.empty", path=vault)
    return vault


def checked_site(site: Path, vault: Path) -> Path:
    """`site`, into which nothing is built that would overwrite what is no site."""
    whole, notes = site.resolve(), vault.resolve()
    if notes.is_relative_to(whole):
        raise Wrong("vault.in-site", vault=vault, site=site)
    if whole.exists() and not whole.is_dir():
        raise Wrong("site.file", site=site)
    if whole.is_dir() and any(whole.iterdir()) and not is_site(whole):
        raise Wrong("site.not-ours", site=site)
    return whole


def _notes(vault: Path) -> Iterator[Path]:
    waiting = [vault]
    while waiting:
        for path in waiting.pop().iterdir():
            if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
                waiting.append(path)
            elif path.suffix.lower() == ".md":
                yield path
