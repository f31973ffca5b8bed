"""References that wait for their address, which `macros.syntax.resolve` gives to them."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from macros.vault import Reference

PLACEHOLDER = "kb-reference"
"""The tag of a reference that is not resolved yet."""


def reference_element(reference: Reference, css: str = "") -> etree.Element:
    """A placeholder for `reference`; its text is shown as it is, never as Markdown."""
    element = etree.Element(PLACEHOLDER, {"data-wiki": str(reference), "class": css})
    element.text = AtomicString(reference.text)
    return element


def wiki_reference(element: etree.Element) -> Reference:
    """The reference that a placeholder stands for."""
    written = element.get("data-wiki", "")
    embed = written.startswith("!")
    return Reference.wiki(written.removeprefix("!")[2:-2], embed=embed)
