"""One `Markdown` object for many notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from markdown import Markdown
from markdown.extensions import Extension

from macros.syntax import Host, ObsidianExtension
from macros.syntax.block_parser import NoteBlockParser
from macros.syntax.sanitize import Sanitizer


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a note's article, and its headings as Python-Markdown's `toc_tokens`."""

    html: str
    toc_tokens: tuple[Mapping[str, Any], ...]
    lost: str = ""
    """The first words of what is missing in it; a fault of ours, which has to be told."""


class Renderer:
    """Renders the notes of one vault, one after another."""

    def __init__(
        self, host: Host, extensions: Sequence[str | Extension] = (), settings: Mapping[str, Any] | None = None
    ) -> None:
        """Use `extensions` of Python-Markdown with `settings` by their names, and Obsidian's syntax on top."""
        self._markdown = Markdown(
            extensions=[*extensions, ObsidianExtension(host)], extension_configs=dict(settings or {})
        )

    def render(self, path: str, body: str) -> Rendered:
        """Render the Markdown `body` of the note `path`."""
        self._markdown.reset()
        cast(NoteBlockParser, self._markdown.parser).page = path
        html = self._markdown.convert(body)
        lost = cast(Sanitizer, self._markdown.postprocessors["kb-sanitize"]).lost
        return Rendered(html, tuple(getattr(self._markdown, "toc_tokens", ())), lost)
