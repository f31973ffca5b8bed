"""What templates show beside the article, as plain data: they compute nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from typing import Any

from mkdocs.structure.pages import Page

from macros.hosts.cards import Cards
from macros.publish.arcs import arcs_of
from macros.publish.crumbs import Crumbs
from macros.publish.linking import Linking, sentence, sentences
from macros.publish.long_list import LongList
from macros.publish.made.hubs import hub_path
from macros.publish.made.listing import letters
from macros.publish.made.made_page import MadePage, Surroundings
from macros.publish.neighbours import neighbours_of
from macros.publish.origin import origin_of
from macros.publish.sharing import markdown_url
from macros.publish.ways import path_of, ways
from macros.vault import Backlink, Note, Problem
from macros.vault.frontmatter import flag_of

_TAG = re.compile(r"<[^>]*>")
MOST_NAMED = 20
"""Notes on the page of a term that name it without a link: more are counted."""


class PageData:
    """The data of the pages of one build."""

    def __init__(
        self,
        around: Surroundings,
        made: Iterable[MadePage] = (),
        problems: Iterable[Problem] = (),
        repository: str = "",
        cards: Cards | None = None,
        *,
        markdown: bool = False,
    ) -> None:
        """Take all from the build `around`, and from the pages that are `made` what they show.

        Each of `problems` is shown on the page of its note, to the author. The notes lie in `repository` on the web.
        A site that has an address has `cards`; with `markdown` notes are on it as such too.
        """
        self.cards = cards
        self._has_markdown = markdown
        self._repository = repository
        self._around = around
        self._crumbs = Crumbs(around)
        self._made = {page.path: page for page in made}
        told: dict[str, list[str]] = {}
        for problem in problems:
            told.setdefault(problem.path, []).append(problem.told(around.language))
        self._told: Mapping[str, list[str]] = told

    def of(self, note: Note) -> dict[str, Any]:
        """The data of one note; texts are raw, addresses encoded and seen from the root of the site."""
        placed = self._around.placed
        made = self._made.get(note.path)
        is_written = note.path in self._around.vault.notes
        return {
            "title": note.title,
            "shows_title": note.starts_with_title,
            "lang": note.lang,
            "summary": note.summary,
            "is_listed": note.visibility.is_listed,
            "is_written": is_written,
            "takes_comments": self._takes_comments(note),
            "dates": self._dates(note.path),
            "origin": origin_of(self._repository, note.path, note.title) if is_written and self._repository else {},
            "markdown": self._markdown(note),
            "share": self.cards.shown(note) if self.cards else {},
            "aliases": list(note.aliases),
            "tags": [{"name": tag, "url": placed.tag_url(tag, note.path)} for tag in note.tags],
            "problems": self._told.get(note.path, []),
            "backlinks": self._backlinks(note.path),
            "neighbours": self._neighbours(note.path),
            "crumbs": self._crumbs.of(note),
            "ways": ways(note, self._around),
            "path": path_of(note, self._around),
            "made": {"kind": made.kind, **made.shows(self._around)} if made and made.kind else None,
        }

    def _takes_comments(self, note: Note) -> bool:
        """True for a note that somebody wrote and everybody may find, unless it says `comments: false`."""
        says = note.properties.get("comments") or "true"
        return note.path in self._around.vault.listed and flag_of(says) is True

    def _dates(self, path: str) -> dict[str, str]:
        """The days of the note, as in `2026-11-26`; one that was not changed since says only when it was made."""
        found = self._around.vault.dates(path)
        shown = {"created": found.created, "updated": found.updated if found.updated != found.created else None}
        return {name: day.isoformat() for name, day in shown.items() if day}

    def _markdown(self, note: Note) -> str:
        has_it = self._has_markdown and note.path in self._around.vault.listed
        return markdown_url(self._around.placed.site_url(note.path)) if has_it else ""

    def naming(self, sources: Sequence[str]) -> dict[str, Any]:
        """What a page shows of the notes that name it without a link."""
        shown = [self._entry(path) for path in sources[:MOST_NAMED]]
        return {"notes": shown, "count": len(sources), "more": len(sources) - len(shown)}

    def _backlinks(self, path: str) -> dict[str, Any] | None:
        found = Linking.to(path, self._around.vault, self._around.lists)
        if not found.count:
            return None
        return {
            "seen": [self._linking(link) for link in found.seen],
            "folded": [self._linking(link) for link in found.folded],
            "count": found.count,
            "more": found.count - len(found.seen) - len(found.folded),
            "all_url": self._around.placed.site_url(hub_path(path)),
        }

    def _linking(self, link: Backlink) -> dict[str, Any]:
        return {**self._entry(link.path), "sentences": [*map(sentence, sentences(link))]}

    def _neighbours(self, path: str) -> dict[str, Any] | None:
        found = neighbours_of(path, self._around.vault)
        if found is None:
            return None
        return {
            "into": [self._entry(each) for each in found.into],
            "out": [self._entry(each) for each in found.out],
            "more": found.more,
            "arcs": arcs_of(found)._asdict(),
        }

    def _entry(self, path: str) -> dict[str, Any]:
        return {"title": self._around.vault.notes[path].title, "url": self._around.placed.site_url(path)}

    def letters(self, long: LongList) -> dict[str, Any]:
        """The letters of a long list, for its navigation."""
        return letters(long, self._around)


def data_of_other(page: Page) -> dict[str, Any]:
    """The data of a page that another plugin made, which has a title and nothing of a vault."""
    return {"title": unescape(_TAG.sub("", page.title or "")), "shows_title": "<h1" in (page.content or "")}
