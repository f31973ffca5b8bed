"""The text of nodes as a reader sees it, without marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import unescape

from macros.vault.inlines.node import Kind, Node

_SAYS_ITSELF = frozenset({Kind.CODE, Kind.MATH, Kind.DISPLAY_MATH})


def readable(nodes: Iterable[Node]) -> str:
    """What a reader sees of `nodes`, white space as it is."""
    return readable_with_places(nodes)[0]


def readable_with_places(nodes: Iterable[Node]) -> tuple[str, Mapping[Node, tuple[int, int]]]:
    """What a reader sees of `nodes`, and where in it each of them, at whatever depth, has its start and its end."""
    parts: list[str] = []
    places: dict[Node, tuple[int, int]] = {}
    _write(nodes, parts, places, 0)
    return "".join(parts), places


def _write(nodes: Iterable[Node], parts: list[str], places: dict[Node, tuple[int, int]], length: int) -> int:
    for node in nodes:
        start = length
        seen = _seen(node)
        parts.append(seen)
        length += len(seen)
        if node.kind is not Kind.INLINE_FOOTNOTE:
            length = _write(node.children, parts, places, length)
        places[node] = (start, length)
    return length


def _seen(node: Node) -> str:
    """What a node says beside its children."""
    if node.kind is Kind.TEXT:
        return unescape(node.text)
    if node.kind in _SAYS_ITSELF:
        return node.text.strip()
    if node.kind is Kind.ADDRESS:
        return node.text
    if node.kind is Kind.TAG:
        return f"#{node.text}"
    if node.kind is Kind.WIKI and node.reference and not node.reference.embed:
        return node.reference.text
    return " " if node.tag and node.tag.name == "br" else ""
