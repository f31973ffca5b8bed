"""What HTML in a note is made of: tags, text, what is hidden, and elements that are shown as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from macros import markup
from macros.vault.html import ELEMENTS, Tag

OWN_ELEMENTS = frozenset({markup.COMPARE, markup.DIAGRAM, markup.FIND, markup.MATH, markup.PATH, markup.RUN})
"""What our own macros and syntaxes write."""


class Kind(Enum):
    """What a piece is."""

    TEXT = auto()
    TAG = auto()
    HIDDEN = auto()
    """A comment, a script, a declaration: no reader sees it."""
    LITERAL = auto()
    """Text in which marks mean nothing; it is the only piece inside."""
    MEDIA = auto()
    """A film, a sound or a frame up to its end; inside are the tags of its files."""
    DRAWING = auto()
    """A drawing up to its end; inside are its shapes and texts."""
    FORMULA = auto()
    """MathML up to its end; inside are its texts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` is of `kind`."""

    kind: Kind
    start: int
    end: int
    tag: Tag | None = None
    """The tag that it is, or opens with."""
    inside: tuple[Piece, ...] = ()


def is_element(name: str) -> bool:
    """True for a name, in small letters, that is one of HTML or our own; any other is a word in angle brackets."""
    return name in ELEMENTS or name in OWN_ELEMENTS


def closing(names: Sequence[str], place: int) -> Iterator[Piece]:
    """End tags at `place` for open elements, the innermost first."""
    return (Piece(Kind.TAG, place, place, Tag(name, place, place, closing=True)) for name in reversed(names))
