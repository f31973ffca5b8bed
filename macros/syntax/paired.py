"""Marks that stand in pairs around text: `==highlight==`, `~~deleted~~`, `%%comment%%`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor


def highlight() -> PairedProcessor:
    """`==text==`, with no blank inside its edges: `a == b` is none, `==강조(형광)==이다` is one."""
    return PairedProcessor(r"(?<!=)==(?![\s=])", r"(?<![\s=])==(?!=)", "mark")


def deletion() -> PairedProcessor:
    """`~~text~~`, by the same rule."""
    return PairedProcessor(r"(?<!~)~~(?![\s~])", r"(?<![\s~])~~(?!~)", "del")


def comment() -> PairedProcessor:
    """`%%text%%`, of which nothing is left."""
    return PairedProcessor(r"(?<!\\)%%", r"(?<!\\)%%", None)


class PairedProcessor(InlineProcessor):
    """Text between two marks.

    Unlike CommonMark's delimiters it asks nothing of what stands outside, so a Korean particle may follow at once.
    It searches each text once: where nothing closes, it does not look again.
    """

    def __init__(self, opening: str, closing: str, tag: str | None) -> None:
        """Turn what is between the patterns `opening` and `closing` into an element `tag`, or into nothing."""
        super().__init__(opening)
        self._closing = re.compile(closing)
        self._tag = tag
        self._barren: tuple[str, int] = ("", 0)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        """Take the text up to the closing mark; leave a mark alone that nothing closes."""
        text, nothing_after = self._barren
        if text is data and m.end() >= nothing_after:
            return None, None, None
        closing = self._closing.search(data, m.end())
        if not closing:
            self._barren = (data, m.end())
            return None, None, None
        return self._node(data[m.end() : closing.start()]), m.start(), closing.end()

    def _node(self, inner: str) -> etree.Element | str:
        """The element around `inner`, whose own marks are read later."""
        if self._tag is None:
            return ""
        element = etree.Element(self._tag)
        element.text = inner
        return element
