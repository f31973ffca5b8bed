"""What templates show beside the article, as plain data: they compute nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from html import unescape
from typing import Any, Protocol
from urllib.parse import quote

from mkdocs.structure.pages import Page

from macros.language import Language
from macros.publish.long_list import LONGEST, Listed, Lists, LongList, anchor, label
from macros.publish.pages import listing
from macros.vault import Note, Problem, Vault

_TAG = re.compile(r"<[^>]*>")


class Placed(Protocol):
    """Knows where files are on the site."""

    def site_url(self, path: str) -> str:
        """The encoded address of the file `path`, seen from the root of the site."""

    def tag_url(self, tag: str, page: str) -> str:
        """The encoded address of a tag's list, seen from the page of the note `page`."""


class PageData:
    """The data of the pages of one build."""

    def __init__(
        self,
        vault: Vault,
        placed: Placed,
        language: Language,
        lists: Lists,
        problems: Iterable[Problem] = (),
    ) -> None:
        """Take the data from `vault`, the addresses from `placed`, and `lists`; speak `language`.

        Each of `problems` is shown on the page of its note, to the author.
        """
        self._vault = vault
        self._language = language
        self._placed = placed
        self._lists = lists
        told: dict[str, list[str]] = {}
        for problem in problems:
            told.setdefault(problem.path, []).append(problem.told(language))
        self._told: Mapping[str, list[str]] = told

    def of(self, note: Note) -> dict[str, Any]:
        """The data of one note; texts are raw, addresses encoded and seen from the root of the site."""
        groups = listing(self._vault, note, self._language, self._lists)
        filled = {group.anchor for group in groups}
        long = self._lists.long.get(note.path)
        return {
            "title": note.title,
            "shows_title": note.starts_with_title,
            "is_listed": note.visibility.is_listed,
            "aliases": list(note.aliases),
            "tags": [{"name": tag, "url": self._placed.tag_url(tag, note.path)} for tag in note.tags],
            "problems": self._told.get(note.path, []),
            "backlinks": [
                {
                    "title": self._vault.notes[link.path].title,
                    "url": self._placed.site_url(link.path),
                    "before": link.mention.before,
                    "label": link.mention.label or (link.mention.reference.text,),
                    "after": link.mention.after,
                }
                for link in self._vault.backlinks.get(note.path, ())
            ],
            "listing": [
                {
                    "title": group.title,
                    "anchor": group.anchor,
                    "notes": [self._listed(listed) for listed in group.notes],
                    "is_dense": long is not None or len(group.notes) > LONGEST,
                    "more": group.more and self.letters(group.more),
                }
                for group in groups
            ],
            "letters": long and self.letters(long, filled),
        }

    def letters(self, long: LongList, filled: Collection[str] = ()) -> dict[str, Any]:
        """The letters of a long list, and its page; on that page it is said which of their anchors are `filled`."""
        letters = [
            {
                "label": label(letter, self._language),
                "anchor": anchor(letter),
                "href": f"#{quote(anchor(letter))}",
                "is_filled": anchor(letter) in filled,
            }
            for letter in long.alphabet.letters
        ]
        return {"url": self._placed.site_url(long.page), "letters": letters, "count": len(long.notes)}

    def _listed(self, listed: Listed) -> dict[str, Any]:
        """What a list shows of one of its notes."""
        url = self._placed.site_url(listed.path)
        return {"title": listed.title, "url": url, "summary": listed.summary, "aliases": listed.aliases}


def data_of_other(page: Page) -> dict[str, Any]:
    """The data of a page that another plugin made, which has a title and nothing of a vault."""
    return {"title": unescape(_TAG.sub("", page.title or "")), "shows_title": "<h1" in (page.content or "")}
