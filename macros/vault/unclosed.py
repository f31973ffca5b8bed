"""A comment that nothing closes: it hides all up to the end of the note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from macros.vault.hidden import OPENS
from macros.vault.inlines import Kind, walk
from macros.vault.texts import Text

_OPEN = re.compile(OPENS)


def without_rest(body: str, tokens: Iterable[Token]) -> tuple[str, int] | None:
    """`body` up to the first `%%` that nothing closes, and its line (from 0); None where each has its partner.

    In a list or a quote it would hide no more than what is left of that: nobody means a part of a secret.
    """
    found = min(_open_marks(tokens), default=None)
    if found is None:
        return None
    lines = body.split("\n")
    line, before = found
    place = [mark.start() for mark in re.finditer("%%", lines[line])][before:][:1] or [0]
    return "\n".join([*lines[:line], lines[line][: place[0]].rstrip()]), line


def _open_marks(tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
    """Line (from 0) of each `%%` that opens a comment without an end, and how many stand before it in that line."""
    for token in tokens:
        if token.type == "comment" and not token.hidden and token.map:
            yield token.map[0], 0
        text: Text | None = token.meta.get("text")
        if text and "%%" in text.content:
            for place in _odd(text):
                before = text.content[:place]
                yield text.line + before.count("\n"), before[before.rfind("\n") + 1 :].count("%%")


def _odd(text: Text) -> Iterator[int]:
    for node in walk(text.nodes):
        if node.kind is Kind.TEXT and (found := _OPEN.search(text.content, node.start, node.end)):
            yield found.start()
