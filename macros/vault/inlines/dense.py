"""Texts with too many marks: they are shown as words, so that no text costs more than its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from macros.vault.inlines.node import Kind, Node
from macros.vault.inlines.source import Source

MOST_MARKS = 2_000
"""Marks that one block of text may have. Nobody writes more, and each costs as much as a paragraph."""
_MARK = re.compile(r"[\\`*_\[<&#$%=~@{]|://|[Ww]{3}\.")


def has_marks(text: str) -> bool:
    """False for a text that is nothing but words."""
    return bool(_MARK.search(text))


def is_too_dense(text: str) -> bool:
    """True when `text` has too many marks; it is then shown as it is.

    What stands in a comment or in a tag of HTML, such as a picture written into its address, costs nothing.
    """
    return len(text) > MOST_MARKS and any(islice(_marks(text), MOST_MARKS, None))


def read_dense(text: str) -> Iterator[Node]:
    """The nodes of a text that is too dense: words and comments. A comment stays hidden, whatever is around it."""
    source, shown = Source(text), 0
    for start in _places(text):
        end = source.comment_end(start) if start >= shown else -1
        if end >= 0:
            yield from _words(text, shown, start)
            yield Node(Kind.COMMENT, start, end, text[start:end])
            shown = end
    yield from _words(text, shown, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Node]:
    if start < end:
        yield Node(Kind.TEXT, start, end, text[start:end].replace("&", "&amp;"))


def _places(text: str) -> Iterator[int]:
    return (found.start() for found in re.finditer("%%|<!--", text))


def _marks(text: str) -> Iterator[re.Match[str]]:
    source, position = Source(text), 0
    while mark := _MARK.search(text, position):
        yield mark
        position = mark.end()
        if mark[0] in ("%", "<"):
            tag = source.html(mark.start()) if mark[0] == "<" else None
            position = max(position, source.comment_end(mark.start()), tag.tag.end if tag and tag.tag else 0)
