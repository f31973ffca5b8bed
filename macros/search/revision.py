"""An index brought up to date with the notes that were edited: the same files that `index.files` makes of all notes."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from macros.search import index
from macros.search.document import Document
from macros.search.index import COMMON, INNER, WORDS, WORTHS, aligned, by_part, by_word
from macros.search.lexicon import Lexicon
from macros.search.lists import List
from macros.search.number import base36
from macros.search.texts import TEXTS, Group, text_line

_POSTING = re.compile(r"([0-9a-z]+)([A-Z])")
_Read = Callable[[str], str]
_Worths = Mapping[int, str]
"""By the number of a section, the letter of what a word is worth there; none where it is no longer."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A note of the index, the `number`th from 0, whose document has changed."""

    number: int
    before: Document
    after: Document
    url: str


class CannotReviseError(Exception):
    """The whole index has to be made: numbers of sections or of files would change, or the terms that notes have."""


def revised(read: _Read, edited: Sequence[Edited], lexicon: Lexicon | None) -> dict[str, str]:
    """The files, text by name, that may not be as `read` has them, once these notes were edited.

    Raises `CannotReviseError` where the index cannot be brought up to date note by note.
    """
    before = json.loads(read("index.json"))
    counts = [int(count, 36) for count in before["sections"].split(" ")]
    starts = [0, *accumulate(map(aligned, counts))]
    total = sum(counts)
    words = _Lines(WORDS, before, read, lambda line: by_word(line.partition("\t")[0]))
    parts = _Lines(INNER, before, read, lambda line: by_part(*line.split("\t")))
    changes = _by_word(edited, counts, starts, with_phrases=lexicon is not None)
    if sum(counts) // COMMON != total // COMMON:
        raise CannotReviseError
    names = list(filter(None, read("names.txt").split("\n")))
    for word, worths in changes.items():
        line = words.get(by_word(word))
        _, postings, *synonyms = f"{line or ''}\t\t\t".split("\t")[:4]
        had = _decoded(postings)
        has = {section: letter for section, letter in sorted({**had, **worths}.items()) if letter}
        if lexicon and bool(had) != bool(has) and any(lexicon.of(word)):
            raise CannotReviseError
        stays = bool(has) or any(synonyms)
        words.put(by_word(word), index.word_line(word, _encoded(has), *synonyms) if stays else None)
        for row in filter(index.well_known(total), _known_rows(word, had)):
            del names[bisect_left(names, row, key=_row_of)]
        for row in filter(index.well_known(total), _known_rows(word, has)):
            insort(names, row[-1], key=_row_of)
        for part in index.inner(word) if bool(has) != bool(had) else ():
            parts.put(by_part(part, word), f"{part}\t{word}" if has else None)
    groups = [*map(Group.read, before["texts"])]
    made = dict(_texts(read, groups, edited))
    for lines in (words, parts):
        made.update(lines.changed())
    made["index.json"] = index.manifest(counts, groups, {lines.list: lines.firsts for lines in (words, parts)})
    made["names.txt"] = "\n".join(names)
    return made


def _by_word(
    edited: Sequence[Edited], counts: list[int], starts: Sequence[int], *, with_phrases: bool
) -> Mapping[str, Mapping[int, str]]:
    """The changes of each word; `counts` gets the new numbers of sections."""
    changes: dict[str, dict[int, str]] = {}
    for note in edited:
        if note.before.names != note.after.names or aligned(len(note.after.sections)) != aligned(counts[note.number]):
            raise CannotReviseError
        counts[note.number] = len(note.after.sections)
        for section, word, letter in _changes(note, with_phrases=with_phrases):
            changes.setdefault(word, {})[starts[note.number] + section] = letter
    return changes


def _texts(read: _Read, groups: Sequence[Group], edited: Sequence[Edited]) -> Iterator[tuple[str, str]]:
    """The files of the texts that have changed, which are cut as before."""
    firsts = [0, *accumulate(group.count for group in groups)]
    by_group: dict[int, list[Edited]] = {}
    for note in edited:
        by_group.setdefault(bisect_right(firsts, note.number) - 1, []).append(note)
    for number, notes in by_group.items():
        file = groups[number].file
        lines = read(file).split("\n")
        for note in notes:
            lines[note.number - firsts[number]] = text_line(note.after, note.url)
        is_last = number == len(groups) - 1
        if len([*TEXTS.files(lines)]) > 1 or not (is_last or TEXTS.is_ended(lines)):
            raise CannotReviseError
        yield file, "\n".join(lines)


