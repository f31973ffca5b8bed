"""Where a page is: the folders above it, from the home page on."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from macros.publish.made.made_page import Surroundings
from macros.vault import Note
from macros.vault.folder import MADE, folders_of

Crumb = Mapping[str, str]
"""A title, and the address of its page, seen from the root of the site; empty where it has none."""


class Crumbs:
    """The ways from the home page to the pages of one build; those of one folder have theirs in common."""

    def __init__(self, around: Surroundings) -> None:
        """Name the folders as the navigation does."""
        self._around = around
        self._outline = around.lists.outline
        home = around.placed.site_url(self._outline.home)
        self._home: Sequence[Crumb] = [{"title": around.language.say("home.title"), "url": home}] if home else []
        self._above: dict[str, Sequence[Crumb]] = {}

    def of(self, note: Note) -> Sequence[Crumb]:
        """The way to the page of `note`, which is the last; the home page has none."""
        if note.path == self._outline.home:
            return ()
        folder = "" if note.path.startswith(f"{MADE}/") else note.folder
        if note.path in self._outline.fronts:
            return (*self._to(posixpath.dirname(folder)), {"title": self._outline.folder_title(folder), "url": ""})
        return (*self._to(folder), {"title": self._outline.titles.get(note.path) or note.title, "url": ""})

    def _to(self, folder: str) -> Sequence[Crumb]:
        """The way to the notes in `folder`."""
        if folder not in self._above:
            above = [*reversed([*folders_of(folder)]), folder] if folder else []
            self._above[folder] = [*self._home, *map(self._crumb, above)]
        return self._above[folder]

    def _crumb(self, folder: str) -> Crumb:
        return {"title": self._outline.folder_title(folder), "url": self._around.url_of_folder(folder)}
