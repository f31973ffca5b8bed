"""The text of a block, read once for the index and the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.vault.inlines.brackets import Destination
from macros.vault.inlines.dense import MOST_MARKS, has_marks, is_too_dense, read_dense
from macros.vault.inlines.node import Kind, Node, walk
from macros.vault.inlines.readable import CODE_CLOSES, CODE_OPENS, readable, readable_with_places
from macros.vault.inlines.scanner import Known, Scanner

__all__ = [
    "CODE_CLOSES",
    "CODE_OPENS",
    "MOST_MARKS",
    "Destination",
    "Kind",
    "Known",
    "Node",
    "in_one_line",
    "is_too_dense",
    "leaves_open",
    "opaque",
    "plain_text",
    "read_inlines",
    "readable",
    "readable_with_places",
    "walk",
]

NOTHING_KNOWN = Known()
_OPAQUE = frozenset({Kind.CODE, Kind.COMMENT, Kind.MATH, Kind.DISPLAY_MATH, Kind.PLUGIN})


def read_inlines(text: str, known: Known = NOTHING_KNOWN) -> tuple[Node, ...]:
    """The nodes of `text`, which cover all of it in order. Never fails.

    Of a text that is too dense only words and comments are read.
    """
    if not has_marks(text):
        return (Node(Kind.TEXT, 0, len(text), text),) if text else ()
    if is_too_dense(text):
        return tuple(read_dense(text))
    return Scanner(text, known).read(0, len(text))


def leaves_open(text: str, mark: str) -> bool:
    """True when `text` ends within what `mark` opened in a line: a comment, `%%` or `<!--`, or a formula, `$$`."""
    if mark not in text:
        return False
    closing = "-->" if mark == "<!--" else mark
    closed = read_inlines(f"{text}\n{closing}")
    last = [node for node in walk(closed) if node.end == len(text) + 1 + len(closing)]
    return any(node.kind in (Kind.COMMENT, Kind.DISPLAY_MATH) and node.start < len(text) for node in last)


def opaque(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part of `text` in which marks mean nothing: code, comments, formulas, commands."""
    return ((node.start, node.end) for node in walk(read_inlines(text)) if node.kind in _OPAQUE)


def in_one_line(nodes: Iterable[Node]) -> str:
    """What a reader sees of `nodes` in one line: for heading ids, titles and descriptions."""
    return " ".join(readable(nodes).split())


@lru_cache(maxsize=10_000)
def plain_text(text: str) -> str:
    """What a reader sees of the Markdown `text`, in one line."""
    return in_one_line(read_inlines(text))
