"""The box of a callout, in the markup that the theme styles."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from types import MappingProxyType

from macros.vault.callout import Callout

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
