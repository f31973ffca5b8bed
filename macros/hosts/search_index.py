"""The search index of a site, brought up to date with the notes that have changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.hosts.note_page import NotePage
from macros.hosts.site import Site
from macros.render import Articles, Store, pack
from macros.search.index import files
from macros.search.revision import CannotReviseError, Edited, revised
from macros.vault import Note

_FOLDER = "search"
_KIND, _KEY = "search", "index"
_THEME = '{"config": {"lang": ["ko"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}'
"""What is in the theme's own index, which a page would load before a reader types."""


class SearchIndex:
    """The index of some pages."""

    def __init__(self, pages: Iterable[NotePage], articles: Articles, site: Site, store: Store) -> None:
        """Index those of `pages` that may be found; write into `site`, and remember in `store`."""
        self._pages = [page for page in pages if not _is_hidden(page.note)]
        self._articles = articles
        self._site = site
        self._store = store

    def write(self) -> None:
        """Write the files of the index, unless they are there."""
        self._write([("search_index.json", _THEME)])
        known, names = self._store.get(_KIND, _KEY) or ((), ())
        made = [[page.note.path, page.url, page.article.version] for page in self._pages]
        is_whole = bool(names) and all(self._site.is_current(name, _KIND) for name in names)
        if is_whole and known == made:
            self._site.expect(names)
            return
        try:
            changed = revised(self._read, self._edited(known)) if is_whole else None
        except CannotReviseError:
            changed = None
        if changed:
            self._write(changed.items())
            self._site.expect(names)
        else:
            urls = {page.note.path: page.url for page in self._pages}
            names = self._write(files((page.article.share for page in self._pages), urls))
        self._store.put(_KIND, _KEY, pack((made, names)))
        self._articles.keep_shares(page.article.version for page in self._pages)

    def _edited(self, known: Sequence[Sequence[str]]) -> list[Edited]:
        """The notes that are not as they were in the index; which notes there are, and where, may not have changed."""
        if [place for *place, _ in known] != [[page.note.path, page.url] for page in self._pages]:
            raise CannotReviseError
        edited = list[Edited]()
        for number, (page, (_, _, version)) in enumerate(zip(self._pages, known, strict=True)):
            if page.article.version != version:
                before = self._articles.share(version)
                if before is None:
                    raise CannotReviseError
                edited.append(Edited(number, before, page.article.share, page.url))
        return edited

    def _read(self, name: str) -> str:
        return self._site.read(f"{_FOLDER}/{name}").decode("utf-8")

    def _write(self, made: Iterable[tuple[str, str]]) -> list[str]:
        """Write files; their names on the site."""
        names = []
        for name, text in made:
            names.append(f"{_FOLDER}/{name}")
            self._site.remember(names[-1], _KIND, self._site.write(names[-1], text.encode("utf-8")))
        return names


def _is_hidden(note: Note) -> bool:
    """True for a note that says `search: {exclude: true}`, as the theme's own search has it."""
    search = note.properties.get("search")
    return isinstance(search, dict) and str(search.get("exclude", "")).casefold() in ("true", "yes", "on")
