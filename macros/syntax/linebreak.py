"""Line breaks: a newline is one in Obsidian, unless the vault asks for strict ones."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor


class LineBreakProcessor(InlineProcessor):
    """A newline, or with `strict` only one behind two blanks or a backslash (CommonMark's hard break)."""

    def __init__(self, *, strict: bool) -> None:
        """Break lines as the vault's setting `strictLineBreaks` says."""
        super().__init__(r"(?: {2,}|\\)\n" if strict else r" *\\?\n")

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """A line break."""
        return etree.Element("br"), m.start(), m.end()
