"""What notes are called and were called, for the page of lost addresses: a line of text for each."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence

from macros.vault import Note

NAMES = "assets/kb/kb-names.txt"
"""The file of the site that has them: only the page of lost addresses reads it."""


def names_of(pages: Mapping[str, Note], before: Mapping[str, Sequence[str]]) -> str:
    """The lines of the notes at the addresses `pages`, of which some had others `before`.

    Parted by tabs stand the address, the title where it is not the last name of that, aliases, and old addresses.
    """
    return "".join(f"{line}\n" for line in _lines(pages, before))


def _lines(pages: Mapping[str, Note], before: Mapping[str, Sequence[str]]) -> Iterable[str]:
    for address, note in pages.items():
        title = "" if posixpath.basename(address.rstrip("/")) == note.title else note.title
        yield "\t".join(" ".join(text.split()) for text in (address, title, *note.aliases, *before.get(address, ())))
