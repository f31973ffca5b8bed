"""A page that nobody wrote: the note that it is made of, and what its template shows beside the text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from macros.commands.library import Library
from macros.language import Language
from macros.publish.long_list import Lists
from macros.vault import Note, Vault
from macros.vault.note_reader import read_note

FOLDER = ".maru"
"""Where pages lie whose names an author may want for a note: a folder that no vault has."""


class Placed(Protocol):
    """Knows where files are on the site."""

    def site_url(self, path: str) -> str:
        """The encoded address of the file `path`, seen from the root of the site."""

    def tag_url(self, tag: str, page: str) -> str:
        """The encoded address of a tag's list, seen from the page of the note `page`."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The build that a made page is shown in."""

    vault: Vault
    lists: Lists
    language: Language
    placed: Placed
    library: Library
    recorded: Mapping[str, tuple[str, ...]]
    """The ids of the recordings that have a page, with the paths of the notes that show them."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that nobody wrote."""

    note: Note
    as_path: str
    """The note whose address it has, if the vault leaves it free."""
    kind: str
    """The template that shows it: `overrides/kb/made/<kind>.html`."""
    shows: Callable[[Surroundings], Mapping[str, Any]]
    """What the template shows, as plain data: texts raw, addresses encoded and seen from the root of the site."""
    is_in_navigation: bool = True

    @property
    def path(self) -> str:
        """The path of its note, which no note of the vault has."""
        return self.note.path


def made_note(path: str, title: str, text: str) -> Note:
    """The note of a made page: `title` is words, `text` is Markdown."""
    matter = f"title: {json.dumps(title, ensure_ascii=False)}"  # a folder's name is no Markdown
    return read_note(path, f"---\n{matter}\n---\n\n{text}\n".encode(), largest=10_000)
