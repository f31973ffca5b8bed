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


def emphasised(items: Sequence[Node | Run], text: str) -> tuple[Node, ...]:
    """`items` of `text` as a tree: pairs of runs have become nodes, the other marks text."""
    _pair([item for item in items if isinstance(item, Run)])
    return _tree(items, text)


def _pair(runs: Iterable[Run]) -> None:
    openers: list[Run] = []
    barren: dict[tuple[str, bool, int], int] = {}
    """Where a mark of a kind looked for its partner in vain: it need not look below."""
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
            barren = {of: min(floor, len(openers)) for of, floor in barren.items()}
        if run.can_open and run.left:
            openers.append(run)


def _are_partners(opener: Run, closer: Run) -> bool:
    if opener.mark != closer.mark:
        return False
    if opener.mark in _DOUBLE:
        return opener.left == closer.left == 2  # noqa: PLR2004 - `==` and `~~`
    both = (opener.can_close or closer.can_open) and (len_of(opener) + len_of(closer)) % 3 == 0
    return not both or (len_of(opener) % 3 == 0 and len_of(closer) % 3 == 0)


def len_of(run: Run) -> int:
    """The marks that the run has in the text."""
    return run.end - run.start


def _close(opener: Run, closer: Run) -> None:
    used = 2 if min(opener.left, closer.left) >= 2 else 1  # noqa: PLR2004 - strong
    kind = _DOUBLE.get(opener.mark) or _BY_LENGTH[used - 1]
    opener.opens.append(kind)
    closer.closes.append(kind)
    opener.left -= used
    closer.left -= used


def _tree(items: Sequence[Node | Run], text: str) -> tuple[Node, ...]:
    levels: list[tuple[Kind, int, list[Node]]] = [(Kind.TEXT, 0, [])]
    for item in items:
        if isinstance(item, Node):
            levels[-1][2].append(item)
            continue
        position = item.start
        for kind in item.closes:
            position += 2 if kind is not Kind.EMPHASIS else 1
            _, start, children = levels.pop()
            levels[-1][2].extend(
                [Node(kind, start, position, children=tuple(children))] if len(levels) <= DEEPEST else children
            )
        if item.left:
            levels[-1][2].append(Node(Kind.TEXT, position, position + item.left, item.mark * item.left))
            position += item.left
        for kind in reversed(item.opens):
            levels.append((kind, position, []))
            position += 2 if kind is not Kind.EMPHASIS else 1
    return tuple(levels[0][2])


def _is_punctuation(letter: str) -> bool:
    return bool(letter) and unicodedata.category(letter)[0] in "PS"
