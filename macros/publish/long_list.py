"""The notes of a folder that are too many for each page: pages show those around them, and one page lists all."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from macros.language import Language
from macros.publish.letters import OTHERS, Alphabet
from macros.publish.outline import Branch, Outline
from macros.vault import Note
from macros.vault.folder import MADE

LONGEST = 60
"""Notes of one folder that stand in the navigation of each page of it; where there are more, the list is long."""
AROUND = 7
"""Neighbours on either side that stand there then."""
_PAGES = f"{MADE}/nav"
"""Where the pages of long lists are: a path that no note has."""
_ADDRESSES = "assets/kb/nav"
"""Where they are on the site: among what the engine brings."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A note in a list, and what the list says of it."""

    path: str
    title: str
    summary: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LongList:
    """The notes of `folder` that nobody gave a place, in the order of the navigation."""

    folder: str
    title: str
    """Of the folder; the root has none."""
    notes: tuple[Listed, ...]
    alphabet: Alphabet
    page: str
    """The path of the page that lists all: that of the folder, where nobody wrote one.

    It depends on the folder alone. Each page of the folder leads there, so a version or a count in it would change
    all of them with every new note; browsers ask whether the page has changed instead.
    """

    @property
    def has_own_page(self) -> bool:
        """True where the page that lists all is none of a folder."""
        return self.page.startswith(f"{_PAGES}/")

    @property
    def as_path(self) -> str:
        """The note whose address the page has."""
        return f"{_ADDRESSES}/{posixpath.basename(self.page)}"


@dataclass(frozen=True, slots=True)
class Lists:
    """In what order notes are listed, and which lists are long."""

    outline: Outline
    long: Mapping[str, LongList] = field(default_factory=lambda: MappingProxyType({}))
    """By the paths of their pages."""
    places: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The place of each note in the order of the site."""


def anchor(letter: str) -> str:
    """The id of a letter's notes on the page of a long list."""
    return f"kb-{letter or 'others'}"


def label(letter: str, language: Language) -> str:
    """What a letter is called."""
    return letter if letter != OTHERS else language.say("list.others")


def around(count: int, at: int | None) -> slice:
    """Which of `count` notes stand around the one with the number `at`; the first ones where it is none of them."""
    most = 2 * AROUND + 1
    first = max(0, min((at or 0) - AROUND, count - most))
    return slice(first, first + most)


def long_lists(
    tree: Sequence[str | Branch], outline: Outline, notes: Mapping[str, Note], made: Collection[str] = ()
) -> dict[str, LongList]:
    """The long lists of the navigation `tree` of `notes`, by the paths of their pages, of which some may be `made`.

    These are in no long list: notes that somebody gave a place, the home, indexes of folders, and made pages.
    """
    found = {}
    for title, children in _lists("", tree):
        own = [path for path in children if isinstance(path, str) and path not in outline.fronts]
        unplaced = [path for path in own if path not in outline.ranks]
        paths = unplaced if len(own) - len(unplaced) <= LONGEST else own
        if len(paths) > LONGEST:
            listed = tuple(Listed(path, outline.titles.get(path, notes[path].title)) for path in paths)
            alphabet, folder = Alphabet.of([note.title for note in listed]), posixpath.dirname(paths[0])
            front = outline.front_of.get(folder, "")
            long = LongList(folder, title, listed, alphabet, front if front in made else _own_page(folder))
            found[long.page] = long
    return found


def _own_page(folder: str) -> str:
    return f"{_PAGES}/{hashlib.sha256(folder.encode()).hexdigest()[:10]}.md"


def _lists(title: str, children: Sequence[str | Branch]) -> Iterator[tuple[str, Sequence[str | Branch]]]:
    """`children` under `title`, and all lists below."""
    yield title, children
    for child in children:
        if isinstance(child, Branch):
            yield from _lists(child.title, child.children)
