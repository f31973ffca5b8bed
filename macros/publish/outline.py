"""The navigation: what the author decided first, the rest as Obsidian lists a folder."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.settings import Entry
from macros.vault import Note, Vault, fold
from macros.vault.folder import folders_of, fronts_among, home_among

_HANGUL, _LATIN = r"\uac00-\ud7a3\u3131-\u318e\u1100-\u11ff", r"a-z\xdf-\xf6\xf8-\u024f"
_RUN = re.compile(rf"(\s+)|(\d+)|([{_HANGUL}]+)|([{_LATIN}]+)|([^\s\d{_HANGUL}{_LATIN}]+)")
"""What a name is sorted by, run by run, in the order of the groups: blanks, numbers, 가나다, ABC, the rest."""
_NUMBER = 2
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
    front_of: Mapping[str, str] = field(default_factory=dict)
    """For each folder that has one the note that stands for it."""

    @classmethod
    def of(cls, vault: Vault, entries: Sequence[Entry], made: Iterable[Note] = ()) -> Outline:
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
        for number, (path, _) in enumerate(placed := [*spelt(vault, entries)]):
            ranks[path] = number - _ENTRIES
        titles |= {path: title for path, title in placed if title}
        shown = {path: note.title for path, note in notes.items()}
        front_of = {posixpath.dirname(path): path for path in fronts if path != home}
        return cls(ranks, titles, frozenset(hidden), home, fronts, shown, front_of)

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

    def folder_title(self, folder: str) -> str:
        """What `folder` is called."""
        return self.titles.get(f"{folder}/", posixpath.basename(folder))

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


def spelt(vault: Vault, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Path and title of each of `entries` of the settings, as the vault spells the path; empty for one it has not."""
    spellings = {fold(path): path for path in (*vault.notes, *vault.folders)}
    return ((spellings.get(fold(entry.path), ""), entry.title) for entry in entries)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key under which 2 comes before 10, numbers before 가나다, that before ABC, and `apple` before `Zed`.

    So has it the order of Korean: what somebody numbered is first, and what begins with a sign is last.
    """
    return tuple(_run(found) for found in _RUN.finditer(fold(name)))


def _run(found: re.Match[str]) -> tuple[int, int, str]:
    """A run of letters, or a number by how many digits it has, then by these: of thousands Python makes no number."""
    kind = found.lastindex or 0
    if kind != _NUMBER:
        return kind, 0, found[0]
    digits = "".join(str(unicodedata.decimal(digit)) for digit in found[0]).lstrip("0")
    return kind, len(digits), digits


def _order(note: Note) -> float | None:
    """What the note says as `order`; None where that is no number."""
    try:
        order = float(str(note.properties.get("order", "")))
    except ValueError:
        return None
    return order if abs(order) < _ENTRIES else None
