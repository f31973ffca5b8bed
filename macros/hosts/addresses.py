"""Which file of the site a note or an attachment becomes."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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
    """What the site has beside the vault: `files`, and names that `may_hold` says will be taken later."""

    files: frozenset[str]
    may_hold: Callable[[str], bool] = lambda _: False


def assign(
    home: str,
    made: Mapping[str, str],
    notes: Collection[str],
    attachments: Iterable[str],
    reserved: Reserved,
    *,
    directories: bool,
) -> Addresses:
    """Give an address to each page that is `made`, to `notes`, and to `attachments`, which keep their names.

    `made` names for each page the note whose address it has. With `directories` a note `a.md` is the folder `a/` of
    the site, else `a.html`. No two files get addresses that are one on a disk that ignores the case of letters.
    Of several that want the same, the `home` comes first, then each `index.md`, notes, each README that stands for its
    folder, made pages, attachments. So `git/index.md` is the page `git/`, and a note `git.md` beside it becomes
    `git_/`; beside `git/README.md` it is `git/` itself.
    """
    indexes = fronts_among([*made, *notes], home)

    def page(path: str, as_path: str, *, is_index: bool) -> str:
        return INDEX if path == home else _page(as_path, is_index=is_index, directories=directories)

    order = [home, *sorted(notes, key=lambda path: (_rank(path, indexes), path)), *made]
    pages = {path: made.get(path, path) for path in order if path in made or path in notes}
    wanted = {path: page(path, as_path, is_index=path in indexes) for path, as_path in pages.items()}
    wanted |= {path: path for path in sorted(attachments)}
    taken, given = _Taken(reserved), dict[str, str]()
    for path, address in wanted.items():
        wishes = (address, page(path, path, is_index=False)) if _is_readme(path, indexes) else (address,)
        if free := next(filter(taken.has_room, wishes), None):
            given[path] = free
            taken.add(free, is_ours=path in made)
    collisions = list[Problem]()
    for path, address in wanted.items():
        if path not in given:
            given[path] = taken.nearest(address, is_page=path in pages)
            taken.add(given[path], is_ours=path in made)
            if path not in made:
                collisions.append(_collision(path, address, given[path], is_ours=taken.is_ours(address)))
    return Addresses(given, indexes, tuple(collisions))


def _rank(path: str, indexes: frozenset[str]) -> int:
    """An `index.md` has the address of its folder, as its name says; a README has it where no note wants it."""
    return 1 if path not in indexes else 2 if _is_readme(path, indexes) else 0


def _is_readme(path: str, indexes: frozenset[str]) -> bool:
    return path in indexes and posixpath.basename(path).lower() == "readme.md"


def _page(path: str, *, is_index: bool, directories: bool) -> str:
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
        return not (key in self._folders or any(map(self._is_file, (key, *_above(key)))))

    def _is_file(self, key: str) -> bool:
        return key in self._is_ours or self._reserved.may_hold(key)

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
    """Addresses near to `wanted`: `a_/index.html` of a page, `a_.png` or `b_/a.png` of a file.

    A page that is a folder stays one: the links of its navigation, which its neighbours have too, lead on from there.
    """
    folder, name = posixpath.split(wanted)
    stem, extension = posixpath.splitext(wanted)
    for number in count(1):
        mark = "_" * number
        if not (is_page and name == INDEX and folder):
            yield f"{stem}{mark}{extension}"
        if folder:
            yield f"{folder}{mark}/{name}"
            first, _, rest = wanted.partition("/")  # where a file stands in the way of a folder above
            yield f"{first}{mark}/{rest}"


def _collision(path: str, wanted: str, free: str, *, is_ours: bool) -> Problem:
    """What is told of a file that has another address; nobody has to mend that of a page which the site needs."""
    if is_ours:
        told = message("problem.reserved", address=wanted, other=free)
        return Problem(path, 1, "collision", told, message("suggest.rename"), notice=True)
    told = message("problem.collision", address=wanted, other=free)
    return Problem(path, 1, "collision", told, message("suggest.rename-one"))
