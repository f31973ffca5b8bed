"""The addresses of a site that files have already."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from macros.vault import fold

INDEX = "index.html"
"""The file of the site that a folder is shown by."""


@dataclass(frozen=True, slots=True)
class Reserved:
    """What the site has beside the vault: `files`, and names that `may_hold` says will be taken later."""

    files: frozenset[str]
    may_hold: Callable[[str], bool] = lambda _: False


class Taken:
    """Addresses that files have; a file and a folder cannot have the same."""

    def __init__(self, reserved: Reserved) -> None:
        self._reserved = reserved
        self._is_ours: dict[str, bool] = {}
        """For each file that has an address, whether it is none of the vault."""
        self._folders = set[str]()
        for address in reserved.files:
            self.add(address, is_ours=True)

    def has_room(self, address: str) -> bool:
        """True when a file can have `address`."""
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
        """Let a file have `address`; it `is_ours` when the vault does not have it."""
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
