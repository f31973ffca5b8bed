"""The letters under which a long list is looked through: ㄱㄴㄷ, A–Z, numbers, as a dictionary has them."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

KOREAN = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
LATIN = string.ascii_uppercase
DIGITS = "0–9"
OTHERS = ""
"""The letter of what begins with none of the others."""
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The groups of a Korean dictionary, by the initial consonant of a syllable: ㄲ is sorted under ㄱ."""
_DOUBLES = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
_SIGNS = re.compile(r"^[\W_]+(?=\w)")
"""What stands before the first letter of a title: 🌎, a bracket."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FEW = 8
"""One title in so many has to be of an alphabet, or the alphabet is not shown."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of one list in their order; the last is `OTHERS`."""

    letters: tuple[str, ...]

    @classmethod
    def of(cls, titles: Collection[str]) -> Alphabet:
        """Korean, A–Z, years and numbers, each where enough of `titles` are of it.

        Letters are those of the whole alphabet, with notes or without, and the others are always there: so one more
        note changes nothing of what each page of its folder shows.
        """
        found = Counter(map(_letter, titles))
        years = sorted(filter(_YEAR.fullmatch, found))
        kinds = (*KOREAN,), (*LATIN,), (*years,), (DIGITS,)
        shown = (kind for kind in kinds if kind and sum(found[letter] for letter in kind) * _FEW >= len(titles))
        return cls((*(letter for kind in shown for letter in kind), OTHERS))

    def letter(self, title: str) -> str:
        """The letter under which `title` is found."""
        letter = _letter(title)
        if letter not in self.letters and _YEAR.match(letter):
            letter = DIGITS
        return letter if letter in self.letters else OTHERS


def letter_of(title: str) -> str:
    """What a dictionary has `title` under: ㄱ to ㅎ, A to Z, `DIGITS`, or `OTHERS`."""
    first = unicodedata.normalize("NFC", title[:4])[:1]
    if "가" <= first <= "힣":
        return _INITIALS[(ord(first) - ord("가")) // 588]
    if first and (consonant := first.translate(_DOUBLES)) in KOREAN:
        return consonant
    plain = unicodedata.normalize("NFKD", first)[:1].upper()  # É is under E
    if plain and plain in LATIN:
        return plain
    return DIGITS if plain.isdecimal() else OTHERS


def _letter(title: str) -> str:
    """The year that `title` begins with, as that of a daily note does, or its letter."""
    bare = _SIGNS.sub("", title)
    return found[0] if (found := _YEAR.match(bare)) else letter_of(bare)
