"""`maru check-leaks`: whether a folder that is about to be published has something of what stays at home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from macros.cli.folders import chosen_vault, vault_option
from macros.cli.spoken import SpokenCommand, SpokenOption, Wrong
from macros.commands.library import Library
from macros.hosts.engine import theme_folders
from macros.hosts.leak_check import LeakCheck
from macros.hosts.opened import open_vault
from macros.vault.baseline import BASELINE, entry, written


@click.command(name="check-leaks", cls=SpokenCommand)
@click.argument("site", type=click.Path(path_type=Path), metavar="DIR")
@vault_option
@click.option("--write-baseline", is_flag=True, help="help.option.baseline-leaks", cls=SpokenOption)
def check_leaks(site: Path, named: Path | None, *, write_baseline: bool) -> int:
    """Tell what is in `site` and should not be; 1 where it is words of what stays at home, or keys."""
    if not site.is_dir():
        raise Wrong("vault.missing", path=site)
    opened = open_vault(chosen_vault(named))
    say, vault = opened.language.say, opened.vault
    check = LeakCheck(vault, opened.root, Library.of(vault), opened.language, lambda _: None)
    names = [*_names(site, theme_folders(opened.root))]
    leaks = check.of({name: site / name for name in names})
    found = (*leaks.faults, *leaks.others)
    if write_baseline:
        lines = [*sorted(vault.baseline), *map(entry, found)]
        written(opened.root, say("doctor.baseline-head"), lines)
        click.echo(say("doctor.baseline", count=len(set(lines)), file=opened.root / BASELINE))
        return 0
    for problem in found:
        mark = "·" if problem.notice else "✗" if problem in leaks.faults else "⚠"
        click.echo(f"{mark} {problem.told(opened.language)}")
    if not found:
        click.echo(say("leak.none", count=len(names)))
    return int(bool(leaks.faults))


def _names(site: Path, folders: tuple[Path, ...]) -> Iterator[str]:
    """The files of `site` but for those that the engine brings along, byte for byte."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        ours = (folder / name for folder in folders)
        if file.is_file() and not any(our.is_file() and our.read_bytes() == file.read_bytes() for our in ours):
            yield name
