"""Every element of HTML in a note ends: where its author ended it, or with its block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from macros.vault.html import LISTS, VOID, Tag
from macros.vault.html_piece import Kind, Piece, closing

_MAY_STAY_OPEN = frozenset("caption colgroup dd dt li p rb rp rt rtc tbody td tfoot th thead tr".split())
"""Elements that HTML ends by itself when the element around them ends, or the next one of their kind begins."""


@dataclass(slots=True)
class _Block:
    pieces: Sequence[Piece]
    extra: dict[int, list[Piece]] = field(default_factory=dict)
    """End tags to be added before a piece, by its index."""
    dropped: set[int] = field(default_factory=set)
    """End tags that end nothing, and items without a list."""

    def balanced(self) -> tuple[Piece, ...]:
        made: list[Piece] = []
        for index, piece in enumerate(self.pieces):
            made += self.extra.get(index, ())
            if index not in self.dropped:
                made.append(piece)
        return (*made, *self.extra.get(len(self.pieces), ()))


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    block: _Block
    index: int
    """Which of the pieces of its block it is."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is open in one list item or quote, the innermost last, and how many of each name."""

    opened: list[_Open] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    across: list[tuple[_Open, _Block, int]] = field(default_factory=list)
    """Elements that were ended in another block, each with that block, and with the place of its end tag there."""

    def push(self, element: _Open) -> None:
        self.opened.append(element)
        self.count[element.name] += 1

    def pop(self) -> _Open:
        element = self.opened.pop()
        self.count[element.name] -= 1
        return element

    def end_with_its_block(self, element: _Open) -> None:
        """End `element`, and what was opened in it, where its block ends: nothing of it goes on below."""
        inside = [of for of in self.across if of[0].block is element.block and of[0].index > element.index]
        for inner, block, index in reversed(inside):
            _end(inner)
            block.dropped.add(index)
            self.across.remove((inner, block, index))
        _end(element)


class Balance:
    """Finds out which tags of the blocks of one text belong together.

    An element may be opened in one block of HTML and ended in another one of the same list item or quote, with
    Markdown in between. What nobody ends, ends with its block: the rest of the note is not in it.
    """

    def __init__(self) -> None:
        """Begin outside of every list and quote."""
        self._blocks: list[_Block] = []
        self._frames = [_Frame()]

    def add(self, pieces: Sequence[Piece]) -> None:
        """Go on with a block of HTML."""
        block = _Block(pieces)
        self._blocks.append(block)
        frame = self._frames[-1]
        for index, piece in enumerate(pieces):
            tag = piece.tag
            if piece.kind is not Kind.TAG or tag is None or tag.name in VOID:
                continue
            if tag.closing:
                _close(frame, tag, block, index)
            elif tag.name in LISTS and not any(frame.count[name] for name in LISTS[tag.name]):
                block.dropped.add(index)
            else:
                if frame.opened and frame.opened[-1].name == tag.name and tag.name in _MAY_STAY_OPEN:
                    frame.pop()
                frame.push(_Open(tag.name, block, index))

    def enter(self) -> None:
        """Go into a list item, a quote, a cell."""
        self._frames.append(_Frame())

    def leave(self) -> None:
        """Come out of it: what is still open in it has no end."""
        frame = self._frames.pop()
        for element in reversed(frame.opened):
            frame.end_with_its_block(element)

    def finish(self) -> list[tuple[Piece, ...]]:
        """The pieces of each block in the order of `add`, in which every element ends."""
        while self._frames:
            self.leave()
        return [block.balanced() for block in self._blocks]


def _close(frame: _Frame, tag: Tag, block: _Block, index: int) -> None:
    if not frame.count[tag.name]:
        block.dropped.add(index)
        return
    while (element := frame.pop()).name != tag.name:
        if element.block is block or element.name in _MAY_STAY_OPEN:
            block.extra.setdefault(index, []).extend(closing([element.name], tag.start))
        else:
            frame.end_with_its_block(element)
    if element.block is not block:
        frame.across.append((element, block, index))


def _end(element: _Open) -> None:
    if element.name != "p":  # whatever comes next ends a paragraph, and `</p>` behind that would make another one
        place = element.block.pieces[-1].end
        element.block.extra.setdefault(len(element.block.pieces), []).extend(closing([element.name], place))
