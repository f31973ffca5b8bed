"""A note as a page of MkDocs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from html import escape
from typing import Any, Protocol
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.language import Language
from macros.macro_report import calls_macros
from macros.publish.lead import lead
from macros.publish.long_list import LONGEST, LongList, anchor, label
from macros.publish.pages import listing
from macros.render import Articles
from macros.vault import Note, Vault

_PARTS = ("navigation", "toc", "path", "footer", "tags")
"""Parts of a page that the theme lets a note hide."""


class Placed(Protocol):
    """Knows where files are on the site."""

    def site_url(self, path: str) -> str:
        """The encoded address of the file `path`, seen from the root of the site."""

    def tag_url(self, tag: str, page: str) -> str:
        """The encoded address of a tag's list, seen from the page of the note `page`."""


class NotePage(Page):
    """A page whose text, title and properties come from the vault, not from the file a second time."""

    def __init__(
        self, note: Note, file: File, config: MkDocsConfig, articles: Articles, data: PageData, label: str = ""
    ) -> None:
        """Become the page of `file`, in the navigation under `label` where the author gave one.

        The title is HTML from here on: the theme does not escape it.
        """
        super().__init__(escape(label or note.title, quote=False), file, config)
        self.note = note
        self._articles = articles
        self._data = data
        self._site_is_described = bool(config.site_description)

    @property
    def calls_macros(self) -> bool:
        """True when the note asks for macros, which change its text."""
        return calls_macros(self.note)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the note's body, and of its properties those that the theme understands."""
        self.markdown = self.note.body
        self.meta = self._properties = {**_theme_properties(self.note), "kb": self._data.of(self.note)}
        if self.calls_macros:
            self.meta["render_macros"] = True

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the body, as the macros left it, to `content` and `toc`."""
        self.article = self._articles.of(self.note, self.markdown or "")
        self.present_anchor_ids = None
        self.content = ""
        if any(config.plugins.events["page_content"]):
            self.show()  # to another plugin, which may change it

    def show(self) -> None:
        """Have the article at hand, as `content` and `toc`, and its first sentence where the note has no summary."""
        if not self.content:
            rendered = self.article.rendered
            self.content = rendered.html
            self.toc = get_toc(list(rendered.toc_tokens))  # type: ignore[arg-type]
        if not (self.meta.get("description") or (self.is_homepage and self._site_is_described)):
            self.meta = {**self.meta, "description": escape(lead(self.content))}

    def put_away(self) -> None:
        """Forget the article, which fills the memory."""
        self.content = None
        self.meta = self._properties


class PageData:
    """What templates show beside the article, as plain data: they compute nothing."""

    def __init__(self, vault: Vault, placed: Placed, language: Language, lists: Mapping[str, LongList]) -> None:
        """Take the data from `vault`, the addresses from `placed` and long `lists`; speak `language`."""
        self.vault = vault
        self._lists = lists
        self._language = language
        self._placed = placed
        self.problems: dict[str, list[str]] = {}
        """What is wrong in a note, for its author: filled while `mkdocs serve` runs."""

    def of(self, note: Note) -> dict[str, Any]:
        """The data of one note; texts are raw, addresses encoded and seen from the root of the site."""
        groups = listing(self.vault, note, self._language, self._lists)
        filled = {group.anchor for group in groups}
        long = self._lists.get(note.path)
        return {
            "title": note.title,
            "shows_title": note.starts_with_title,
            "aliases": list(note.aliases),
            "tags": [{"name": tag, "url": self._placed.tag_url(tag, note.path)} for tag in note.tags],
            "problems": self.problems.setdefault(note.path, []),
            "backlinks": [
                {
                    "title": self.vault.notes[link.path].title,
                    "url": self._placed.site_url(link.path),
                    "label": link.mention.reference.text,
                    "before": link.mention.before,
                    "after": link.mention.after,
                }
                for link in self.vault.backlinks.get(note.path, ())
            ],
            "listing": [
                {
                    "title": group.title,
                    "anchor": group.anchor,
                    "notes": [
                        {
                            "title": listed.title,
                            "url": self._placed.site_url(listed.path),
                            "summary": listed.summary,
                            "aliases": listed.aliases,
                        }
                        for listed in group.notes
                    ],
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


def _theme_properties(note: Note) -> dict[str, Any]:
    """The front matter as far as the theme may trust it: known keys, of the right type, escaped.

    Obsidian's plugins use `icon`, `template` and `hide` for their own ends; handed on, they stop the build.
    """
    properties: dict[str, Any] = {
        "tags": [escape(tag) for tag in note.tags],
        "search": {"exclude": True},
    }  # see search/
    if note.summary:
        properties["description"] = escape(note.summary)
    hidden = note.properties.get("hide")
    if isinstance(hidden, list):
        properties["hide"] = [part for part in hidden if part in _PARTS]
    return properties


def note_pages(files: Iterable[File]) -> list[NotePage]:
    """The pages of notes among `files`."""
    return [file.page for file in files if isinstance(file.page, NotePage)]
