"""The index: the documents of all notes merged into small sorted files.

| file               | what it holds                                                                          |
| ------------------ | -------------------------------------------------------------------------------------- |
| `index.json`       | how many sections each note has, which file its text, and which words a file has       |
| `words-<n>.txt`    | words by their letters, their sections, their synonyms, and those that the lexicon has |
| `inner-<n>.txt`    | what stands inside of words, with the words: `오케스트레이션` → `컨테이너오케스트레이션`    |
| `texts-<name>.txt` | address, title, tags and text of some neighbouring notes, one a line                   |
| `names.txt`        | the best-known words, for corrections: loaded only when nothing was found              |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from macros.search.document import Document
from macros.search.jamo import jamo
from macros.search.lexicon import Lexicon
from macros.search.lists import List
from macros.search.number import DIGITS, base36
from macros.search.texts import Group, grouped, text_line, to_json
from macros.search.words import LONGEST
from macros.vault.korean import PARTICLES

WORDS, INNER = List("words", 24_000), List("inner", 60_000)
ALIGNMENT = 4
"""A multiple of which numbers the first section of each note."""
COMMON = 4_000
"""Sections for each of which a word has to be in one more section, or in a name, to be known to corrections."""
WORTHS = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORTEST_INNER = 2
_SHORTEST_INNER_LATIN = 4
_PARTS = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")


def files(documents: Iterable[Document], urls: Mapping[str, str], lexicon: Lexicon | None) -> Iterator[tuple[str, str]]:
    """The files of the index, name and text, for `documents` in their order; `urls` are the addresses of their notes.

    Terms of `lexicon` stand for each other where the notes have one of them. The same documents give the same bytes.
    """
    postings, synonyms = _Postings(with_phrases=lexicon is not None), _Synonyms()
    counts = list[int]()

    def texts() -> Iterator[str]:
        for document in documents:  # one at a time: together they do not fit into memory
            postings.add(document)
            synonyms.add(document)
            counts.append(len(document.sections))
            yield text_line(document, urls[document.path])

    groups = list[Group]()
    for group, lines in grouped(texts()):
        groups.append(group)
        yield group.file, "\n".join(lines)
    alike = lexicon.synonyms(postings.found, synonyms.found) if lexicon else {}
    by_letters = sorted(by_word(word) for word in {**postings.found, **synonyms.found, **alike})
    words = (
        word_line(word, *("".join(postings.found.get(word, ())), _names(synonyms.found, word), _names(alike, word)))
        for _, word in by_letters
    )
    parts = sorted(by_part(part, word) for word in postings.found for part in inner(word))
    firsts: dict[List, list[str]] = {WORDS: [], INNER: []}
    for cut, entries in ((WORDS, words), (INNER, (f"{part}\t{word}" for _, part, word in parts))):
        for at, file in enumerate(cut.files(entries)):
            firsts[cut].append(jamo(file[0].partition("\t")[0]))
            yield cut.file(at), "\n".join(file)
    yield "index.json", manifest(counts, groups, firsts)
    rows = (
        known_row(word, len(found), max(written[-1] for written in found)) for word, found in postings.found.items()
    )
    yield "names.txt", "\n".join(row[-1] for row in sorted(filter(well_known(sum(counts)), rows)))


def manifest(counts: Sequence[int], groups: Iterable[Group], firsts: Mapping[List, Sequence[str]]) -> str:
    """`index.json`: the sections of each note, the files of their texts, and the first keys of those of each list."""
    lists = {cut.name: keys for cut, keys in firsts.items()}
    sections = " ".join(map(base36, counts))
    return to_json({"sections": sections, "texts": [*map(str, groups)], **lists, "particles": PARTICLES.pattern})


def aligned(sections: int) -> int:
    """The numbers that a note has for its sections: a few more than it needs, so that those of others seldom move."""
    return -(-sections // ALIGNMENT) * ALIGNMENT


class _Postings:
    """For each word its sections: the steps from one to the next in base 36, each with its worth as a capital."""

    def __init__(self, *, with_phrases: bool) -> None:
        self.found: dict[str, list[str]] = {}
        self._with_phrases = with_phrases
        self._last: dict[str, int] = {}
        self._next = 0

    def add(self, document: Document) -> None:
        found, last = self.found, self._last
        for at in range(len(document.weights)):
            section = self._next + at
            for word, worth in document.worths(at, with_phrases=self._with_phrases).items():
                step = section - last.get(word, 0)
                written = (DIGITS[step] if step < len(DIGITS) else base36(step)) + WORTHS[worth]
                if word in found:
                    found[word].append(written)
                else:
                    found[word] = [written]
                last[word] = section
        self._next += aligned(len(document.weights))


class _Synonyms:
    """For each name of a term the others, without their blanks."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, None]] = {}

    def add(self, document: Document) -> None:
        names = [name for name in ("".join(name.split()) for name in document.names) if 0 < len(name) <= LONGEST]
        for name in names if len(names) > 1 else ():
            self.found.setdefault(name, {}).update(dict.fromkeys(other for other in names if other != name))


def by_word(word: str) -> tuple[str, str]:
    """Where a word stands among others: by its letters."""
    return jamo(word), word


def by_part(part: str, word: str) -> tuple[str, str, str]:
    """Where what stands inside of a word stands among others."""
    return jamo(part), part, word


def word_line(word: str, postings: str, synonyms: str, alike: str) -> str:
    """`word`, its sections, its other names in the glossary, and what else the lexicon calls it."""
    return f"{word}\t{postings}\t{synonyms}\t{alike}".rstrip("\t")


def _names(found: Mapping[str, Iterable[str]], word: str) -> str:
    return "|".join(found.get(word, ()))


def inner(word: str) -> set[str]:
    """What a word has inside."""
    return {word[at:] for at in _starts(word)}


def _starts(word: str) -> Iterator[int]:
    if "가" <= word[0] <= "힣":
        yield from range(1, len(word) - _SHORTEST_INNER + 1)
    elif word.isascii() and word.isalpha():
        yield from range(_SHORTEST_INNER, len(word) - _SHORTEST_INNER_LATIN + 1)
    else:
        yield from (at.end() for at in _PARTS.finditer(word) if 0 < at.end() < len(word))


KnownRow = tuple[int, int, str, str]
"""Its place among others, and its line."""


def known_row(word: str, sections: int, best: str) -> KnownRow:
    """A word to correct to, the best-known first: those that a note is named by, then those of many sections."""
    named = WORTHS.index(best) // 8
    return -named, -sections, word, f"{word}\t{sections}\t{named}"


def well_known(total: int) -> Callable[[KnownRow], bool]:
    """Which words corrections know, in an index of `total` sections: no rare ones in a large index, lest it grow."""
    return lambda row: len(row[2]) > 1 and (row[0] < 0 or -row[1] > total // COMMON)
