"""The search index of a site, written when what it is made of has changed."""

from __future__ import annotations

from collections.abc import Iterable

from macros.hosts.note_page import NotePage
from macros.hosts.site import Site
from macros.render import Store, digest, pack
from macros.search.index import files
from macros.vault import Note

_KIND, _KEY = "search", "index"
_THEME = '{"config": {"lang": ["ko"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}'
"""What is in the theme's own index, which a page would load before a reader types."""


class SearchIndex:
    """The index of some pages."""

    def __init__(self, pages: Iterable[NotePage], site: Site, store: Store) -> None:
        """Index those of `pages` that may be found; write into `site`, and remember in `store`."""
        self._pages = [page for page in pages if not _is_hidden(page.note)]
        self._site = site
        self._store = store

    def write(self) -> None:
        """Write the files of the index, unless they are there."""
        name = f"{_KIND}/search_index.json"
        self._site.remember(name, "", self._site.write(name, _THEME.encode()))
        version = digest(*(text for page in self._pages for text in (page.note.path, page.article.version, page.url)))
        known, names = self._store.get(_KIND, _KEY) or ("", [])
        if known == version and all(self._site.is_current(name, version) for name in names):
            return
        written: list[str] = []
        urls = {page.note.path: page.url for page in self._pages}
        for name, text in files((page.article.share for page in self._pages), urls):
            written.append(f"{_KIND}/{name}")
            self._site.remember(written[-1], version, self._site.write(written[-1], text.encode("utf-8")))
        self._store.put(_KIND, _KEY, pack((version, written)))


def _is_hidden(note: Note) -> bool:
    """True for a note that says `search: {exclude: true}`, as the theme's own search has it."""
    search = note.properties.get("search")
    return isinstance(search, dict) and str(search.get("exclude", "")).casefold() in ("true", "yes", "on")
