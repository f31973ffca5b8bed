"""What must not be found in a site: texts of notes that stay at home, places of the machine, addresses of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from macros.vault import Note

_SHORTEST_TEXT = 20
"""Letters of a sentence that is nobody else's."""
SYLLABLES = range(0xAC00, 0xD7A4)
"""The Korean letters of Unicode."""
_LONG_TEXT = 3 * _SHORTEST_TEXT
_SHORTEST_NAME = 12
"""The same of a title or a path, where a Korean syllable counts twice."""
_FEWEST_LETTERS = 10
_MARKS = re.compile(r"[*_\[\]()<>&\"'`~=#|\\!$%^{}@:/]+|(?<=[.?!。])\s+|\s{2,}")
"""Where a text may look otherwise on a page."""
_LIST = re.compile(r"\s*(?:[-+*]|\d+[.)])\s+(?:\[.\]\s+)?|\s*>+\s*")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
_FEWEST_PARTS = 3
"""Of a path that says whose machine it is: `/home/kim`, not `/tmp`."""


@dataclass(frozen=True, slots=True)
class Needle:
    """A text that must not be published."""

    kind: str
    """`sentence`, `title`, `alias`, `path`; or, for what is only told, `machine` or `mail`."""
    text: str
    path: str
    """Where it stands: a note of the vault; empty for the machine."""
    line: int = 1

    @property
    def fails(self) -> bool:
        """True for what is withheld."""
        return self.kind in ("sentence", "title", "alias", "path")

    @property
    def spellings(self) -> Iterator[str]:
        """The ways in which a site writes it."""
        yield self.text
        if self.kind != "sentence":
            yield from {escape(self.text), escape(self.text, quote=False), quote(self.text)} - {self.text}


def needles_of(withheld: Iterable[Note], published: Iterable[Note], places: Iterable[Path]) -> Iterator[Needle]:
    """All of them for a vault on a machine with `places`."""
    for note in withheld:
        yield from _of_note(note)
        yield from _mails(note)
    for note in published:
        yield from _mails(note)
    for place in dict.fromkeys(places):
        if len(place.parts) >= _FEWEST_PARTS:
            yield Needle("machine", place.as_posix(), "")


def squashed(text: str) -> str:
    """The letters and digits of `text` alone: whatever stands between them, two texts that read alike are alike."""
    return _BETWEEN.sub("", text).casefold()


_BETWEEN = re.compile(r"[\W_]+")


def _of_note(note: Note) -> Iterator[Needle]:
    names = [("title", note.title), *(("alias", alias) for alias in note.aliases)]
    names += [("path", note.path), ("path", note.path.removesuffix(".md"))]
    yield from (Needle(kind, name, note.path) for kind, name in names if _weight(name) >= _SHORTEST_NAME)
    for number, line in enumerate(note.body.split("\n"), start=note.first_line + 1):
        yield from (Needle("sentence", piece, note.path, number) for piece in pieces(line))
    for text in _texts(note.properties):
        yield from (Needle("sentence", piece, note.path) for piece in pieces(text))


def pieces(line: str) -> Iterator[str]:
    """The parts of a line that look alike in a note and on its page, each long enough to be nobody else's.

    Of what stands between two marks the beginning, and where it is long the end too: whoever copies a sentence copies
    one of them.
    """
    for run in _MARKS.split(_LIST.sub("", line, count=1)):
        text = " ".join(run.split())
        if len(text) >= _SHORTEST_TEXT:
            ends = (text[:_SHORTEST_TEXT], *([text[-_SHORTEST_TEXT:]] if len(text) >= _LONG_TEXT else ()))
            yield from (piece.strip() for piece in ends if _says_something(piece))


def _says_something(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS and len(set(text)) >= _FEWEST_LETTERS // 2


def _weight(name: str) -> int:
    return sum(2 if ord(letter) in SYLLABLES else 1 for letter in name)


def _mails(note: Note) -> Iterator[Needle]:
    for text in _texts(note.properties):
        yield from (Needle("mail", found[0], note.path) for found in _MAIL.finditer(text))


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """The texts of properties, at any depth that one reads."""
    if isinstance(value, str):
        yield value
    elif depth < 5 and isinstance(value, Mapping):  # noqa: PLR2004 - as deep as any properties
        for inner in value.values():
            yield from _texts(inner, depth + 1)
    elif depth < 5 and isinstance(value, list | tuple):  # noqa: PLR2004 - as above
        for inner in value:
            yield from _texts(inner, depth + 1)
