"""The search index of a site, brought up to date with the notes that have changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from macros.hosts.note_page import NotePage
from macros.hosts.site import Site
from macros.language import Language
from macros.render import Article, Articles, Store, digest, pack
from macros.render.beside import beside
from macros.search.index import files
from macros.search.lexicon import Lexicon
from macros.search.revision import CannotReviseError, Edited, revised
from macros.vault import Note
from macros.vault.frontmatter import flag_of

_FOLDER = "search"
_KIND, _KEY = "search", "index"
"""Under which the store has what the index was made of, and the names of its files."""


class SearchIndex:
    """The index of some pages."""

    def __init__(
        self,
        pages: Iterable[NotePage],
        articles: Articles,
        site: Site,
        store: Store,
        language: Language,
        lexicon: Lexicon | None,
    ) -> None:
        """Index those of `pages` that may be found; write into `site`, and remember in `store`.

        Terms of `lexicon`, where there is one, stand for each other.
        """
        self._pages = [page for page in pages if not is_excluded(page.note)]
        self._articles = articles
        self._site = site
        self._store = store
        self._language = language
        self._lexicon = lexicon
        self._beside: Callable[[], tuple[list[str], list[tuple[str, str]]] | None] | None = None

    def begin(self) -> None:
        """Make the index beside what a build does next, where all of it has to be made and its articles are there.

        `write` waits for it, and takes it where no other plugin has changed an article since.
        """
        *_, is_there = self._known()
        ready = [article for page in self._pages if (article := self._articles.ready(page.note))]
        if len(ready) == len(self._pages) and not (self._beside or is_there):
            self._beside = beside(lambda: ([article.version for article in ready], [*self._whole(ready)]))

    def empty_that_of_theme(self) -> None:
        """Write an empty index where the search of the theme, which comes after ours, has put its own."""
        self._write([("search_index.json", _index_of_theme(self._language))])

    def write(self) -> None:
        """Write the files of the index, unless they are there."""
        self.empty_that_of_theme()
        addresses, versions = self._addresses(), [page.article.version for page in self._pages]
        known_versions, names, is_there = self._known()
        if is_there and known_versions == versions:
            self._site.expect(names)
            return
        try:
            changed = revised(self._read, self._edited(known_versions), self._lexicon) if is_there else None
        except CannotReviseError:
            changed = None
        if changed:
            self._write(changed.items())
        else:
            self._site.expect_no_more(names)
            begun, made = (self._beside and self._beside()) or ([], [])
            names = self._write(made if begun == versions else self._whole([page.article for page in self._pages]))
        self._site.expect(names)
        self._store.put(_KIND, _KEY, pack((addresses, versions, names)))
        self._articles.keep_documents(versions)

    def _addresses(self) -> str:
        """The same text while the index has the same notes at the same addresses, and a lexicon or none."""
        return digest(repr(bool(self._lexicon)), *(text for page in self._pages for text in (page.note.path, page.url)))

    def _known(self) -> tuple[Sequence[str], Sequence[str], bool]:
        """Versions of articles and files of the index that is known; True when it is there and has our notes."""
        addresses, versions, names = self._store.get(_KIND, _KEY) or ("", [], [])
        is_there = addresses == self._addresses() and all(self._site.is_current(name, _KIND) for name in names)
        return versions, names, is_there

    def _whole(self, articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
        urls = {page.note.path: page.url for page in self._pages}
        return files((article.document for article in articles), urls, self._lexicon)

    def _edited(self, versions: Sequence[str]) -> list[Edited]:
        """The notes whose articles were of other `versions` when they were put into the index."""
        edited = list[Edited]()
        for number, (page, version) in enumerate(zip(self._pages, versions, strict=True)):
            if page.article.version != version:
                before = self._articles.document(version)
                if before is None:
                    raise CannotReviseError
                edited.append(Edited(number, before, page.article.document, page.url))
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


def _index_of_theme(language: Language) -> str:
    """The theme's own index, which nobody reads: there is nothing in it."""
    config = {"lang": [language.code], "separator": " ", "pipeline": [], "fields": {}}
    return json.dumps({"config": config, "docs": []})


def may_hold(name: str) -> bool:
    """True for the name of a file of the site that an index may have; no page has such a name."""
    folder, _, rest = name.partition("/")
    return folder == _FOLDER and rest.endswith((".txt", ".json")) and "/" not in rest


def is_excluded(note: Note) -> bool:
    """True for a note that says `search: {exclude: true}`, as the theme's own search has it."""
    search = note.properties.get("search")
    return isinstance(search, dict) and flag_of(search.get("exclude")) is True
