"""Elements of HTML inside of a text: each ends where its end tag is, or with the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.vault.html import VOID, Tag
from macros.vault.inlines.emphasis import DEEPEST, Run, emphasised
from macros.vault.inlines.node import Kind, Node

_WITHOUT_CHILDREN = VOID | {"iframe"}
"""Elements in which there is nothing: a frame without an end would swallow what follows."""


@dataclass(frozen=True, slots=True)
class TagAt:
    """A tag that waits for its partner."""

    tag: Tag


def nested(items: Sequence[Node | Run | TagAt], text: str, end: int) -> tuple[Node, ...]:
    """`items`, the parts of `text` up to `end`, as a tree of elements, emphasis and words.

    An end tag that nothing opened is left out.
    """
    levels: list[tuple[Tag | None, list[Node | Run]]] = [(None, [])]
    for item in items:
        if not isinstance(item, TagAt):
            levels[-1][1].append(item)
        elif not item.tag.closing:
            if item.tag.name in _WITHOUT_CHILDREN:
                levels[-1][1].append(Node(Kind.HTML, item.tag.start, item.tag.end, tag=item.tag))
            else:
                levels.append((item.tag, []))
        elif any(tag and tag.name == item.tag.name for tag, _ in levels):
            while (closed := levels[-1][0]) and closed.name != item.tag.name:
                _close(levels, text, item.tag.start)
            _close(levels, text, item.tag.end)
    while len(levels) > 1:
        _close(levels, text, end)
    return emphasised(levels[0][1], text)


def _close(levels: list[tuple[Tag | None, list[Node | Run]]], text: str, end: int) -> None:
    tag, items = levels.pop()
    children = emphasised(items, text)
    if tag and len(levels) <= DEEPEST:
        levels[-1][1].append(Node(Kind.HTML, tag.start, end, children=children, tag=tag))
    else:
        levels[-1][1].extend(children)
