"""The index: each note's share of it, and the shares merged into small sorted files.

| file               | what it holds                                                                       |
| ------------------ | ----------------------------------------------------------------------------------- |
| `index.json`       | how many notes and sections there are, and the first key of each of the other files |
| `words-<n>.txt`    | words in the order of their letters, the sections that have them, their synonyms    |
| `inner-<n>.txt`    | what stands inside of words, with the words: `오케스트레이션` → `컨테이너오케스트레이션` |
| `notes-<n>.json`   | titles, addresses and texts of some notes                                           |
| `names.txt`        | the best-known words, for corrections: loaded only when nothing was found           |
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from macros.search.article import Section
from macros.search.jamo import jamo
from macros.search.words import LONGEST, fold_text, words
from macros.vault.korean import PARTICLES

WORDS_FILE = 8_000
"""Characters of a file of words, up to which it grows."""
NOTES_FILE = 2_500
NAMES = 20_000
"""Words that corrections know."""
_BODY, _HEADING, _TAG, _ALIAS, _TITLE = 7.0, 7.0, 5.0, 12.0, 14.0
"""What a word is worth by the place where it stands; all of it together has one letter, A to Z."""
_USUAL_LENGTH = 60
"""Words of a section, for which the weight of a word in it is neither raised nor lowered."""
_SATURATION = 1.2
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WORTHS = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_NAME = 3
"""Words of a name that is also found without its blanks."""
_SHORTEST_INNER = 2
_SHORTEST_INNER_LATIN = 4
_PARTS = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Share:
    """One note's share of the index: made from the note alone, so that it can be kept."""

    path: str
    title: str
    tags: tuple[str, ...]
    names: tuple[str, ...]
    """All names of a term of the glossary, each of which stands for the others; empty for other notes."""
    sections: tuple[Section, ...]
    weights: tuple[Mapping[str, int], ...]
    """For each section the worth of its words, 1 to 26."""


def share(
    path: str, title: str, tags: Sequence[str], aliases: Sequence[str], found: tuple[Section, ...], *, term: bool
) -> Share:
    """The share of the note `path` whose rendered article has the sections `found`."""
    weights = [_weights(section) for section in found]
    first = weights[0]
    for text, worth in ((title, _TITLE), *((alias, _ALIAS) for alias in aliases), *((tag, _TAG) for tag in tags)):
        _add(first, text, worth)
    levels = tuple({word: min(max(round(worth), 1), 26) for word, worth in of.items()} for of in weights)
    return Share(path, title, tuple(tags), names_of(title, aliases) if term else (), found, levels)


