"""What the search index has of one note."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

from macros.search.article import Section
from macros.search.lexicon import shipped
from macros.search.words import LONGEST, fold_text, words

_BODY, _HEADING, _TAG, _ALIAS, _TITLE = 7.0, 7.0, 5.0, 12.0, 14.0
"""What a word is worth by the place where it stands; all of it together has one letter, A to Z."""
_SUMMARY, _BEST, _BEST_OTHER = 6, 26, 21
"""What a word is worth more where the summary of the note has it; the most that any is worth, and that others are."""
_USUAL_LENGTH = 60
"""Words of a section, for which the weight of a word in it is neither raised nor lowered."""
_SATURATION = 1.2
_LONGEST_NAME = 3
"""Words of a name that is also found without its blanks."""


@dataclass(frozen=True, slots=True)
class Document:
    """What the index has of a note: made from the note alone, so that it can be kept."""

    path: str
    title: str
    summary: str
    tags: tuple[str, ...]
    names: tuple[str, ...]
    """All names of a term of the glossary, each of which stands for the others; empty for other notes."""
    sections: tuple[Section, ...]
    weights: tuple[Mapping[str, int], ...]
    """For each section the worth of its words, 1 to 26."""
    phrases: tuple[Mapping[str, int], ...]
    """The same of terms of the lexicon that are several words, without their blanks: `교착상태`."""

    @classmethod
    def from_plain(cls, plain: Sequence[Any]) -> Document:
        """The document that `to_plain` made `plain` of."""
        path, title, summary, tags, names, found, weights, phrases = plain
        read = tuple(Section(*section) for section in found)
        return cls(path, title, summary, tuple(tags), tuple(names), read, tuple(weights), tuple(phrases))

    def to_plain(self) -> Sequence[Any]:
        """The document as what JSON has."""
        found = [astuple(section) for section in self.sections]
        return self.path, self.title, self.summary, self.tags, self.names, found, self.weights, self.phrases

    def worths(self, section: int, *, with_phrases: bool) -> Mapping[str, int]:
        """The worth of the words of a section, and of its phrases; nothing where there is no such section."""
        if section >= len(self.weights):
            return {}
        words, phrases = self.weights[section], self.phrases[section] if with_phrases else {}
        return (
            {**words, **{word: max(worth, words.get(word, 0)) for word, worth in phrases.items()}} if phrases else words
        )


def document_of(
    path: str, title: str, tags: Sequence[str], aliases: Sequence[str], found: tuple[Section, ...], *, term: bool
) -> Document:
    """The document of the note `path` whose rendered article has the sections `found`."""
    weights = [_Worths.of(section) for section in found]
    first = weights[0]
    for text, worth in ((title, _TITLE), *((alias, _ALIAS) for alias in aliases), *((tag, _TAG) for tag in tags)):
        first.add(text, worth)
    first.bound({word for name in (title, *aliases) if len(name.split()) == 1 for word in words(name)})
    names = tuple(dict.fromkeys(map(fold_text, (title, *aliases)))) if term else ()
    worths, phrases = tuple(_levels(of.words) for of in weights), tuple(_levels(of.phrases) for of in weights)
    return Document(path, title, "", tuple(tags), names, found, worths, phrases)


def summarized(document: Document, summary: str) -> Document:
    """`document` with the summary of its note, whose words are worth something of their own."""
    first, *others = document.weights
    raised = {word: min(first.get(word, 0) + _SUMMARY, _BEST) for word in words(summary)}
    return replace(document, summary=summary, weights=({**first, **raised}, *others))


def _levels(worths: Mapping[str, float]) -> Mapping[str, int]:
    levels = {worth: min(max(round(worth), 1), _BEST) for worth in {*worths.values()}}
    return {word: levels[worth] for word, worth in worths.items()}


class _Worths:
    """What the words of a section are worth, and the phrases of the lexicon that it has."""

    def __init__(self) -> None:
        self.words: dict[str, float] = {}
        self.phrases: dict[str, float] = {}

    @classmethod
    def of(cls, section: Section) -> _Worths:
        """The worths in the text of `section`, and in its heading."""
        made = cls()
        counts = words(section.text)
        length = 0.4 + 0.6 * sum(counts.values()) / _USUAL_LENGTH
        for worths, found in ((made.words, counts), (made.phrases, shipped().phrases(section.text, counts))):
            worth = {count: _BODY * count / (count + _SATURATION * length) for count in {*found.values()}}
            worths.update((word, worth[count]) for word, count in found.items())
        made.add(section.heading, _HEADING)
        return made

    def bound(self, called: Collection[str]) -> None:
        """Leave the best place to the words that a note is `called`: many names that only have a word are no match."""
        self.words.update(
            (word, _BEST_OTHER) for word, worth in self.words.items() if worth > _BEST_OTHER and word not in called
        )

    def add(self, text: str, worth: float) -> None:
        """Add the words of a name, and the name without its blanks; in a short name each word is worth more."""
        found = words(text)
        for word in found:
            self.words[word] = self.words.get(word, 0) + worth * (0.6 + 0.4 / len(found))
        joined = "".join(fold_text(text).split())
        if 1 < len(text.split()) <= _LONGEST_NAME and len(joined) <= LONGEST:
            self.words[joined] = max(self.words.get(joined, 0), worth)
        for phrase in shipped().phrases(text, found):
            self.phrases[phrase] = self.phrases.get(phrase, 0) + worth
