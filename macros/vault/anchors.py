"""Anchors that a note sets itself: `<a id="x"></a>`, `<a name="x">`, or another element of HTML with an id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from macros.vault.blocks import Blocks
from macros.vault.html import FORBIDDEN, Tag
from macros.vault.html_piece import Kind as PieceKind
from macros.vault.inlines import readable, walk
from macros.vault.names import is_reserved_id
from macros.vault.silent import is_silent
from macros.vault.texts import text_of

_CHANGED = FORBIDDEN | {"img"}
"""Elements that are not on the page as their author wrote them."""
_NO_TARGET = re.compile(r".*\s|\Z", re.DOTALL)
"""No id has a blank."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id in the HTML of a note, and the lines (from 0, end excluded) that an embed of it shows."""

    name: str
    line: int
    end: int


def anchors_of(blocks: Blocks) -> Iterator[Anchor]:
    """The anchors of a note in order. One that has its block to itself stands for the next block, or section."""
    ends = {heading.line: heading.end for heading in blocks.headings}
    line, end = 0, 0
    for index, token in enumerate(blocks.tokens):
        if token.map and token.type != "inline":
            line, end = token.map
        names = list(_names(token)) if token.type in ("html_block", "inline") else []
        if names:
            last = _next_end(blocks.tokens[index:], end, ends) if _is_alone(token) else ends.get(line, end)
            yield from (Anchor(name, line, last) for name in names)


def _names(token: Token) -> Iterator[str]:
    """The ids that tags in a block of HTML, or in a line, have on the page."""
    for tag in _tags(token):
        for key in ("id", "name") if tag.name == "a" else ("id",):
            name = tag.get(key)  # a reserved one is taken out
            if name and not (_NO_TARGET.match(name) or is_reserved_id(name)):
                yield name


def _tags(token: Token) -> Iterator[Tag]:
    if token.type == "html_block":
        tags = (piece.tag for piece in token.meta["html"] if piece.kind is PieceKind.TAG)
    else:
        tags = (node.tag for node in walk(text_of(token).nodes))
    return (tag for tag in tags if tag and not tag.closing and tag.name not in _CHANGED)


def _is_alone(token: Token) -> bool:
    return is_silent(token.content) if token.type == "html_block" else not readable(text_of(token).nodes).strip()


def _next_end(tokens: Sequence[Token], end: int, ends: dict[int, int]) -> int:
    following = (token.map for token in tokens if token.map and token.nesting >= 0 and token.map[0] >= end)
    for start, stop in following:
        return ends.get(start, stop)
    return end
