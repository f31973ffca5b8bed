"""Elements of HTML inside of a text: each ends where its end tag is, or with the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.vault.html import VOID, Tag
from macros.vault.inlines.emphasis import DEEPEST, Run, emphasised
from macros.vault.inlines.node import Kind, Node


@dataclass(frozen=True, slots=True)
class TagAt:
    """A tag that waits for its partner."""

    tag: Tag
    text: str
    """As it is written."""


_Level = tuple[TagAt | None, list[Node | Run]]
"""The tag that is open, and what it has so far."""


def nested(items: Sequence[Node | Run | TagAt], text: str, end: int) -> tuple[Node, ...]:
    """`items`, the parts of `text` up to `end`, as a tree of elements, emphasis and words.

    An end tag that nothing opened is left out.
    """
    levels: list[_Level] = [(None, [])]
    for item in items:
        if not isinstance(item, TagAt):
            levels[-1][1].append(item)
        elif not item.tag.closing:
            if item.tag.name in VOID:
                levels[-1][1].append(_element(item, item.tag.end, ()))
            else:
                levels.append((item, []))
        elif any(opening and opening.tag.name == item.tag.name for opening, _ in levels):
            while (opening := levels[-1][0]) and opening.tag.name != item.tag.name:
                _close(levels, text, item.tag.start)
            _close(levels, text, item.tag.end)
    while len(levels) > 1:
        _close(levels, text, end)
    return emphasised(levels[0][1], text)


def _close(levels: list[_Level], text: str, end: int) -> None:
    opening, items = levels.pop()
    children = emphasised(items, text)
    if opening and len(levels) <= DEEPEST:
        levels[-1][1].append(_element(opening, end, children))
    else:
        levels[-1][1].extend(children)


def _element(opening: TagAt, end: int, children: tuple[Node, ...]) -> Node:
    return Node(Kind.HTML, opening.tag.start, end, opening.text, children, tag=opening.tag)
