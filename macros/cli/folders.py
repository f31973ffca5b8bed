"""The folders that a command is given: which vault is meant, and whether a site may be built into another one."""

from __future__ import annotations

import os
from pathlib import Path

import click

from macros.cli.spoken import SpokenOption, Wrong
from macros.vault.folder import is_site, walk

vault_option = click.option(
    "--vault", "named", type=click.Path(path_type=Path), metavar="DIR", help="help.option.vault", cls=SpokenOption
)
vault_argument = click.argument("folder", type=click.Path(path_type=Path), metavar="[VAULT]", required=False)


def chosen_vault(*named: Path | None) -> Path | None:
    """The first folder that is named, in the call or by `KB_VAULT`; None where none is."""
    environment = os.environ.get("KB_VAULT")
    vault = next(filter(None, (*named, Path(environment) if environment else None)), None)
    if vault and not vault.exists():
        raise Wrong("vault.missing", path=vault)
    if vault and not vault.is_dir():
        raise Wrong("vault.file", path=vault)
    return vault


def with_notes(vault: Path) -> Path:
    """`vault`, which has to have notes."""
    if not any(file.path.endswith(".md") for file, _ in walk(vault, lambda _: None)):
        raise Wrong("vault.empty", path=vault)
    return vault


def checked_site(site: Path, vault: Path) -> Path:
    """`site`, into which nothing is built that would overwrite what is no site."""
    whole, notes = site.resolve(), vault.resolve()
    if notes.is_relative_to(whole):
        raise Wrong("vault.in-site", vault=vault, site=site)
    for folder, shown in zip((whole, *whole.parents), (site, *site.parents), strict=False):
        if folder.exists() and not folder.is_dir():
            raise Wrong("site.file", site=shown)
    if whole.is_dir() and any(whole.iterdir()) and not is_site(whole):
        raise Wrong("site.not-ours", site=site)
    return whole
