"""References that wait for their address, which `macros.syntax.resolve` gives to them."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from macros.vault import Reference

PLACEHOLDER = "kb-reference"
"""The tag of a reference that is not resolved yet."""
SETTLED = "data-settled"
"""Marks in the tree a link whose address nobody has to find."""
_WRITTEN = "data-wiki"


def reference_element(reference: Reference, text: str | None = None, **attributes: str) -> etree.Element:
    """A placeholder for `reference`; its text is shown as it is, never as Markdown."""
    element = etree.Element(PLACEHOLDER, {_WRITTEN: str(reference), **attributes})
    element.text = AtomicString(reference.text if text is None else text)
    return element


def wiki_reference(element: etree.Element) -> Reference:
    """The reference that a placeholder stands for."""
    written = element.attrib.pop(_WRITTEN, "")
    embed = written.startswith("!")
    return Reference.wiki(written.removeprefix("!")[2:-2], embed=embed)
