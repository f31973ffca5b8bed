"""The text of nodes as a reader sees it, without marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from macros.vault.inlines.node import Kind, Node

CODE_OPENS, CODE_CLOSES = "\x0e", "\x0f"
_NO_MARKS = re.compile(f"[{CODE_OPENS}{CODE_CLOSES}]")
_FORMULAS = frozenset({Kind.MATH, Kind.DISPLAY_MATH})


def readable(nodes: Iterable[Node]) -> str:
    """What a reader sees of `nodes`, white space as it is."""
    return _NO_MARKS.sub("", readable_with_places(nodes)[0])


def readable_with_places(nodes: Iterable[Node]) -> tuple[str, Mapping[Node, tuple[int, int]]]:
    """What a reader sees of `nodes`, and where in it each of them, at whatever depth, has its start and its end.

    Code stands between `CODE_OPENS` and `CODE_CLOSES`, which no note has.
    """
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
    if node.kind is Kind.CODE:
        return f"{CODE_OPENS}{node.text.strip()}{CODE_CLOSES}"
    if node.kind in _FORMULAS:
        return node.text.strip()
    if node.kind is Kind.ADDRESS:
        return node.text
    if node.kind is Kind.TAG:
        return f"#{node.text}"
    if node.kind is Kind.WIKI and node.reference and not node.reference.embed:
        return node.reference.text
    return " " if node.tag and node.tag.name == "br" else ""
