"""Callouts: `> [!tip]- title`, Obsidian's boxes, in the markup that the theme styles."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markdown_it.token import Token

_OPENING = re.compile(r"\[!([^\]|\n]+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)\n?")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?")
"""A title in the form of a heading, and what that says."""
_STYLES = MappingProxyType(
    {
        alias: style
        for style, aliases in {
            "note": "note",
            "abstract": "abstract summary tldr",
            "info": "info",
            "todo": "todo",
            "tip": "tip hint important",
            "success": "success check done",
            "question": "question help faq",
            "warning": "warning caution attention",
            "failure": "failure fail missing",
            "danger": "danger error",
            "bug": "bug",
            "example": "example",
            "quote": "quote cite",
        }.items()
        for alias in aliases.split()
    }
)
"""Obsidian's types and their aliases → the theme's styles. Source: Obsidian Help, "Callouts"."""


@dataclass(frozen=True, slots=True)
class Callout:
    """`> [!kind]fold title` and the rest of its first paragraph."""

    kind: str
    fold: str
    """`+` open, `-` closed, empty when it cannot be folded."""
    title: str
    body: str


def read_callout(following: Sequence[Token]) -> Callout | None:
    """The callout that a quote is, judged by the first paragraph in it; None for a plain quote."""
    if not following or following[0].type != "paragraph_open":
        return None
    found = _OPENING.match(following[1].content)
    if not found:
        return None
    kind = found[1].strip().lower()
    title = found[3].strip()
    if heading := _HEADING.fullmatch(title):
        title = heading[1] or ""
    title = title or kind.replace("-", " ").title()
    return Callout(kind, found[2], title, following[1].content[found.end() :])


def open_callout(callout: Callout) -> tuple[etree.Element, etree.Element]:
    """The empty box of `callout` and the element for its title."""
    style = _STYLES.get(callout.kind, "note")
    if not callout.fold:
        box = etree.Element("div", {"class": f"admonition {style}", "data-callout": callout.kind})
        return box, etree.SubElement(box, "p", {"class": "admonition-title"})
    box = etree.Element("details", {"class": style, "data-callout": callout.kind})
    if callout.fold == "+":
        box.set("open", "open")
    return box, etree.SubElement(box, "summary")
