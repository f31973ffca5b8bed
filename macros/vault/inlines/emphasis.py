"""Emphasis: `*a*`, `**a**`, `_a_`, `==a==` and `~~a~~`.

Source: CommonMark, "Emphasis and strong emphasis"; Tats Tanaka's amendment for Chinese, Japanese and Korean, by which a
letter of those counts as punctuation beside a mark, so that `**도커(Docker)**는` is strong; Obsidian Help, "Highlight".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from macros.vault.html import Tag
from macros.vault.inlines.node import Kind, Node

DEEPEST = 30
"""Levels of emphasis and of HTML within each other; what lies deeper is hostile, and its marks are left out."""
_EAST_ASIAN = re.compile(
    r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff01-\uffee\U00020000-\U0003ffff]"
)
_DOUBLE = MappingProxyType({"=": Kind.HIGHLIGHT, "~": Kind.DELETION})
_BY_LENGTH = (Kind.EMPHASIS, Kind.STRONG)


@dataclass(slots=True)
class Run:
    """Marks of one kind in a row at `source[start:end]`, and what they turn out to do."""

    mark: str
    start: int
    end: int
    can_open: bool
    can_close: bool
    left: int = 0
    """Marks that are not used."""
    opens: list[Kind] = field(default_factory=list)
    """The innermost first."""
    closes: list[Kind] = field(default_factory=list)
    """The innermost first."""

    @property
    def length(self) -> int:
        """The marks that the run has in the text."""
        return self.end - self.start

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Run:
        """The run at `text[start:end]`."""
        mark, before, after = text[start], text[start - 1 : start], text[end : end + 1]
        blank_before, blank_after = not before.strip(), not after.strip()
        if mark in _DOUBLE:
            return cls(mark, start, end, not blank_after, not blank_before, end - start)
        mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
        wide_before, wide_after = bool(_EAST_ASIAN.match(before)), bool(_EAST_ASIAN.match(after))
        left = not blank_after and (not mark_after or blank_before or mark_before or wide_before)
        right = not blank_before and (not mark_before or blank_after or mark_after or wide_after)
        if mark == "*":
            return cls(mark, start, end, left, right, end - start)
        return cls(
            mark, start, end, left and (not right or mark_before), right and (not left or mark_after), end - start
        )


@dataclass(frozen=True, slots=True)
class TagAt:
    """A tag of HTML whose element is not made yet."""

    tag: Tag
    text: str
    """As it is written."""


def element_at(opening: TagAt, end: int, children: tuple[Node, ...]) -> Node:
    """The element that `opening` opens and that ends at `end`."""
    return Node(Kind.HTML, opening.tag.start, end, opening.text, children, tag=opening.tag)


def emphasised(items: Sequence[Node | Run | TagAt], end: int) -> tuple[Node, ...]:
    """`items`, the parts of a text up to `end`, as a tree: pairs of runs have become nodes, the other marks text.

    A tag in it has no end of its own: its element ends with the emphasis around it, or at `end`.
    """
    _pair([item for item in items if isinstance(item, Run)])
    return _tree(items, end)


def _pair(runs: Iterable[Run]) -> None:
    openers: list[Run] = []
    barren: dict[tuple[str, bool, int], int] = {}
    """How far down a closing mark of a kind has to look: below that its partner was looked for in vain."""
    for run in runs:
        while run.can_close and run.left:
            key = (run.mark, run.can_open, run.left % 3)
            bottom = barren.get(key, 0)
            index = next((i for i in range(len(openers) - 1, bottom - 1, -1) if _are_partners(openers[i], run)), -1)
            if index < 0:
                barren[key] = len(openers)
                break
            _close(openers[index], run)
            del openers[index + (1 if openers[index].left and run.mark not in _DOUBLE else 0) :]
            barren = {kind: min(floor, len(openers)) for kind, floor in barren.items()}
        if run.can_open and run.left:
            openers.append(run)


def _are_partners(opener: Run, closer: Run) -> bool:
    if opener.mark != closer.mark:
        return False
    if opener.mark in _DOUBLE:
        return opener.left == closer.left == 2  # noqa: PLR2004 - `==` and `~~`
    either_may_do_both = opener.can_close or closer.can_open
    if not either_may_do_both or (opener.length + closer.length) % 3:
        return True
    return not (opener.length % 3 or closer.length % 3)


def _close(opener: Run, closer: Run) -> None:
    used = 2 if min(opener.left, closer.left) >= 2 else 1  # noqa: PLR2004 - strong
    kind = _DOUBLE.get(opener.mark) or _BY_LENGTH[used - 1]
    opener.opens.append(kind)
    closer.closes.append(kind)
    opener.left -= used
    closer.left -= used


class _Tree:
    """The open nodes, the innermost last."""

    def __init__(self) -> None:
        self._levels: list[tuple[Kind | TagAt, int, list[Node]]] = [(Kind.TEXT, 0, [])]

    @property
    def nodes(self) -> list[Node]:
        """What the innermost open node has."""
        return self._levels[-1][2]

    def open(self, kind: Kind | TagAt, start: int) -> None:
        self._levels.append((kind, start, []))

    def close(self, end: int) -> None:
        """End the innermost node at `end`."""
        kind, start, children = self._levels.pop()
        if len(self._levels) > DEEPEST:
            self.nodes.extend(children)
        elif isinstance(kind, TagAt):
            self.nodes.append(element_at(kind, end, tuple(children)))
        else:
            self.nodes.append(Node(kind, start, end, children=tuple(children)))

    def close_elements(self, end: int) -> None:
        """End the elements at `end` that are open in the innermost emphasis."""
        while isinstance(self._levels[-1][0], TagAt):
            self.close(end)


def _tree(items: Sequence[Node | Run | TagAt], end: int) -> tuple[Node, ...]:
    tree = _Tree()
    for item in items:
        if isinstance(item, Node):
            tree.nodes.append(item)
        elif isinstance(item, TagAt):
            tree.open(item, item.tag.start)
        else:
            _add(tree, item)
    tree.close_elements(end)
    return tuple(tree.nodes)


def _add(tree: _Tree, run: Run) -> None:
    position = run.start
    for kind in run.closes:
        tree.close_elements(position)
        position += 2 if kind is not Kind.EMPHASIS else 1
        tree.close(position)
    if run.left:
        tree.nodes.append(Node(Kind.TEXT, position, position + run.left, run.mark * run.left))
        position += run.left
    for kind in reversed(run.opens):
        tree.open(kind, position)
        position += 2 if kind is not Kind.EMPHASIS else 1


def _is_punctuation(letter: str) -> bool:
    return bool(letter) and unicodedata.category(letter)[0] in "PS"
