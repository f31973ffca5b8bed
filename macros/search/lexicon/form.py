"""One form of a term, and where it stands in a text."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from macros.search.words import fold_text, forms, runs
from macros.vault.korean import ends_word

_SIGNS = re.compile(r"[!-~]*[!-,./:-@\[-^`{-~][!-~]*")
"""A form with signs in it, `C++`, that the index has as such. A hyphen is a blank."""
_BETWEEN = "[ _/-]?"
"""What may stand between two words of a form."""


@dataclass(frozen=True)
class Form:
    """`readiness probe`: the runs of one script that it has, small, or itself where it has signs."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Form:
        """The form that is written so in the lexicon."""
        folded = fold_text(text)
        return cls((folded,) if _SIGNS.fullmatch(folded) else tuple(runs(folded)))

    def __str__(self) -> str:
        """`readiness probe`."""
        return " ".join(self.words)

    @property
    def is_phrase(self) -> bool:
        """True when it has several words: the index has them one by one."""
        return len(self.words) > 1

    @property
    def first(self) -> str:
        """Its first word, as the index has it."""
        return forms(self.words[0])[0]

    @cached_property
    def joined(self) -> str:
        """The form without blanks."""
        return "".join(self.words)

    @cached_property
    def key(self) -> str:
        """The word by which the index has it: 게이트웨이 as 게이트웨, which is what it takes for its stem."""
        *first, last = self.words
        return "".join(first) + _last_form(last)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The same, and an English plural."""
        return (self.key, f"{self.key}s") if self.key.isascii() and self.key[-1:].isalpha() else (self.key,)

    def may_be_in(self, words: Container[str]) -> bool:
        """False when `words` of a text, without their particles, lack one of its own."""
        *first, last = self.words
        ends = (*forms(last), f"{last}s")
        is_short = len(last) == 1  # so short a word has its particles in the index
        return all(forms(word)[0] in words for word in first) and (is_short or any(end in words for end in ends))

    def count(self, folded: str) -> int:
        """How often it stands in a text that `fold_text` gave, as words of their own, with particles or without."""
        return sum(ends_word(folded, found.end()) for found in self._pattern.finditer(folded))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        plural = "s?" if self.words[-1].isascii() else ""
        return re.compile(r"(?<![^\W_])" + _BETWEEN.join(map(re.escape, self.words)) + plural)


def _last_form(word: str) -> str:
    """The longest of the forms that the index has of a word."""
    return forms(word)[-1] if word.isalnum() else word
