"""Which file of the site a note or an attachment becomes."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from macros.language import message
from macros.vault import Problem, fold
from macros.vault.folder import fronts_among

INDEX = "index.html"
"""The file of the site that a folder is shown by."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The file of the site for each path, among them pages that nobody wrote."""

    files: Mapping[str, str]
    indexes: frozenset[str]
    """Paths of those pages that are shown for their folder."""
    collisions: tuple[Problem, ...]
    """The files that could not have the address of their name."""


@dataclass(frozen=True, slots=True)
class Reserved:
    """What the site has beside the vault: `files`, and those of which only a function knows that there may be some."""

    files: frozenset[str]
    may_hold: Callable[[str], bool] = lambda _: False


def assign(
    home: str,
    made: Mapping[str, str],
    notes: Iterable[str],
    attachments: Iterable[str],
    reserved: Reserved,
    *,
    directories: bool,
) -> Addresses:
    """Give an address to each page that is `made`, to `notes`, and to `attachments`, which keep their names.

    `made` names for each page the note whose address it has. With `directories` a note `a.md` is the folder `a/` of
    the site, else `a.html`. No two files get addresses that are one on a disk that ignores the case of letters.
    Of several that want the same, made pages come first, then the `home`, pages of folders, other notes, attachments:
    so `git/index.md` is the page `git/`, and a note `git.md` beside that folder becomes `git-2/`.
    """
    paths = sorted(notes)
    indexes = _folder_pages([*made, *paths], home) | {home}
    order = sorted(paths, key=lambda path: (path != home, path not in indexes))
    wanted = {path: _page(as_path, is_index=path in indexes, directories=directories) for path, as_path in made.items()}
    wanted |= {path: _page(path, is_index=path in indexes, directories=directories, home=home) for path in order}
    wanted |= {path: path for path in sorted(attachments)}
    taken, given = _Taken(reserved), dict[str, str]()
    for path, address in wanted.items():
        if taken.has_room(address):
            given[path] = address
            taken.add(address, is_ours=path in made)
    collisions = list[Problem]()
    for path, address in wanted.items():
        if path not in given:
            given[path] = taken.nearest(address, is_page=path in made or path in indexes or path.endswith(".md"))
            taken.add(given[path], is_ours=path in made)
            if path not in made:
                collisions.append(_collision(path, address, given[path], is_ours=taken.is_ours(address)))
    return Addresses(given, indexes, tuple(collisions))


def _folder_pages(paths: Iterable[str], home: str) -> frozenset[str]:
    """Those of `paths` that are the page of their folder; at the root nothing but the `home` stands for the vault."""
    fronts = fronts_among(path for path in paths if path != home)
    return frozenset(path for path in fronts if posixpath.dirname(path))


def _page(path: str, *, is_index: bool, directories: bool, home: str = "") -> str:
    if path == home:
        return INDEX
    if is_index:
        return posixpath.join(posixpath.dirname(path), INDEX)
    return path.removesuffix(".md") + (f"/{INDEX}" if directories else ".html")


class _Taken:
    """Addresses that files have; a file and a folder cannot have the same."""

    def __init__(self, reserved: Reserved) -> None:
        self._reserved = reserved
        self._is_ours: dict[str, bool] = {}
        """For each file that has an address, whether it is none of the vault."""
        self._folders = set[str]()
        for address in reserved.files:
            self.add(address, is_ours=True)

    def has_room(self, address: str) -> bool:
        key = fold(address)
        is_file = key in self._is_ours or any(folder in self._is_ours for folder in _above(key))
        return not (is_file or key in self._folders or self._reserved.may_hold(key))

    def is_ours(self, address: str) -> bool:
        """True when no file of the vault has `address`."""
        return self._is_ours.get(fold(address), self._reserved.may_hold(fold(address)))

    def nearest(self, wanted: str, *, is_page: bool) -> str:
        """The free address nearest to `wanted`, which is none."""
        return next(address for address in _near(wanted, is_page=is_page) if self.has_room(address))

    def add(self, address: str, *, is_ours: bool) -> None:
        key = fold(address)
        self._is_ours[key] = is_ours
        self._folders.update(_above(key))


def _above(address: str) -> Iterator[str]:
    while address := posixpath.dirname(address):
        yield address


def _near(wanted: str, *, is_page: bool) -> Iterator[str]:
    """Addresses near to `wanted`: `a-2/index.html` of a page, `a-2.png` or `b-2/a.png` of a file.

    A page that is a folder stays one: the links of its navigation, which its neighbours have too, lead on from there.
    """
    folder, name = posixpath.split(wanted)
    stem, extension = posixpath.splitext(wanted)
    for number in count(2):
        if not (is_page and name == INDEX and folder):
            yield f"{stem}-{number}{extension}"
        if folder:
            yield f"{folder}-{number}/{name}"
            first, _, rest = wanted.partition("/")  # where a file stands in the way of a folder above
            yield f"{first}-{number}/{rest}"


def _collision(path: str, wanted: str, free: str, *, is_ours: bool) -> Problem:
    """What is told of a file that has another address; nobody has to mend that of a page which the site needs."""
    if is_ours:
        told = message("problem.reserved", address=wanted, other=free)
        return Problem(path, 1, "collision", told, message("suggest.rename"), notice=True)
    told = message("problem.collision", address=wanted, other=free)
    return Problem(path, 1, "collision", told, message("suggest.rename-one"))
