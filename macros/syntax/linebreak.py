"""Line breaks: a newline is one in Obsidian, unless the vault asks for strict ones."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from macros import markup

_VERBATIM = frozenset({"code", markup.MATH, "pre"})
_HARD = re.compile(r"(?: {2,}|\\)\n")
_ANY = re.compile(r" *\\?\n")


def break_lines(root: etree.Element, *, strict: bool) -> None:
    r"""Turn newlines in the texts of all elements but code and formulas into `<br>`, in place.

    With `strict` only a newline behind two blanks or a backslash is one (CommonMark's hard break).
    """
    separator = _HARD if strict else _ANY
    for element in list(root.iter()):
        broken = any("\n" in (child.tail or "") for child in element)
        if element.tag not in _VERBATIM and (broken or "\n" in (element.text or "")):
            _break(element, separator)


def _break(element: etree.Element, separator: re.Pattern[str]) -> None:
    children = list(element)
    del element[:]
    element.text, *lines = separator.split(element.text or "")
    element.extend(map(_line, lines))
    for child in children:
        child.tail, *lines = separator.split(child.tail or "")
        element.append(child)
        element.extend(map(_line, lines))


def _line(text: str) -> etree.Element:
    """A break, and the text of the line below it."""
    element = etree.Element("br")
    element.tail = text
    return element
