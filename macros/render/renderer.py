"""What a note becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown.extensions import Extension

from macros.syntax import ArticleWriter, Host


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a note's article, and its headings as Python-Markdown's `toc_tokens`."""

    html: str
    toc_tokens: tuple[Mapping[str, Any], ...]
    lost: str = ""
    """The first words of what is missing in it; a fault of ours, which has to be told."""
    left_out: tuple[int, int] = (0, 0)
    """How many embeds and recordings had no room on the page, and the line of the body of the first."""
    terms: tuple[str, ...] = ()
    """The paths of the terms of the glossary in its text."""


class Renderer:
    """Renders the notes of one vault, one after another."""

    def __init__(
        self, host: Host, extensions: Sequence[str | Extension] = (), settings: Mapping[str, Any] | None = None
    ) -> None:
        """Use `extensions` of Python-Markdown with `settings` by their names, and Obsidian's syntax on top."""
        self._writer = ArticleWriter(host, extensions, settings or {})

    def render(self, path: str, body: str, summary: str = "") -> Rendered:
        """Render the Markdown `body` of the note `path`, with `summary` below the title that it begins with."""
        return Rendered(*self._writer.write(path, body, summary))
