"""Line breaks: a newline is one in Obsidian, unless the vault asks for strict ones."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_VERBATIM = frozenset({"code", "kb-math", "pre"})


class LineBreaks(Treeprocessor):
    r"""Turns newlines in the finished tree into `<br>`: one pass, where an inline pattern would pay for each.

    With `strict` only a newline behind two blanks or a backslash is one (CommonMark's hard break).
    """

    def __init__(self, md: Markdown, *, strict: bool) -> None:
        """Break lines as the vault's setting `strictLineBreaks` says."""
        super().__init__(md)
        self._break = re.compile(r"(?: {2,}|\\)\n" if strict else r" *\\?\n")

    def run(self, root: etree.Element) -> None:
        """Break the texts of all elements but code and formulas, in place."""
        for element in list(root.iter()):
            broken = any("\n" in (child.tail or "") for child in element)
            if element.tag not in _VERBATIM and (broken or "\n" in (element.text or "")):
                self._break_lines(element)

    def _break_lines(self, element: etree.Element) -> None:
        children = list(element)
        del element[:]
        element.text, *lines = self._break.split(element.text or "")
        element.extend(map(_line, lines))
        for child in children:
            child.tail, *lines = self._break.split(child.tail or "")
            element.append(child)
            element.extend(map(_line, lines))


def _line(text: str) -> etree.Element:
    """A break, and the text of the line below it."""
    element = etree.Element("br")
    element.tail = text
    return element
