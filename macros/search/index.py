"""The index: the shares of all notes merged into small sorted files.

| file               | what it holds                                                                       |
| ------------------ | ----------------------------------------------------------------------------------- |
| `index.json`       | how many sections each note has, and the first key of each file of words            |
| `words-<n>.txt`    | words in the order of their letters, the sections that have them, their synonyms    |
| `inner-<n>.txt`    | what stands inside of words, with the words: `오케스트레이션` → `컨테이너오케스트레이션` |
| `note-<n>.json`    | title, address and text of one note                                                 |
| `names.txt`        | the best-known words, for corrections: loaded only when nothing was found           |
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from macros.search.jamo import jamo
from macros.search.lists import List
from macros.search.share import Share
from macros.search.words import LONGEST
from macros.vault.korean import PARTICLES

WORDS, INNER = List("words", 6_000), List("inner", 6_000)
ALIGNMENT = 4
"""A multiple of which numbers the first section of each note."""
COMMON = 4_000
"""Sections for each of which a word has to be in one more section, or in a name, to be known to corrections."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
WORTHS = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORTEST_INNER = 2
_SHORTEST_INNER_LATIN = 4
_PARTS = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")


def files(shares: Iterable[Share], urls: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of the index, name and text, for `shares` in their order; `urls` are the addresses of their notes.

    The same shares give the same bytes.
    """
    postings, synonyms = _Postings(), _Synonyms()
    counts = list[int]()
    for number, of in enumerate(shares):  # one at a time: together they do not fit into memory
        postings.add(of)
        synonyms.add(of)
        counts.append(len(of.sections))
        yield note_file(number, of, urls[of.path])
    by_letters = sorted(by_word(word) for word in {**postings.found, **synonyms.found})
    words = (
        word_line(word, "".join(postings.found.get(word, ())), "|".join(synonyms.found.get(word, ())))
        for _, word in by_letters
    )
    parts = sorted(by_part(part, word) for _, word in by_letters for part in inner(word))
    firsts: dict[List, list[str]] = {WORDS: [], INNER: []}
    for cut, lines in ((WORDS, words), (INNER, (f"{part}\t{word}" for _, part, word in parts))):
        for at, group in enumerate(cut.files(lines)):
            firsts[cut].append(jamo(group[0].partition("\t")[0]))
            yield cut.file(at), "\n".join(group)
    yield "index.json", manifest(counts, firsts)
    rows = (
        known_row(word, len(found), max(written[-1] for written in found)) for word, found in postings.found.items()
    )
    yield "names.txt", "\n".join(row[-1] for row in sorted(filter(well_known(sum(counts)), rows)))


def manifest(counts: Sequence[int], firsts: Mapping[List, Sequence[str]]) -> str:
    """`index.json`: the sections of each note, and the first keys of the files of each list."""
    lists = {cut.name: of for cut, of in firsts.items()}
    return _json({"sections": " ".join(map(base36, counts)), **lists, "particles": PARTICLES.pattern})


def aligned(sections: int) -> int:
    """The numbers that a note has for its sections: a few more than it needs, so that those of others seldom move."""
    return -(-sections // ALIGNMENT) * ALIGNMENT


class _Postings:
    """For each word its sections: the steps from one to the next in base 36, each with its worth as a capital."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}
        self._last: dict[str, int] = {}
        self._next = 0

    def add(self, of: Share) -> None:
        found, last = self.found, self._last
        for section, weights in enumerate(of.weights, start=self._next):
            for word, worth in weights.items():
                step = section - last.get(word, 0)
                written = (_DIGITS[step] if step < len(_DIGITS) else base36(step)) + WORTHS[worth]
                if word in found:
                    found[word].append(written)
                else:
                    found[word] = [written]
                last[word] = section
        self._next += aligned(len(of.weights))


class _Synonyms:
    """For each name of a term the others, without their blanks."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, None]] = {}

    def add(self, of: Share) -> None:
        names = [name for name in ("".join(name.split()) for name in of.names) if 0 < len(name) <= LONGEST]
        for name in names if len(names) > 1 else ():
            self.found.setdefault(name, {}).update(dict.fromkeys(other for other in names if other != name))


def by_word(word: str) -> tuple[str, str]:
    """Where a word stands among others: by its letters."""
    return jamo(word), word


def by_part(part: str, word: str) -> tuple[str, str, str]:
    """Where what stands inside of a word stands among others."""
    return jamo(part), part, word


def word_line(word: str, postings: str, synonyms: str) -> str:
    """`word`, its sections, its synonyms."""
    return f"{word}\t{postings}\t{synonyms}".rstrip("\t")


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


def note_name(number: int) -> str:
    """The name of the file of the `number`th note, from 0."""
    return f"note-{number}.json"


def note_file(number: int, of: Share, url: str) -> tuple[str, str]:
    """The name and the text of the file that has what a reader is shown of the `number`th note."""
    parts = [[section.anchor, section.heading, section.text] for section in of.sections]
    return note_name(number), _json({"u": url, "t": of.title, "g": list(of.tags), "s": parts})


def base36(number: int) -> str:
    """`number` in digits and small letters."""
    written = _DIGITS[number % 36]
    while number := number // 36:
        written = _DIGITS[number % 36] + written
    return written


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
