"""What a reader is shown of the notes that a query finds: several of them in one file, for hosts count files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from macros.search.document import Document
from macros.search.lists import List
from macros.search.number import base36

TEXTS = List("texts", 15_000)
"""Notes in the order of the index, so that those of one folder are together: a query often finds several of them."""


@dataclass(frozen=True, slots=True)
class Group:
    """The notes of one file, which is called by the first of them: others may come and go without a change of name."""

    name: str
    count: int

    @classmethod
    def read(cls, written: str) -> Group:
        """The group that is written so in `index.json`."""
        name, count = written.split(" ")
        return cls(name, int(count, 36))

    def __str__(self) -> str:
        """`1q0z9b 7`: the name, and how many notes."""
        return f"{self.name} {base36(self.count)}"

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{TEXTS.name}-{self.name}.txt"


def grouped(lines: Iterable[str]) -> Iterator[tuple[Group, list[str]]]:
    """The groups of the lines of all notes."""
    taken = set[str]()
    for group in TEXTS.files(lines):
        name = base36(crc32(group[0].partition("\t")[0].encode("utf-8", "replace")))
        while name in taken:
            name += "0"
        taken.add(name)
        yield Group(name, len(group)), group


def text_line(document: Document, url: str) -> str:
    """The address of a note, and what is shown of it."""
    sections = [[section.anchor, section.heading, section.text] for section in document.sections]
    summary = [document.summary] if document.summary else []
    return f"{url}\t{to_json([document.title, document.tags, sections, *summary])}"


def to_json(value: object) -> str:
    """`value` without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
