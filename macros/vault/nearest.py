"""Which known names an author may have meant, and how that is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rapidfuzz.distance.Indel import normalized_similarity
from rapidfuzz.process import extract

from macros.language import NOTHING, Message, message
from macros.vault.names import fold

_ALIKE = 0.75
"""How alike two names must be, from 0 to 1: of the letters of both, the share that stands in the same order in both."""


class KnownNames:
    """Names that were made ready once to be compared with many others."""

    def __init__(self, known: Iterable[str]) -> None:
        """Of `known` names that differ in case or form alone the last one counts."""
        self._by_letters = {_letters(name): name for name in known}
        self._letters = [*self._by_letters]

    def nearest(self, name: str, most: int = 3) -> tuple[str, ...]:
        """See `nearest`."""
        found = extract(_letters(name), self._letters, scorer=normalized_similarity, score_cutoff=_ALIKE, limit=most)
        return tuple(self._by_letters[letters] for letters, *_ in found)


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The names of `known` nearest to `name`, the nearest first, as they are written; of equals the one known first.

    They are compared letter by letter of the Korean alphabet, not by syllables: 도거 is near to 도커.
    """
    return KnownNames(known).nearest(name, most)


def did_you_mean(names: Iterable[str]) -> Message:
    """A question that offers `names`; nothing where there are none."""
    offered = ", ".join(f"'{name}'" for name in names)
    return message("suggest.did-you-mean", names=offered) if offered else NOTHING


def with_way_out(fact: Message, way_out: Message) -> Message:
    """`fact`, and behind it the way out in brackets where there is one."""
    return message("problem.with-way-out", fact=fact, way_out=way_out) if way_out else fact


def _letters(name: str) -> str:
    return unicodedata.normalize("NFD", fold(name))
