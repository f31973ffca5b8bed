"""Which known names an author may have meant, and how that is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from macros.language import NOTHING, Message, message
from macros.vault.names import fold

_ALIKE = 0.75
"""How alike (0 to 1, by difflib's ratio) two names must be."""


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The names of `known` nearest to `name`, the nearest first, as they are written.

    They are compared letter by letter of the Korean alphabet, not by syllables: 도거 is near to 도커.
    """
    by_letters = {_letters(candidate): candidate for candidate in known}
    return tuple(by_letters[match] for match in get_close_matches(_letters(name), by_letters, most, _ALIKE))


def did_you_mean(names: Iterable[str]) -> Message:
    """A question that offers `names`; nothing where there are none."""
    offered = ", ".join(f"'{name}'" for name in names)
    return message("suggest.did-you-mean", names=offered) if offered else NOTHING


def with_way_out(fact: Message, way_out: Message) -> Message:
    """`fact`, and behind it the way out in brackets where there is one."""
    return message("problem.with-way-out", fact=fact, way_out=way_out) if way_out else fact


def _letters(name: str) -> str:
    return unicodedata.normalize("NFD", fold(name))
