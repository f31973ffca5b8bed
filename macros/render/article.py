"""A note's rendered article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros.render.renderer import Rendered
from macros.search.share import Share
from macros.vault import Note

ARTICLE, SHARE = "article", "share"
"""What is kept of an article: its HTML with its headings, and its share of the search index."""


@dataclass(frozen=True)
class Article:
    """A note's rendered article and its share of the search index, both read from the store when they are wanted."""

    note: Note
    version: str
    """The same for two articles that are the same."""
    lost: str
    """The first words of what was lost when it was rendered; empty where nothing was."""
    _read: Callable[[str], Any]

    @property
    def rendered(self) -> Rendered:
        """The article, read each time."""
        html, toc = self._read(ARTICLE)
        return Rendered(html, tuple(toc), self.lost)

    @property
    def share(self) -> Share:
        """The share of the index, read each time: those of all notes together do not fit into memory."""
        return Share.from_plain(self._read(SHARE))
