"""Embeds of notes: `![[note]]`, `![[note#section]]`, `![[note#^block]]` become part of the page's own tree."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from macros.syntax.host import Host
from macros.vault import Missing, Reference
from macros.vault.inlines import Kind, Node

EMBEDDED_HEADINGS = tuple(f"embedded-h{level}" for level in range(1, 7))
"""The tags of headings in embeds until the table of contents is made: it lists the page's own."""
_AROUND = frozenset({Kind.EMPHASIS, Kind.STRONG, Kind.HIGHLIGHT, Kind.DELETION, Kind.HTML})
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

    @property
    def is_shown(self) -> bool:
        """False where a note would be shown within itself, or too deep."""
        return (self.path, self.fragment) not in self.trail and len(self.trail) <= MAX_DEPTH


def split_at_embeds(nodes: Iterable[Node], around: Passage, host: Host) -> Iterator[Passage | tuple[Node, ...]]:
    """`nodes` in parts: texts, without blanks at their ends, and the passages that embeds of notes show.

    Emphasis and elements of HTML around a passage end before it and go on behind it.
    """
    text: list[Node] = []
    for node in nodes:
        for part in _parts(node, around, host):
            if isinstance(part, Node):
                text.append(part)
            else:
                yield _trimmed(text)
                yield part
                text = []
    yield _trimmed(text)


def _parts(node: Node, around: Passage, host: Host) -> Iterator[Passage | Node]:
    """What `node` becomes: a passage, itself, or what it is before, between and behind the passages in it."""
    passage = _passage(node.reference, around, host) if node.reference and node.reference.embed else None
    if passage:
        yield passage if passage.is_shown else Node(Kind.WIKI, node.start, node.end, reference=passage.link)
    elif node.kind not in _AROUND or (node.tag and node.tag.name == "a"):
        yield node
    else:
        parts = list(split_at_embeds(node.children, around, host))
        for part in parts if len(parts) > 1 else ():
            if isinstance(part, Passage):
                yield part
            elif part:
                yield replace(node, children=part)
        if len(parts) == 1:
            yield node


def _passage(reference: Reference, around: Passage, host: Host) -> Passage | None:
    resolution = host.resolve(reference, around.path)
    if isinstance(resolution, Missing) or not host.is_note(resolution.path):
        return None
    fragment = host.fragment(resolution.path, reference)
    if fragment is None:
        return None
    return Passage(resolution.path, fragment, reference, (*around.trail, (around.path, around.fragment)))


def _trimmed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes` without the blanks at both ends, such as those around an embed."""
    found = [*nodes]
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while found and found[end].kind is Kind.TEXT and (text := strip(found[end].text)) != found[end].text:
            if text:
                found[end] = replace(found[end], text=text)
            else:
                del found[end]
    return tuple(found)


def show_headings(root: etree.Element) -> None:
    """Turn `<embedded-h2>` into `<h2>`, once the table of contents is made."""
    for element in root.iter():
        element.tag = element.tag.removeprefix("embedded-")
