"""The text of nodes as a reader sees it, without marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from macros.vault.inlines.node import Kind, Node

CODE_OPENS, CODE_CLOSES = "\x0e", "\x0f"
_NO_MARKS = re.compile(f"[{CODE_OPENS}{CODE_CLOSES}]")


def readable(nodes: Iterable[Node]) -> str:
    """What a reader sees of `nodes`, white space as it is."""
    return _NO_MARKS.sub("", readable_with_places(nodes)[0])


def readable_with_places(nodes: Iterable[Node]) -> tuple[str, Mapping[Node, tuple[int, int]]]:
    """What a reader sees of `nodes`, and where in that each node, nested ones too, starts and ends.

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
    match node.kind:
        case Kind.TEXT:
            seen = unescape(node.text)
        case Kind.CODE:
            seen = f"{CODE_OPENS}{node.text.strip()}{CODE_CLOSES}"
        case Kind.MATH | Kind.DISPLAY_MATH:
            seen = node.text.strip()
        case Kind.ADDRESS | Kind.CALL:
            seen = node.text
        case Kind.TAG:
            seen = f"#{node.text}"
        case Kind.WIKI:
            seen = node.reference.text if node.reference and not node.reference.embed else ""
        case _:
            seen = " " if node.tag and node.tag.name == "br" else ""
    return seen
