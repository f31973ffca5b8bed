"""The footnotes of a page, numbered as a reader meets them, in the markup that the theme styles."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from markdown.util import AtomicString

from macros.syntax.inline import append_text
from macros.syntax.reference import SETTLED

_WAY_BACK = "↩"
Write = Callable[[etree.Element], None]
"""Appends the words of a footnote to an element."""


@dataclass(slots=True)
class _Footnote:
    name: str
    number: int
    write: Write
    references: int = 0


class Footnotes:
    """Of one page, together with what it embeds: each text gives its footnotes names that no other has."""

    def __init__(self, back: str) -> None:
        """`back` says where the way back from the footnote with the number `{}` leads."""
        self._back = back
        self._met: dict[str, _Footnote] = {}

    def reference(self, name: str, write: Write) -> etree.Element:
        """The raised number of the footnote `name`, whose words are written when the page is at its end."""
        footnote = self._met.setdefault(name, _Footnote(name, len(self._met) + 1, write))
        footnote.references += 1
        raised = etree.Element("sup", {"id": _reference_id(name, footnote.references)})
        link = etree.SubElement(raised, "a", {"class": "footnote-ref", "href": f"#fn:{name}", SETTLED: ""})
        link.text = AtomicString(str(footnote.number))
        return raised

    def finish(self, root: etree.Element) -> None:
        """Append the list of all footnotes to `root`: words may refer to further ones."""
        if not self._met:
            return
        box = etree.SubElement(root, "div", {"class": "footnote"})
        etree.SubElement(box, "hr")
        numbered = etree.SubElement(box, "ol")
        written: list[tuple[_Footnote, etree.Element]] = []
        while waiting := [*islice(self._met.values(), len(written), None)]:
            for footnote in waiting:
                item = etree.SubElement(numbered, "li", {"id": f"fn:{footnote.name}"})
                footnote.write(item)
                written.append((footnote, item))
        for footnote, item in written:
            self._lead_back(footnote, item)

    def _lead_back(self, footnote: _Footnote, item: etree.Element) -> None:
        """Put the ways back behind the last words of `item`."""
        last = item[-1] if len(item) and item[-1].tag == "p" else etree.SubElement(item, "p")
        append_text(last, "\u00a0")
        title = self._back.format(footnote.number)
        for count in range(1, footnote.references + 1):
            if count > 1:
                append_text(last, " ")
            address = f"#{_reference_id(footnote.name, count)}"
            link = etree.SubElement(
                last, "a", {"class": "footnote-backref", "href": address, "title": title, SETTLED: ""}
            )
            link.text = AtomicString(_WAY_BACK)


def _reference_id(name: str, count: int) -> str:
    return f"fnref{count if count > 1 else ''}:{name}"
