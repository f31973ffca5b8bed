"""The fonts of a site, cut to the letters of its pages, and anew only where those have others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from macros.fonts import STYLE_SHEET, Letters, font_files, letters_of_texts, together
from macros.hosts.build import Build
from macros.hosts.note_page import NotePage
from macros.render import digest, pack
from macros.render.beside import beside

_KIND, _KEY = "fonts", "files"
"""Under which the store has the version of the fonts, and the names of their files."""
AREAS = (
    *("comments", "crumbs", "folder", "home", "linking", "list", "lost", "moved", "note", "origin", "page", "part"),
    *("path", "recorded", "run", "script", "search", "software", "style", "tag", "tags", "terms", "wanted"),
)
"""The areas of the catalogue whose words stand on pages."""
_THEME_WORDS = "partials/languages"


_Made = tuple[str, list[tuple[str, bytes]]]
"""The version of the fonts, and their files by name."""


class Fonts:
    """The fonts of a build whose articles are there; none where no page asks for their style sheet."""

    def __init__(self, build: Build) -> None:
        """Cut them to the letters of all that is published, and of the words around it."""
        self._is_asked = STYLE_SHEET in build.config.extra_css
        self._build = build
        self._site, self._store = build.site, build.sources.store
        self._beside: Callable[[], _Made | None] | None = None

    def begin(self) -> None:
        """Cut them beside what a build does next, where they have to be cut; `write` waits for it."""
        if self._is_asked and not self._is_there():
            self._beside = beside(self._cut)

    def write(self) -> None:
        """Write their files, unless they are there."""
        if not self._is_asked:
            return
        _, names = self._known()
        if not self._is_there():
            self._site.expect_no_more(names)
            version, files = (self._beside and self._beside()) or self._cut()
            for name, data in files:
                self._site.remember(name, version, self._site.write(name, data))
            names = [name for name, _ in files]
            self._store.put(_KIND, _KEY, pack((version, names)))
        self._site.expect(names)

    def _is_there(self) -> bool:
        """True when the fonts that are known have these letters, and stand on the site."""
        version, names = self._known()
        stand = bool(names) and all(self._site.is_current(name, version) for name in names)
        return stand and version == digest(*self._letters)

    def _cut(self) -> _Made:
        return digest(*self._letters), [*font_files(self._letters)]

    @cached_property
    def _letters(self) -> Letters:
        return together([*_of_pages(self._build.pages), _of_frame(self._build)])

    def _known(self) -> tuple[str, Sequence[str]]:
        return self._store.get(_KIND, _KEY) or ("", [])


def _of_pages(pages: Iterable[NotePage]) -> Iterator[Letters]:
    for page in pages:
        note = page.note
        yield page.article.letters
        yield letters_of_texts(
            strong=(note.title, str(page.title)), text=(note.summary, note.path, *note.aliases, *note.tags)
        )
        if made := page.meta["kb"]["made"]:
            yield letters_of_texts(text=(json.dumps(made, ensure_ascii=False),))


def _of_frame(build: Build) -> Letters:
    """Those of what stands around articles: our words and the theme's, and what the configuration says."""
    config = build.config
    words = (text for area in AREAS for text in build.sources.language.all_of(area).values())
    said = (config.site_name, config.site_description, config.copyright, config.repo_name, config.nav)
    of_theme = (Path(folder, _THEME_WORDS, f"{config.theme['language']}.html") for folder in config.theme.dirs)
    found = (file.read_text("utf-8") for file in of_theme if file.is_file())
    return letters_of_texts(strong=(*words, *map(str, said)), text=found)
