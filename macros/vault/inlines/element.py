"""Elements of HTML in a text. Each ends at its end tag, or with the emphasis or the text around it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.vault.html import LISTS, VOID
from macros.vault.inlines.emphasis import DEEPEST, Run, TagAt, element_at, emphasised
from macros.vault.inlines.node import Node


def nested(items: Sequence[Node | Run | TagAt], end: int) -> tuple[Node, ...]:
    """`items`, the parts of a text up to `end`, as a tree of elements, emphasis and words.

    An end tag that nothing opened is left out, and so is an item without a list.
    """
    found: list[Node | Run | TagAt] = []
    opened: list[int] = []
    """Where in `found` the tags stand that wait for their ends."""
    for item in items:
        if not isinstance(item, TagAt):
            found.append(item)
        elif not item.tag.closing and item.tag.name in VOID:
            found.append(element_at(item, item.tag.end, ()))
        elif not item.tag.closing and not _is_astray(item, found, opened):
            opened.append(len(found))
            found.append(item)
        elif item.tag.closing:
            _close(found, opened, item)
    return emphasised(found, end)


def _close(found: list[Node | Run | TagAt], opened: list[int], closing: TagAt) -> None:
    """Make one element of the last tag in `found` that `closing` ends, and of all behind it."""
    depth = next((i for i in reversed(range(len(opened))) if _name(found[opened[i]]) == closing.tag.name), -1)
    if depth < 0:
        return
    start = opened[depth]
    opening = found[start]
    children = emphasised(found[start + 1 :], closing.tag.start)
    del found[start:], opened[depth:]
    if isinstance(opening, TagAt) and depth < DEEPEST:
        found.append(element_at(opening, closing.tag.end, children))
    else:
        found.extend(children)


def _is_astray(item: TagAt, found: Sequence[Node | Run | TagAt], opened: Sequence[int]) -> bool:
    lists = LISTS.get(item.tag.name)
    return lists is not None and not any(_name(found[index]) in lists for index in opened)


def _name(item: Node | Run | TagAt) -> str:
    return item.tag.name if isinstance(item, TagAt) else ""
