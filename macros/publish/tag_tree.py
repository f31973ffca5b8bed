"""The tags of a vault as a tree: `개발/백엔드` is below `개발`, whose notes are those of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from macros.publish.letters import letter_of
from macros.publish.outline import natural
from macros.vault import Vault, fold
from macros.vault.names import UNPORTABLE

PAGES = 100
"""Tags that have a page of their own, in a small vault."""
NOTES_A_PAGE = 40
"""In a large one there may be a page more for each so many notes: hosts count files."""
_LONGEST_NAME, _LONGEST_PATH = 200, 600
"""Bytes of the name and of the path of a file that are short enough everywhere."""
_DEEPEST = 8
"""Levels of nested tags: one with more slashes is nested in none."""
_NOT_IN_FILES = re.compile(rf"{UNPORTABLE.pattern}|[/=]|^\.", re.IGNORECASE)
"""What a file's name cannot have everywhere, or would be hidden by."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or what stands before the slash in one."""

    key: str
    """Its name as it is compared."""
    name: str
    """As it is first written."""
    above: str
    """The key of the tag that it is nested in; empty for one at the top."""
    notes: tuple[str, ...]
    """The paths of its notes, and of those of the tags below."""
    below: tuple[str, ...] = ()
    """The keys of the tags that are nested in it."""

    @property
    def label(self) -> str:
        """Its name below the tag that it is nested in."""
        return self.name.rpartition("/")[2] if self.above else self.name

    @property
    def file(self) -> str:
        """The path of its page below `tags/`, without `.md`; empty where its name is too long for files."""
        names = [_NOT_IN_FILES.sub(_spelt, part) for part in _parts(self.key)]
        bytes_of = [len(name.encode()) for name in names]
        is_long = max(bytes_of) > _LONGEST_NAME or sum(bytes_of) > _LONGEST_PATH
        return "" if is_long else "/".join(names)


@dataclass(frozen=True)
class TagTree:
    """All tags by their keys, each before those that are nested in it, in the order of the site."""

    tags: Mapping[str, Tag] = field(default_factory=lambda: MappingProxyType({}))
    most: int = PAGES
    """Pages that there may be."""

    @classmethod
    def of(cls, vault: Vault) -> TagTree:
        """The tags of the notes of `vault` that a list may name."""
        names: dict[str, str] = {}
        notes: dict[str, dict[str, None]] = {}
        for tag, paths in vault.tags.items():
            for key, name in _lineage(tag):
                names.setdefault(key, name)
                notes.setdefault(key, {}).update(dict.fromkeys(paths))
        keys = sorted(names, key=_order)
        below: dict[str, list[str]] = {}
        for key in keys:
            below.setdefault(_above(key), []).append(key)
        tags = {
            key: Tag(key, names[key], _above(key), tuple(sorted(notes[key])), tuple(below.get(key, ()))) for key in keys
        }
        return cls(MappingProxyType(tags), max(PAGES, len(vault.listed) // NOTES_A_PAGE))

    @cached_property
    def paged(self) -> frozenset[str]:
        """The keys of the tags that have a page: all of them, or those with the most notes where that are too many.

        A tag that is nested has never more notes than the one above, so that the way to a page is one of pages.
        """
        counts = sorted((len(tag.notes) for tag in self.tags.values() if tag.file), reverse=True)
        fewest = counts[self.most] + 1 if len(counts) > self.most else 0
        return frozenset(key for key, tag in self.tags.items() if tag.file and len(tag.notes) >= fewest)

    def has_page(self, tag: Tag) -> bool:
        """True for a tag with a page of its own."""
        return tag.key in self.paged

    @cached_property
    def rare(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of all others, by the letters that they begin with: those of one letter share a page."""
        found: dict[str, list[str]] = {}
        for key in self.tags:
            if key not in self.paged:
                found.setdefault(letter_of(key), []).append(key)
        return MappingProxyType({letter: tuple(keys) for letter, keys in found.items()})

    def top(self) -> Iterable[Tag]:
        """The tags that are nested in none."""
        return (tag for tag in self.tags.values() if not tag.above)


def tag_key(tag: str) -> str:
    """What a tag is compared by: `개발 / 백엔드` and `개발/백엔드` are one."""
    return "/".join(map(str.strip, fold(tag).split("/")))


def _parts(tag: str) -> list[str]:
    """The parts of a nested tag; what has a slash too many is nested in none."""
    parts = tag.split("/")
    return parts if all(map(str.strip, parts)) and len(parts) <= _DEEPEST else [tag]


def _above(key: str) -> str:
    return "/".join(_parts(key)[:-1])


def _lineage(tag: str) -> Iterable[tuple[str, str]]:
    """`개발`, then `개발/백엔드`, each as it is compared and as it is written."""
    names = _parts(tag)
    for number in range(len(names)):
        name = "/".join(map(str.strip, names[: number + 1]))
        yield tag_key(name), name


def _order(key: str) -> tuple[object, ...]:
    """Sorts as the site does, at each level."""
    return tuple(map(natural, _parts(key)))


def _spelt(found: re.Match[str]) -> str:
    return "".join(f"={byte:02x}" for byte in found[0].encode())
