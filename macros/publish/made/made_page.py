"""A page that nobody wrote: the note that it is made of, and what its template shows beside the text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from macros.commands.library import Library
from macros.language import Language
from macros.publish.folders import Folders
from macros.publish.long_list import Lists
from macros.publish.tag_tree import TagTree
from macros.publish.trails import Trails
from macros.vault import Note, Vault
from macros.vault.note_reader import read_note


class Placed(Protocol):
    """Knows where files are on the site."""

    def site_url(self, path: str) -> str:
        """The encoded address of the file `path`, seen from the root of the site."""

    def url(self, path: str, page: str) -> str:
        """The encoded address of the file `path`, seen from the page of the note `page`."""

    def tag_url(self, tag: str, page: str) -> str:
        """The encoded address of a tag's list, seen from the page of the note `page`."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The build that a made page is shown in."""

    vault: Vault
    library: Library
    recorded: Mapping[str, tuple[str, ...]]
    """The ids of the recordings that have a page, with the paths of the notes that show them."""
    lists: Lists
    folders: Folders
    trails: Trails
    tags: TagTree
    language: Language
    placed: Placed

    def url_of_folder(self, folder: str) -> str:
        """The address of the page of `folder`, seen from the root of the site; empty where no list may name it."""
        front = self.lists.outline.front_of.get(folder, "")
        note = self.vault.notes.get(front)
        return self.placed.site_url(front) if note is None or note.visibility.is_listed else ""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that nobody wrote."""

    note: Note
    as_path: str
    """The note whose address it has, if the vault leaves it free."""
    kind: str = ""
    """The template that shows it: `overrides/kb/made/<kind>.html`; empty where all is in its text."""
    shows: Callable[[Surroundings], Mapping[str, Any]] = lambda _: {}
    """What the template shows, as plain data: texts raw, addresses encoded and seen from the root of the site."""
    is_in_navigation: bool = True
    shows_links: bool = False
    """True where it changes with the links in notes: a preview has to look at it after each save."""

    @property
    def path(self) -> str:
        """The path of its note, which no note of the vault has."""
        return self.note.path


def made_note(path: str, title: str, text: str, summary: str = "") -> Note:
    """The note of a made page: `title` is words, `text` and `summary` are Markdown."""
    head = {"title": title, "summary": summary}
    matter = "\n".join(f"{key}: {json.dumps(said, ensure_ascii=False)}" for key, said in head.items() if said)
    return read_note(path, f"---\n{matter}\n---\n\n{text}\n".encode(), largest=10_000)
