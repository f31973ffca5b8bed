"""The navigation: what the author decided first, the rest as Obsidian lists a folder."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.settings import Entry
from macros.vault import Note, Vault, fold
from macros.vault.folder import folders_of, fronts_among, home_among

_DIGITS = re.compile(r"(\d+)")
_UNPLACED = float("inf")
_ENTRIES = 1_000_000
"""Entries of the settings come before any `order` below this that a note says of itself."""
Key = tuple[tuple[float, bool, object], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A folder of the navigation: its title, and the paths of its notes and its folders in their order."""

    title: str
    children: Sequence[str | Branch]


@dataclass(frozen=True, slots=True)
class Outline:
    """Places and titles of the notes and folders of a vault; a folder's path ends in a slash."""

    ranks: Mapping[str, float]
    """The place of a path among its neighbours, where somebody decided it."""
    titles: Mapping[str, str]
    hidden: frozenset[str]
    """Notes and folders that say `nav: false`."""
    home: str
    fronts: frozenset[str] = frozenset()
    """The notes that stand for their folders."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """The titles of notes, but for those that the settings give."""

    @classmethod
    def of(cls, vault: Vault, entries: Iterable[Entry], made: Iterable[Note] = ()) -> Outline:
        """The outline that `entries` of the settings and the notes decide, with those that are `made`; entries win.

        A note says `order: 2` and `nav: false` of itself; an index note says it, and its title, of its folder.
        """
        ranks: dict[str, float] = {}
        titles: dict[str, str] = {}
        hidden = set[str]()
        notes = {note.path: note for note in (*vault.notes.values(), *made)}
        home = vault.home or home_among(notes)  # which may be a made one
        fronts = fronts_among(notes, home)
        for path, note in notes.items():
            subject = f"{note.folder}/" if path in fronts and path != home else path
            if (order := _order(note)) is not None:
                ranks[subject] = order
            if note.flag("nav") is False:
                hidden.add(subject)
            if subject != path:
                titles[subject] = note.title
        spellings = {fold(path): path for path in (*vault.notes, *vault.folders)}
        for number, entry in enumerate(entries):
            path = spellings.get(fold(entry.path), "")
            ranks[path] = number - _ENTRIES
            if entry.title:
                titles[path] = entry.title
        shown = {path: note.title for path, note in notes.items()}
        return cls(ranks, titles, frozenset(hidden), home, fronts, shown)

    def tree(self, paths: Iterable[str]) -> Sequence[str | Branch]:
        """The navigation of `paths`: the home, wherever it lies, index notes, what has a place, folders, notes."""
        shown = sorted((path for path in paths if not self.is_hidden(path)), key=self.key)
        homes = [path for path in shown if path == self.home]
        return (*homes, *self._branch(shown[len(homes) :], ""))

    def key(self, path: str) -> Key:
        """What the note `path` is sorted by: what is shown of it and of its folders. The home comes first."""
        if path == self.home:
            return ()
        keys, above = list[tuple[float, bool, object]](), ""
        *names, name = path.split("/")
        for folder in names:
            above += f"{folder}/"
            keys.append((self.ranks.get(above, _UNPLACED), False, self._shown(above, folder)))
        rank = -_UNPLACED if path in self.fronts else self.ranks.get(path, _UNPLACED)
        return (*keys, (rank, True, self._shown(path, name.removesuffix(".md"))))

    def folder_key(self, folder: str) -> Key:
        """What the notes of `folder` are sorted by before each other; empty for the root."""
        return self.key(f"{folder}/-")[:-1] if folder else ()

    def _shown(self, path: str, name: str) -> object:
        """What the title of `path` is sorted by, then its path: two folders of one title stay apart."""
        return natural(self.titles.get(path) or self.shown.get(path) or name), natural(name), path

    def is_hidden(self, path: str) -> bool:
        """True for a note that is not in the navigation, as no note is of a folder whose index says so."""
        return path in self.hidden or any(f"{folder}/" in self.hidden for folder in folders_of(path))

    def _branch(self, paths: Sequence[str], folder: str) -> Sequence[str | Branch]:
        """The part of the tree below `folder`, whose notes are `paths`."""
        below: dict[str, list[str]] = {}
        for path in paths:
            first, slash, _ = path.removeprefix(folder).partition("/")
            below.setdefault(f"{folder}{first}{slash}", []).append(path)
        return tuple(
            Branch(self.titles.get(at, posixpath.basename(at[:-1])), self._branch(notes, at))
            if at.endswith("/")
            else at
            for at, notes in below.items()
        )


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key under which 2 comes before 10, and `apple` before `Zed`: numbers by value, letters without their case."""
    return tuple(_part(part) for part in _DIGITS.split(fold(name)) if part)


def _part(part: str) -> tuple[int, int, str]:
    """A number by how many digits it has and then by these: of thousands of them Python makes no number."""
    if not part.isdecimal():
        return 2, 0, part
    digits = "".join(str(unicodedata.decimal(digit)) for digit in part).lstrip("0")
    return 1, len(digits), digits


def _order(note: Note) -> float | None:
    """What the note says as `order`; None where that is no number."""
    try:
        order = float(str(note.properties.get("order", "")))
    except ValueError:
        return None
    return order if abs(order) < _ENTRIES else None
