"""Embeds of notes: `![[note]]`, `![[note#section]]`, `![[note#^block]]` become part of the page's own tree."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown.treeprocessors import Treeprocessor

from macros.syntax.host import Host
from macros.vault import Missing, Reference
from macros.vault.inlines import is_too_dense, spans

EMBEDDED_HEADINGS = tuple(f"embedded-h{level}" for level in range(1, 7))
"""The tags of headings in embeds until the table of contents is made: it lists the page's own."""
MAX_DEPTH = 5
"""Embeds within embeds that are shown; the next one is a link, as in Obsidian."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of a note that is shown on a page: the page's own, or what an embed shows."""

    path: str
    fragment: str = ""
    reference: Reference | None = None
    trail: tuple[tuple[str, str], ...] = ()
    """Path and fragment of the passages around it, the page first."""

    @property
    def link(self) -> Reference:
        """The link that stands for the passage."""
        return replace(self.reference or Reference(self.path), embed=False)


def split_at_embeds(content: str, around: Passage, host: Host) -> Iterator[str | Passage]:
    """`content` in parts: text, and the passages that the embeds of notes in it show.

    An embed that would show a note within itself, or lies too deep, is left as a link.
    """
    position = 0
    for span in () if "![" not in content or is_too_dense(content) else spans(content):
        if not span.reference or not span.reference.embed:
            continue
        passage = _passage(span.reference, around, host)
        if passage:
            yield content[position : span.start]
            shown = (passage.path, passage.fragment) not in passage.trail and len(passage.trail) <= MAX_DEPTH
            yield passage if shown else str(passage.link)
            position = span.end
    yield content[position:]


def _passage(reference: Reference, around: Passage, host: Host) -> Passage | None:
    resolution = host.resolve(reference, around.path)
    if isinstance(resolution, Missing) or not host.is_note(resolution.path):
        return None
    fragment = host.fragment(resolution.path, reference)
    if fragment is None:
        return None
    return Passage(resolution.path, fragment, reference, (*around.trail, (around.path, around.fragment)))


class EmbeddedHeadings(Treeprocessor):
    """Turns `<embedded-h2>` into `<h2>` once the table of contents is made."""

    def run(self, root: etree.Element) -> None:
        """Rename the elements in place."""
        for element in root.iter():
            element.tag = element.tag.removeprefix("embedded-")
