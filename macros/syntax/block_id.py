"""The ids of blocks on their page."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.util import STX


def set_id(around: etree.Element, place: int, opened: etree.Element | None, name: str) -> None:
    """Give the id `name` to the element of a block: the one that it `opened`, or that at `place` in `around`."""
    element = opened
    if element is None:
        element = around[place] if len(around) > place else etree.SubElement(around, "p")
    if element.tag == "p" and (element.text or "").startswith(STX):  # raw HTML, which takes the place of its paragraph
        around[place] = box = etree.Element("div")
        box.append(element)
        element = box
    if element.get("id"):
        anchor = etree.Element("span")
        anchor.tail, element.text = element.text, None
        element.insert(0, anchor)
        element = anchor
    element.set("id", name)
