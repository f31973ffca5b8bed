"""Which file of the site a note or an attachment becomes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.hosts.permalinks import Granted, grant
from macros.hosts.taken import INDEX, Reserved, Taken
from macros.language import message
from macros.vault import Problem
from macros.vault.folder import fronts_among
from macros.vault.permalink import Permalink


@dataclass(frozen=True, slots=True)
class Addresses:
    """The file of the site for each path, among them pages that nobody wrote."""

    files: Mapping[str, str]
    indexes: frozenset[str]
    """Paths of those pages that are shown for their folder."""
    collisions: tuple[Problem, ...]
    """The files that could not have the address of their name, or the one that they asked for."""
    granted: Granted
    """The addresses that notes asked for."""
    taken: Taken
    """All of these addresses, and those of the rest of the site."""


def assign(
    home: str,
    made: Mapping[str, str],
    notes: Mapping[str, Permalink | None],
    attachments: Iterable[str],
    reserved: Reserved,
    *,
    directories: bool,
) -> Addresses:
    """Give an address to each page that is `made`, to `notes`, and to `attachments`, which keep their names.

    A note that asks for an address has that where no other name wants it.

    `made` names for each page the note whose address it has. With `directories` a note `a.md` is the folder `a/` of
    the site, else `a.html`. No two files get addresses that are one on a disk that ignores the case of letters.
    Of several that want the same, the `home` comes first, then each `index.md`, notes, each README that stands for its
    folder, made pages, attachments. So `git/index.md` is the page `git/`, and a note `git.md` beside it becomes
    `git_/`; beside `git/README.md` it is `git/` itself.
    """
    indexes = fronts_among([*made, *notes], home)

    def page(path: str, as_path: str, *, is_index: bool) -> str:
        return INDEX if path == home else page_file(as_path, is_index=is_index, directories=directories)

    order = [home, *sorted(notes, key=lambda path: (_rank(path, indexes), path)), *made]
    pages = {path: made.get(path, path) for path in order if path in made or path in notes}
    wanted = {path: page(path, as_path, is_index=path in indexes) for path, as_path in pages.items()}
    wanted |= {path: path for path in sorted(attachments)}
    asked = {path: permalink for path, permalink in notes.items() if permalink}
    granted = grant(asked, wanted, home, reserved)
    wanted |= granted.files
    taken, given = Taken(reserved), dict[str, str]()
    for path, address in wanted.items():
        wishes = (address, page(path, path, is_index=False)) if _is_readme(path, indexes) else (address,)
        if free := next(filter(taken.has_room, wishes), None):
            given[path] = free
            taken.add(free, is_ours=path in made)
    collisions = [*granted.problems]
    for path, address in wanted.items():
        if path not in given:
            given[path] = taken.nearest(address, is_page=path in pages)
            taken.add(given[path], is_ours=path in made)
            if path not in made:
                collisions.append(_collision(path, address, given[path], is_ours=taken.is_ours(address)))
    return Addresses(given, indexes, tuple(collisions), granted, taken)


def page_file(path: str, *, is_index: bool, directories: bool) -> str:
    """The file of the site that a note has by its `path`: with `directories` `a/index.html`, else `a.html`."""
    if is_index:
        return posixpath.join(posixpath.dirname(path), INDEX)
    return path.removesuffix(".md") + (f"/{INDEX}" if directories else ".html")


def _rank(path: str, indexes: frozenset[str]) -> int:
    """An `index.md` has the address of its folder, as its name says; a README has it where no note wants it."""
    return 1 if path not in indexes else 2 if _is_readme(path, indexes) else 0


def _is_readme(path: str, indexes: frozenset[str]) -> bool:
    return path in indexes and posixpath.basename(path).lower() == "readme.md"


def _collision(path: str, wanted: str, free: str, *, is_ours: bool) -> Problem:
    """What is told of a file that has another address; nobody has to mend that of a page which the site needs."""
    if is_ours:
        told = message("problem.reserved", address=wanted, other=free)
        return Problem(path, 1, "collision", told, message("suggest.rename"), notice=True)
    told = message("problem.collision", address=wanted, other=free)
    return Problem(path, 1, "collision", told, message("suggest.rename-one"))
