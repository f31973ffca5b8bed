"""Wiki links: `[[note]]`, `[[note#section|label]]`, `![[file]]` wherever inline text goes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from macros.vault import Reference
from macros.vault.inlines import WIKILINK

PLACEHOLDER = "kb-reference"
"""The tag of a reference that is not resolved yet."""


class WikilinkProcessor(InlineProcessor):
    """Parses a wiki link; where it leads is found out by `macros.syntax.resolve`, which knows the note around it."""

    def __init__(self) -> None:
        """Look for `[[…]]` that no backslash stands before."""
        super().__init__(rf"(?<!\\)(!?){WIKILINK}")

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """Leave a placeholder that keeps what the author wrote, code in it (`#Use `npm``) as its text."""
        inner = str(self.unescape(m[2]))
        return reference_element(Reference.wiki(inner, embed=bool(m[1]))), m.start(), m.end()


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
