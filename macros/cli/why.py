"""`maru why`: why a note or a file is on the site, or is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from macros.cli.folders import chosen_vault, vault_option
from macros.cli.spoken import SpokenCommand
from macros.hosts.opened import Opened, open_vault
from macros.language import Message
from macros.publish.services import origins
from macros.publish.withheld import at_home, reason_for, users_of
from macros.vault import Missing, Reason, Reference, fold, nfc
from macros.vault.nearest import did_you_mean, nearest


@click.command(cls=SpokenCommand)
@click.argument("names", metavar="[NOTE|FILE]...", nargs=-1)
@vault_option
def why(names: tuple[str, ...], named: Path | None) -> int:
    """Say of each of `names`, or of all that stays at home, what rule decides; 1 where the vault has no such file."""
    opened = open_vault(chosen_vault(named))
    say = opened.language.say
    if not names:
        kept = at_home(opened.vault)
        for path, reason in kept.items():
            click.echo(_off(opened, path, reason))
        if not kept:
            click.echo(say("why.nothing"))
        for line in _asked(opened):
            click.echo(line)
        return 0
    unknown = False
    for name in names:
        if found := _path_of(opened, name):
            click.echo("\n".join(explained(opened, found)))
        else:
            unknown = True
            close = opened.language.tell(_offered(opened, name))
            click.echo(say("why.unknown", name=name, maybe=f" ({close})" if close else ""), err=True)
    return int(unknown)


def explained(opened: Opened, path: str) -> Iterator[str]:
    """What is to say of the file `path` of the vault."""
    vault, say = opened.vault, opened.language.say
    reason = reason_for(vault, path)
    if reason:
        yield _off(opened, path, reason)
        yield say("why.way-out", way_out=opened.language.tell(reason.way_out))
    elif path in vault.notes:
        yield say("why.on" if vault.notes[path].visibility.is_listed else "why.on-unlisted", path=path)
        yield from _asked(opened)
    elif users := users_of(vault, path):
        yield say("why.on-for", path=path, notes=", ".join(users))
    else:
        yield say("why.on-site", path=path)


def _asked(opened: Opened) -> Iterator[str]:
    """Whom the pages of the site may ask beside the site itself, and by which setting."""
    for setting, asked in origins(opened.settings).items():
        file, line = opened.settings.place(setting)
        yield opened.language.say("why.asks", setting=setting, place=f"{file}:{line}", origins=", ".join(asked))


def _off(opened: Opened, path: str, reason: Reason) -> str:
    place = f" ({reason.place})" if reason.place else ""
    return opened.language.say("why.off", path=path, reason=opened.language.tell(reason.told), place=place)


def _path_of(opened: Opened, name: str) -> str | None:
    """The path in the vault that `name` means: a path, from here or from the vault, or the name of a note."""
    files = {fold(path): path for path in _known(opened)}
    written = Path(name)
    for candidate in (Path.cwd() / written, opened.root / written):
        whole, root = candidate.resolve(), opened.root.resolve()
        if candidate.exists() and not candidate.is_dir() and whole.is_relative_to(root):
            path = nfc(candidate.absolute().relative_to(root).as_posix()) if candidate.is_symlink() else None
            path = path or nfc(whole.relative_to(root).as_posix())
            return files.get(fold(path), path)
    for spelling in (name, f"{name}.md"):
        if found := files.get(fold(spelling)):
            return found
    resolution = opened.vault.resolve(Reference(name.strip("[]")), "")
    if not isinstance(resolution, Missing):
        return resolution.path
    ends = [path for key, path in files.items() if key.endswith((f"/{fold(name)}", f"/{fold(name)}.md"))]
    return ends[0] if len(ends) == 1 else None


def _known(opened: Opened) -> tuple[str, ...]:
    return (*opened.vault.notes, *opened.vault.attachments, *opened.vault.withheld)


def _offered(opened: Opened, name: str) -> Message:
    return did_you_mean(nearest(name, (Path(path).name.removesuffix(".md") for path in _known(opened))))
