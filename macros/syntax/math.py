"""Mathematics: `$x$` in a line, `$$…$$` on its own, left untouched for the typesetter in the browser."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from macros.vault.inlines import math_at


class MathProcessor(InlineProcessor):
    """`$x$` and `$$x$$` inside a paragraph."""

    def __init__(self) -> None:
        """Look at every dollar sign that no backslash stands before."""
        super().__init__(r"(?<!\\)\$\$?")

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """Take the formula that starts here, if one does."""
        span = math_at(data, m.start(), m[0])
        if not span:
            return None, None, None
        opening, closing = ("\\[", "\\]") if m[0] == "$$" else ("\\(", "\\)")
        return _formula(f"{opening}{span.inner}{closing}"), span.start, span.end


def display_math(tex: str) -> etree.Element:
    """A formula that stands alone."""
    return _formula(f"\\[{tex}\\]")


def _formula(text: str) -> etree.Element:
    element = etree.Element("kb-math", {"class": "arithmatex"})
    element.text = AtomicString(text)
    return element
