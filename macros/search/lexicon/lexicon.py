"""Sets of forms that mean the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from macros.search.lexicon.form import Form
from macros.search.words import fold_text
from macros.vault.korean import done_nouns

_SHORT = 4
"""Letters of an abbreviation."""
_FILE = Path(__file__).with_name("terms.txt")


@dataclass(frozen=True)
class Lexicon:
    """Terms, each with the forms that mean the same."""

    terms: tuple[tuple[Form, ...], ...]

    @classmethod
    def read(cls, lines: Iterable[str]) -> Lexicon:
        """The lexicon that `lines` say: `deadlock = 교착 상태 = 데드락`; what begins with `#` is a comment."""
        written = (line for line in map(str.strip, lines) if line and not line.startswith("#"))
        return cls(tuple(tuple(map(Form.of, line.split(" = "))) for line in written))

    @cached_property
    def in_english(self) -> Lexicon:
        """The same without forms in Korean."""
        terms = (tuple(form for form in term if form.joined.isascii()) for term in self.terms)
        return Lexicon(tuple(term for term in terms if len(term) > 1))

    def phrases(self, text: str, words: Counter[str]) -> Mapping[str, int]:
        """The forms of several words in `text`, as the index has them, and how often; `words` are those of `text`."""
        found: dict[str, int] = {}
        folded = ""
        for first in self._phrases.keys() & words.keys():
            for form in self._phrases[first]:
                if form.may_be_in(words):
                    folded = folded or fold_text(text)
                    if count := form.count(folded):
                        found[form.key] = found.get(form.key, 0) + count
        return found

    def synonyms(self, known: Iterable[str], glossary: Mapping[str, Collection[str]]) -> Mapping[str, tuple[str, ...]]:
        """For words of the index those that mean the same and are `known` in the vault.

        `glossary` has for each name that the vault explains its other names, without blanks. Where it gives a short
        form other names, and none of them is of the set, that means something else here and leaves the set.
        """
        found: dict[str, tuple[str, ...]] = {}
        there_as = {noun for word in known for noun in self.of(word)}
        for term in self.terms:
            forms = [form for form in term if _means_the_same(form, term, glossary.get(form.joined, ()))]
            there = [word for form in forms for word in form.keys if word in there_as]
            for form in forms if there else ():
                if others := tuple(dict.fromkeys(word for word in there if word not in form.keys)):
                    found[form.key] = others
        return found

    def of(self, word: str) -> Iterator[str]:
        """The forms, as the index has them, that a word of it is, or is the verb of: 역직렬화 of 역직렬화할."""
        if word in self._words:
            yield word
        yield from (noun for noun in done_nouns(word) if noun in self._words)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for term in self.terms for form in term for word in form.keys)

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[Form, ...]]:
        """Forms of several words, by the first of them, as the index has it."""
        found: dict[str, tuple[Form, ...]] = {}
        for form in (form for term in self.terms for form in term if form.is_phrase):
            found[form.first] = (*found.get(form.first, ()), form)
        return found


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon of developer terms in `terms.txt`."""
    return Lexicon.read(_FILE.read_text("utf-8").splitlines())


def _means_the_same(form: Form, term: Sequence[Form], others: Collection[str]) -> bool:
    """True unless `form`, an abbreviation such as PR, has `others` in the glossary, and all of them are new."""
    is_short = form.joined.isascii() and len(form.joined) <= _SHORT
    return not is_short or not others or any(known.joined in others for known in term)
