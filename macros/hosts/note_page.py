"""A note as a page of MkDocs."""

from __future__ import annotations

from html import escape
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.publish.pages import listing
from macros.render import Renderer
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

    def __init__(self, note: Note, file: File, config: MkDocsConfig, renderer: Renderer, data: PageData) -> None:
        """Become the page of `file`. The title is HTML from here on: the theme does not escape it."""
        super().__init__(escape(note.title, quote=False), file, config)
        self._note = note
        self._renderer = renderer
        self._data = data

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the note's body, and of its properties those that the theme understands."""
        self.markdown = self._note.body
        self.meta = {**_theme_properties(self._note), "kb": self._data.of(self._note)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the body, as the macros left it, to `content` and `toc`."""
        rendered = self._renderer.render(self._note.path, self.markdown or "")
        self.content = rendered.html
        self.toc = get_toc(list(rendered.toc_tokens))  # type: ignore[arg-type]
        self.present_anchor_ids = None


class PageData:
    """What templates show beside the article, as plain data: they compute nothing."""

    def __init__(self, vault: Vault, placed: Placed) -> None:
        """Take the data from `vault` and the addresses from `placed`."""
        self._vault = vault
        self._placed = placed

    def of(self, note: Note) -> dict[str, Any]:
        """The data of one note; texts are raw, addresses encoded and seen from the root of the site."""
        return {
            "title": note.title,
            "shows_title": note.starts_with_title,
            "aliases": list(note.aliases),
            "tags": [{"name": tag, "url": self._placed.tag_url(tag, note.path)} for tag in note.tags],
            "backlinks": [
                {
                    "title": self._vault.notes[link.path].title,
                    "url": self._placed.site_url(link.path),
                    "label": link.mention.reference.text,
                    **dict(zip(("before", "after"), link.mention.sentence, strict=True)),
                }
                for link in self._vault.backlinks.get(note.path, ())
            ],
            "listing": [
                {
                    "title": group.title,
                    "anchor": group.anchor,
                    "notes": [
                        {
                            "title": n.title,
                            "url": self._placed.site_url(n.path),
                            "summary": n.summary,
                            "aliases": [name for name in n.aliases if name != n.title] if n.is_term else [],
                        }
                        for n in group.notes
                    ],
                }
                for group in listing(self._vault, note)
            ],
        }


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
    if str(note.properties.get("render_macros", "")).casefold() in ("true", "yes", "on"):
        properties["render_macros"] = True
    return properties