def _changes(note: Edited, *, with_phrases: bool) -> Iterator[tuple[int, str, str]]:
    """The words that are worth something else in a section of the note, with the letter of what."""
    for section in range(max(len(note.before.weights), len(note.after.weights))):
        before, after = (of.worths(section, with_phrases=with_phrases) for of in (note.before, note.after))
        for word in before.keys() | after.keys():
            if before.get(word) != after.get(word):
                yield section, word, WORTHS[after[word]] if word in after else ""


def _known_rows(word: str, worths: _Worths) -> Iterator[index.KnownRow]:
    if worths:
        yield index.known_row(word, len(worths), max(worths.values()))


def _row_of(line: str) -> index.KnownRow:
    word, sections, named = line.split("\t")
    return -int(named), -int(sections), word, line


def _decoded(postings: str) -> _Worths:
    found = _POSTING.findall(postings)
    return dict(zip(accumulate(int(step, 36) for step, _ in found), (letter for _, letter in found), strict=True))


def _encoded(worths: _Worths) -> str:
    return "".join(
        base36(section - last) + worths[section] for section, last in zip(worths, (0, *worths), strict=False)
    )


class _Lines:
    """A list that is sorted by a key, the first part of which is that of a file; files are read when wanted."""

    def __init__(
        self, kind: List, manifest: Mapping[str, Any], read: _Read, key: Callable[[str], tuple[str, ...]]
    ) -> None:
        """Know the list `kind`, whose files have the first keys that `manifest` says, and the `key` of a line."""
        self.list = kind
        self.firsts: list[str] = manifest[kind.name]
        self._read = read
        self._key = key
        self._lines: dict[int, list[str]] = {}
        self._touched: set[int] = set()

    def get(self, key: tuple[str, ...]) -> str | None:
        """The line that has this key."""
        _, lines, at = self._place(key)
        return lines[at] if at < len(lines) and self._key(lines[at]) == key else None

    def put(self, key: tuple[str, ...], line: str | None) -> None:
        """Let the line with this key be `line`, or none be there."""
        file, lines, at = self._place(key)
        self._touched.add(file)
        is_there = at < len(lines) and self._key(lines[at]) == key
        lines[at : at + is_there] = [] if line is None else [line]

    def changed(self) -> Iterator[tuple[str, str]]:
        """The files that have changed, cut where those of the whole list would be."""
        at = 0
        for start in sorted(self._touched):
            if start < at:
                continue
            lines, at = list(self._file(start)), start + 1
            while at < len(self.firsts) and not (lines and self.list.is_ended([*self.list.files(lines)][-1])):
                lines += self._file(at)
                at += 1
            groups = list(self.list.files(lines))
            if len(groups) != at - start:
                raise CannotReviseError
            self.firsts[start:at] = [self._key(group[0])[0] for group in groups]
            yield from ((self.list.file(number), "\n".join(group)) for number, group in enumerate(groups, start))

    def _place(self, key: tuple[str, ...]) -> tuple[int, list[str], int]:
        """The file where a line has or would have its place, its lines, and the place."""
        if not self.firsts:
            raise CannotReviseError
        file = max(bisect_left(self.firsts, key[0]) - 1, 0)
        while self.firsts[file + 1 : file + 2] == [key[0]] and not self._is_before(key, file + 1):
            file += 1
        lines = self._file(file)
        return file, lines, bisect_left(lines, key, key=self._key)

    def _is_before(self, key: tuple[str, ...], file: int) -> bool:
        lines = self._file(file)
        return bool(lines) and key < self._key(lines[0])

    def _file(self, number: int) -> list[str]:
        if number not in self._lines:
            self._lines[number] = self._read(self.list.file(number)).split("\n")
        return self._lines[number]
