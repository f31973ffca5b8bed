"""A note as a page of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any, Protocol, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from macros.hosts.page_data import PageData
from macros.macro_report import calls_macros
from macros.publish.lead import lead
from macros.render import Articles
from macros.vault import Note

_PARTS = ("navigation", "toc", "path", "footer", "tags")
"""Parts of a page that the theme lets a note hide."""
TITLE_ID = "__title"
"""The id of the title that content.html writes."""


class _Build(Protocol):
    """What a page takes of a build."""

    @property
    def articles(self) -> Articles: ...

    @property
    def data(self) -> PageData: ...


class NoteFile(File):
    """A file of the vault: whether the site has it as it is, is known by more than its date."""

    def is_modified(self) -> bool:
        """See MkDocs, which with `--dirty` passes over what is older than its page."""
        return True


class NotePage(Page):
    """A page whose text, title and properties come from the vault, not from the file a second time."""

    def __init__(self, note: Note, file: File, config: MkDocsConfig, label: str = "") -> None:
        """Become the page of `file`, in the navigation under `label` where the author gave one.

        The title is HTML from here on: the theme does not escape it.
        """
        super().__init__(escape(label or note.title, quote=False), file, config)
        self.note = note
        self._site_is_described = bool(config.site_description)
        if not note.visibility.is_listed:
            self.canonical_url = self.abs_url = None  # the map of the site has only pages with an address of their own

    @property
    def calls_macros(self) -> bool:
        """True when the note asks for macros, which change its text."""
        return calls_macros(self.note)

    def read_source(self, config: MkDocsConfig) -> None:
        """See MkDocs: take the note's body and properties."""
        self.take_note(self.note, _build(config).data)

    def take_note(self, note: Note, data: PageData) -> None:
        """Take the body of `note`, and of its properties those that the theme understands."""
        self.note = note
        self.markdown = note.body
        shown = _Shown(data.of(note))
        self.meta = self._properties = {**_theme_properties(note), "kb": shown}
        if shown["ways"] or shown["path"]:  # a path says what is next, and so nothing else does
            self.meta["hide"] = [*self.meta.get("hide", ()), "footer"]
        if self.calls_macros:
            self.meta["render_macros"] = True

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """See MkDocs: render the body, as the macros left it, to `content` and `toc`."""
        self.take_article(_build(config).articles)
        if any(config.plugins.events["page_content"]):
            self.load()  # for another plugin, which may change it

    def take_article(self, articles: Articles) -> None:
        """Take the article of the body, which is not loaded until it is wanted."""
        self.article = articles.of(self.note, self.markdown or "")
        self._properties["kb"]["minutes"] = self.article.minutes
        self.present_anchor_ids = None
        self.content = ""

    def load(self) -> None:
        """Read the article into `content` and `toc`; its first sentence describes a page without a summary."""
        if not self.content:
            rendered = self.article.rendered
            self.content = rendered.html
            self.toc = self._contents(get_toc(list(rendered.toc_tokens)))  # type: ignore[arg-type]
        if not (self.meta.get("description") or (self.is_homepage and self._site_is_described)):
            self.meta = {**self.meta, "description": escape(lead(self.content))}

    def _contents(self, toc: TableOfContents) -> TableOfContents:
        """`toc` below the title, to which the theme's skip link leads; where the article has one, that is its first."""
        if self.note.starts_with_title:
            return toc
        title = AnchorLink(escape(self.note.title, quote=False), TITLE_ID, 1)
        title.children = list(toc)
        return TableOfContents([title])

    @property
    def naming(self) -> Any:
        """What is shown of the notes that name this one without a link; None where nothing is."""
        return self._properties["kb"].get("naming")

    @naming.setter
    def naming(self, shown: Any) -> None:
        self._properties["kb"]["naming"] = shown

    def unload(self) -> None:
        """Forget the article, which fills the memory."""
        self.content = None
        self.meta = self._properties


class _Shown(dict[str, Any]):
    """What templates show, in short where mkdocs-macros logs it, which it makes ready for each page."""

    def __repr__(self) -> str:
        return f"<{len(self)} values>"


def _theme_properties(note: Note) -> dict[str, Any]:
    """The front matter as far as the theme may trust it: known keys, of the right type, escaped.

    Obsidian's plugins use `icon`, `template` and `hide` for their own ends; handed on, they stop the build.
    """
    properties: dict[str, Any] = {
        "tags": [escape(tag) for tag in note.tags],
        "search": {"exclude": True},  # the site has a search of its own
    }
    if note.summary:
        properties["description"] = escape(note.summary)
    hidden = note.properties.get("hide")
    if isinstance(hidden, list):
        properties["hide"] = [part for part in hidden if part in _PARTS]
    return properties


def _build(config: MkDocsConfig) -> _Build:
    """The build that MkDocs is at: a page that held it would keep it in a preview's memory."""
    return cast(_Build, getattr(config.plugins["kb"], "build"))  # noqa: B009 - MkDocs knows plugins without it


def note_pages(files: Iterable[File]) -> list[NotePage]:
    """The pages of notes among `files`."""
    return [file.page for file in files if isinstance(file.page, NotePage)]


def label_pages(nav: Any, files: Files) -> None:
    """Give pages the titles that a navigation written by hand has for them, as in `- Title: note.md`."""
    if isinstance(nav, list):
        for item in nav:
            label_pages(item, files)
        return
    for title, below in nav.items() if isinstance(nav, dict) else ():
        file = files.get_file_from_path(below) if isinstance(below, str) else None
        if file is None:
            label_pages(below, files)
        elif isinstance(file.page, NotePage):
            file.page.title = escape(str(title), quote=False)