def names_of(title: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The names of a term, each of which stands for the others."""
    return tuple(dict.fromkeys(map(fold_text, (title, *aliases))))


def _weights(section: Section) -> dict[str, float]:
    counts: dict[str, int] = defaultdict(int)
    for word in words(section.text):
        counts[word] += 1
    length = 0.4 + 0.6 * sum(counts.values()) / _USUAL_LENGTH
    worth = {word: _BODY * count / (count + _SATURATION * length) for word, count in counts.items()}
    _add(worth, section.heading, _HEADING)
    return worth


def _add(weights: dict[str, float], text: str, worth: float) -> None:
    """Add the words of a name, and the name without its blanks; in a short name each word is worth more."""
    found = list(dict.fromkeys(words(text)))
    for word in found:
        weights[word] = weights.get(word, 0) + worth * (0.6 + 0.4 / len(found))
    joined = "".join(fold_text(text).split())
    if 1 < len(text.split()) <= _LONGEST_NAME and len(joined) <= LONGEST:
        weights[joined] = max(weights.get(joined, 0), worth)


def files(shares: Iterable[Share], urls: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of the index, name and text, for `shares` in their order; `urls` are the addresses of their notes.

    The same shares give the same bytes.
    """
    postings, synonyms = _Postings(), _Synonyms()
    notes, sections = [], []
    for at, of in enumerate(shares):  # one at a time: together they do not fit into memory
        postings.add(of)
        synonyms.add(of)
        notes.append((str(at), _note(of, urls[of.path])))
        sections.append(_base36(len(of.sections)))
    by_letters = sorted((jamo(word), word) for word in {**postings.found, **synonyms.found})
    word_lines = (
        (letters, _line(word, postings.found.get(word, ()), synonyms.found.get(word, ())))
        for letters, word in by_letters
    )
    word_files = list(_chunks(word_lines, WORDS_FILE))
    inner_files = list(_chunks(_inner(word for _, word in by_letters), WORDS_FILE))
    note_files = list(_chunks(notes, NOTES_FILE))
    manifest = {
        "sections": " ".join(sections),
        "words": [first for first, _ in word_files],
        "inner": [first for first, _ in inner_files],
        "notes": [int(first) for first, _ in note_files],
        "particles": PARTICLES.pattern,
    }
    yield "index.json", _json(manifest)
    for kind, made in (("words", word_files), ("inner", inner_files)):
        for at, (_, lines) in enumerate(made):
            yield f"{kind}-{at}.txt", "\n".join(lines)
    for at, (_, lines) in enumerate(note_files):
        yield f"notes-{at}.json", f"[{','.join(lines)}]"
    yield "names.txt", "\n".join(_names(postings.found))


class _Postings:
    """For each word its sections: the steps from one to the next in base 36, each with its worth as a capital."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}
        self._last: dict[str, int] = {}
        self._sections = 0

    def add(self, of: Share) -> None:
        found, last = self.found, self._last
        for weights in of.weights:
            for word, worth in weights.items():
                step = self._sections - last.get(word, 0)
                written = (_DIGITS[step] if step < len(_DIGITS) else _base36(step)) + _WORTHS[worth]
                if word in found:
                    found[word].append(written)
                else:
                    found[word] = [written]
                last[word] = self._sections
            self._sections += 1


class _Synonyms:
    """For each name of a term the others, without their blanks."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, None]] = {}

    def add(self, of: Share) -> None:
        names = [name for name in ("".join(name.split()) for name in of.names) if 0 < len(name) <= LONGEST]
        for name in names:
            self.found.setdefault(name, {}).update(dict.fromkeys(other for other in names if other != name))


def _line(word: str, found: Iterable[str], synonyms: Iterable[str]) -> str:
    """`word`, its sections, its synonyms."""
    return "\t".join([word, "".join(found), "|".join(synonyms)]).rstrip("\t")


def _inner(by_letters: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What words have inside, in the order of its letters: `part<tab>word`."""
    pairs = {(word[at:], word) for word in by_letters for at in _starts(word)}
    for letters, part, word in sorted((jamo(part), part, word) for part, word in pairs):
        yield letters, f"{part}\t{word}"


def _starts(word: str) -> Iterator[int]:
    if "가" <= word[0] <= "힣":
        yield from range(1, len(word) - _SHORTEST_INNER + 1)
    elif word.isascii() and word.isalpha():
        yield from range(_SHORTEST_INNER, len(word) - _SHORTEST_INNER_LATIN + 1)
    else:
        yield from (at.end() for at in _PARTS.finditer(word) if 0 < at.end() < len(word))


def _names(postings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Words to correct to, the best-known first: those of titles, then those of many sections. `word<tab>sections`."""
    known = (
        (-(_WORTHS.index(max(written[-1] for written in found)) // 8), -len(found), word)
        for word, found in postings.items()
        if len(word) > 1
    )
    for _, sections, word in nsmallest(NAMES, known):
        yield f"{word}\t{-sections}"


def _note(of: Share, url: str) -> str:
    parts = [[section.anchor, section.heading, section.text] for section in of.sections]
    return _json({"u": url, "t": of.title, "g": list(of.tags), "s": parts})


def _chunks(lines: Iterable[tuple[str, str]], size: int) -> Iterator[tuple[str, list[str]]]:
    """`lines`, each with its key, in groups of up to `size` characters, each with its first key."""
    first, group, length = "", list[str](), 0
    for key, line in lines:
        if group and length + len(line) > size:
            yield first, group
            group, length = [], 0
        if not group:
            first = key
        group.append(line)
        length += len(line) + 1
    if group:
        yield first, group


def _base36(number: int) -> str:
    written = _DIGITS[number % 36]
    while number := number // 36:
        written = _DIGITS[number % 36] + written
    return written


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
