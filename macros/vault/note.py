"""One note: everything that the index and the page need to know of it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.vault.anchors import Anchor
from macros.vault.block_id import BlockId
from macros.vault.blocks import Heading
from macros.vault.calls import Written
from macros.vault.drawing import is_drawing
from macros.vault.fences import Fence
from macros.vault.frontmatter import FrontMatter, flag_of
from macros.vault.mention import Mention
from macros.vault.permalink import Permalink
from macros.vault.problem import Problem
from macros.vault.stations import Station
from macros.vault.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the vault. Lines of headings and block ids count from 0 in `body`."""

    path: str
    """POSIX, relative to the vault, NFC, ending in `.md`."""
    title: str
    """Its own, or the name of its file, of its folder for one that stands for it."""
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    """From the properties and from the text, in that order, each once."""
    summary: str
    """The `summary` or `description` of the properties as plain text in one line, cut where it is long, or empty."""
    is_term: bool
    """True for a note that explains a word: one in `glossary/`, or one that says `glossary: true`."""
    visibility: Visibility
    properties: Mapping[str, Any]
    body: str
    first_line: int
    """Lines of the file before `body`."""
    headings: tuple[Heading, ...]
    block_ids: tuple[BlockId, ...]
    anchors: tuple[Anchor, ...]
    """Ids of its own HTML."""
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]
    starts_with_title: bool
    """True when the body opens with its own first-level heading, comments apart, and that says something."""
    drawn: tuple[str, ...] = ()
    """The elements on its page that a browser draws in any case, `kb-diagram`, `kb-math`: each wants a library."""
    calls: tuple[Written, ...] = ()
    """What is written as a call outside code, `{{ run("id") }}`: of a recording, of a macro, or of neither."""
    fences: tuple[Fence, ...] = ()
    """The recordings in the note itself."""
    diagrams: tuple[Fence, ...] = ()
    """The diagrams in it, which are drawn by a browser or when the site is built."""
    permalink: Permalink | None = None
    """The address that it asks for."""
    stations: tuple[Station, ...] = ()
    """The notes that its property `path` puts in an order."""
    lang: str = ""
    """The language that it says it is written in, as `<html lang>` has it."""

    @property
    def published(self) -> bool:
        """False for a note that stays at home by what it says."""
        return not self.visibility.rule

    @property
    def stem(self) -> str:
        """The file's name without folder and `.md`, as Obsidian calls the note."""
        return posixpath.basename(self.path)[: -len(".md")]

    @property
    def folder(self) -> str:
        """The folder's path, empty at the root of the vault."""
        return posixpath.dirname(self.path)

    @property
    def is_drawing(self) -> bool:
        """True for the file of a drawing, of which no text is read."""
        return is_drawing(self.path, self.properties)

    def flag(self, key: str) -> bool | None:
        """True or False where the property `key` says so, None where it says neither."""
        return flag_of(self.properties.get(key))

    @property
    def is_untitled(self) -> bool:
        """True when neither its properties nor its text have a title."""
        return not (self.starts_with_title or FrontMatter(self.properties).text("title"))

    @property
    def statuses(self) -> tuple[str, ...]:
        """What its property `status` says."""
        return FrontMatter(self.properties).strings("status")

    @property
    def explains(self) -> bool:
        """True for a term that says in one line what it is."""
        return self.is_term and bool(self.summary)

    def lines(self, start: int, end: int) -> str:
        """The lines of the body from `start` up to `end`, both from 0."""
        return "\n".join(self.body.split("\n")[start:end])
