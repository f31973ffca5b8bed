"""What templates show beside the article, as plain data: they compute nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from mkdocs.structure.pages import Page

from macros.publish.crumbs import Crumbs
from macros.publish.long_list import LongList
from macros.publish.made.listing import letters
from macros.publish.made.made_page import MadePage, Surroundings
from macros.publish.ways import path_of, ways
from macros.vault import Note, Problem

_TAG = re.compile(r"<[^>]*>")


class PageData:
    """The data of the pages of one build."""

    def __init__(self, around: Surroundings, made: Iterable[MadePage] = (), problems: Iterable[Problem] = ()) -> None:
        """Take all from the build `around`, and from the pages that are `made` what they show.

        Each of `problems` is shown on the page of its note, to the author.
        """
        self._around = around
        self._crumbs = Crumbs(around)
        self._made = {page.path: page for page in made}
        told: dict[str, list[str]] = {}
        for problem in problems:
            told.setdefault(problem.path, []).append(problem.told(around.language))
        self._told: Mapping[str, list[str]] = told

    def of(self, note: Note) -> dict[str, Any]:
        """The data of one note; texts are raw, addresses encoded and seen from the root of the site."""
        vault, placed = self._around.vault, self._around.placed
        made = self._made.get(note.path)
        return {
            "title": note.title,
            "shows_title": note.starts_with_title,
            "is_listed": note.visibility.is_listed,
            "aliases": list(note.aliases),
            "tags": [{"name": tag, "url": placed.tag_url(tag, note.path)} for tag in note.tags],
            "problems": self._told.get(note.path, []),
            "backlinks": [
                {
                    "title": vault.notes[link.path].title,
                    "url": placed.site_url(link.path),
                    "before": link.mention.before,
                    "label": link.mention.label or (link.mention.reference.text,),
                    "after": link.mention.after,
                }
                for link in vault.backlinks.get(note.path, ())
            ],
            "crumbs": self._crumbs.of(note),
            "ways": ways(note, self._around),
            "path": path_of(note, self._around),
            "made": {"kind": made.kind, **made.shows(self._around)} if made and made.kind else None,
        }

    def letters(self, long: LongList) -> dict[str, Any]:
        """The letters of a long list, for its navigation."""
        return letters(long, self._around)


def data_of_other(page: Page) -> dict[str, Any]:
    """The data of a page that another plugin made, which has a title and nothing of a vault."""
    return {"title": unescape(_TAG.sub("", page.title or "")), "shows_title": "<h1" in (page.content or "")}
