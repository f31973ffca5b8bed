"""The glossary: terms of the vault, found in running text in whatever form Korean gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from macros.vault.korean import ends_word
from macros.vault.names import nfc
from macros.vault.note import Note

_START = re.compile(r"(?<![^\W_])(?<!_)(?=[^\W_])")
"""Where a word begins."""
_GLUED = re.compile(r"[0-9A-Za-z][-./@:]\Z|[$\\/@]\Z")
"""What stands before a word that is a part of a name: `docker.io/|library`, `$|PATH`."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the vault explains: the note that does, and its summary."""

    path: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class _Name:
    """One of a term's names. Capitals alone (`REST`) are only found as such: `rest` is a word of its own."""

    text: str
    exact: bool
    term: Term


class Glossary:
    """The terms of a vault. Finding those of a text takes time that grows with the text, not with the terms."""

    def __init__(self, notes: Iterable[Note]) -> None:
        """Know the terms among `notes`: those that have a summary. A name belongs to the first note that has it."""
        self.terms = tuple(Term(note.path, note.title, note.summary) for note in notes if note.explains)
        self.paths = frozenset(term.path for term in self.terms)
        notes_by_path = {note.path: note for note in notes}
        names = {term: tuple(_names(notes_by_path[term.path])) for term in self.terms}
        self._by_start = _by_start(
            _Name(name if exact else name.casefold(), exact, term) for term in self.terms for name, exact in names[term]
        )
        self.version = blake2b(repr(names).encode("utf-8", "surrogatepass")).hexdigest()
        """The same for two glossaries that find the same and say the same of it."""

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """The terms in `text`, from left to right, the longest at each place: start, end and term."""
        folded = text.casefold()
        if len(folded) != len(text):  # a letter whose small form is two
            folded = text
        end = 0
        for word in _START.finditer(text):
            start = word.start()
            if start < end:
                continue
            for name in (*self._by_start.get(folded[start : start + 2], ()), *self._by_start.get(folded[start], ())):
                stop = start + len(name.text)
                if not (text if name.exact else folded).startswith(name.text, start) or not ends_word(text, stop):
                    continue
                if name.text[0].isascii() and _GLUED.search(text[max(start - 2, 0) : start]):
                    continue
                yield start, stop, name.term
                end = stop
                break


def _names(note: Note) -> Iterator[tuple[str, bool]]:
    for name in dict.fromkeys(nfc(name).strip() for name in (note.title, note.stem, *note.aliases)):
        if name:
            yield name, name.isascii() and name.isupper()


def _by_start(names: Iterable[_Name]) -> Mapping[str, tuple[_Name, ...]]:
    """Names by their first two letters (one for names of one letter), the longest first."""
    known: dict[tuple[str, bool], _Name] = {}
    for name in names:
        known.setdefault((name.text, name.exact), name)
    found: dict[str, list[_Name]] = {}
    for name in known.values():
        found.setdefault(name.text.casefold()[:2], []).append(name)
    return {start: tuple(sorted(group, key=lambda name: -len(name.text))) for start, group in found.items()}
