"""A note's rendered article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros.fonts import Letters
from macros.render.renderer import Rendered
from macros.search.document import Document
from macros.vault import Note

ARTICLE, DOCUMENT = "article", "document"
"""What is kept of an article: its HTML with its headings, and its document for the search index."""


@dataclass(frozen=True)
class Article:
    """A note's rendered article and its document for the search index, read when they are wanted."""

    note: Note
    version: str
    """The same for two articles that are the same."""
    lost: str
    """The first words of what was lost when it was rendered; empty where nothing was."""
    left_out: tuple[int, int]
    """As in `Rendered`."""
    terms: tuple[str, ...]
    """As in `Rendered`."""
    minutes: int
    """How long it takes to read; 0 for a page that nobody wrote."""
    letters: Letters
    """Those that the fonts of the site have to have for it."""
    _read: Callable[[str], Any]

    @property
    def rendered(self) -> Rendered:
        """The article, read each time."""
        html, toc = self._read(ARTICLE)
        return Rendered(html, tuple(toc), self.lost, self.left_out, self.terms)

    @property
    def document(self) -> Document:
        """What the index has of it, read each time: those of all notes together do not fit into memory."""
        return Document.from_plain(self._read(DOCUMENT))
