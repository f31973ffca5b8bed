"""Pages through the templates, each only when something that it shows has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from macros.hosts.build import Build
from macros.hosts.note_page import NotePage
from macros.hosts.others import others_change_pages
from macros.hosts.windows import Window, Windows
from macros.language import message
from macros.render import digest
from macros.render.packed import as_json
from macros.render.progress import progress
from macros.render.workers import in_parallel


@dataclass(frozen=True)
class Frame:
    """What templates show around articles, and the templates."""

    windows: Windows
    """The navigation, and what pages show of its long lists."""
    env: Environment


def write_pages(pages: Sequence[NotePage], build: Build, frame: Frame) -> None:
    """Write those of `pages` that are not up to date, as MkDocs would; all in their order where others change them."""
    site, config, nav = build.site, build.config, frame.windows.nav
    listed, warn = build.files.documentation_pages(), build.sources.tell.warn
    features = config.theme.get("features", ())
    versions = Versions(frame.windows, whole="navigation.prune" not in features or "navigation.sections" in features)

    def write(page: NotePage) -> Sequence[int]:
        page.active = True
        page.load()
        try:
            context = get_context(nav, listed, config, page)
            template = frame.env.get_template("main.html")
            context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
            output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
            page.unload()
        return site.write(page.file.dest_uri, output.encode("utf-8", errors="xmlcharrefreplace"))

    site.expect(page.file.dest_uri for page in pages)
    made, told = [(page, versions.of(page)) for page in pages], message("build.writing")
    alone = not others_change_pages(config)
    stale = [(page, version) for page, version in made if not (alone and site.is_current(page.file.dest_uri, version))]
    writing = in_parallel(lambda item: write(item[0]), stale if alone else (), warn)
    done = dict(progress(writing, len(stale), told))
    left = [(index, *item) for index, item in enumerate(stale)]
    for index, page, version in progress(left, len(left), told):
        site.remember(page.file.dest_uri, version, done.get(index) or write(page))


class Versions:
    """What a page is made of, as a short text: the same text, the same page."""

    def __init__(self, windows: Windows, *, whole: bool) -> None:
        """Know the navigation, of which a page shows the lists on the way to it, or the `whole`.

        Of a long list a page shows a window: one note more changes the pages around its place, and no other.
        """
        self._windows = windows
        self._whole = whole
        self._lists: dict[int, str] = {}
        self._listed: dict[int, Sequence[str]] = {}
        self._texts: dict[int, str] = {}
        home = windows.nav.homepage.url if windows.nav.homepage else ""
        below = windows.sections() if whole else ()
        self._top = digest(home, *(text for section in (None, *below) for text in self._entries(section)))

    def of(self, page: NotePage) -> str:
        """The version of `page`: its article, its data, the lists that lead to it, its neighbours."""
        neighbours = [self._text(item) for item in (page.previous_page, page.next_page) if item]
        around = (self._list(page.parent), *self._around(page), *neighbours)
        head = (page.url, str(page.title), page.canonical_url or "")
        return digest(page.article.version, as_json(page.meta), *around, *head)

    def _list(self, section: StructureItem | None) -> str:
        """The version of the list that `section` has, and of those above it, without windows."""
        if not isinstance(section, Section):
            return self._top
        if id(section) not in self._lists:
            above = self._list(section.parent)
            self._lists[id(section)] = digest(above, str(section.title), *self._entries(section))
        return self._lists[id(section)]

    def _entries(self, section: Section | None) -> Iterable[str]:
        """What the list of `section` shows on each page."""
        for item in self._windows.items(section):
            yield from (item.long.page, *item.long.alphabet.letters) if isinstance(item, Window) else [self._text(item)]

    def _around(self, page: NotePage) -> Iterable[str]:
        """What `page` shows of each long list: its own neighbours, and how those begin that it is not in."""
        for window in self._windows if self._whole else self._windows.above(page):
            if id(window) not in self._listed:
                self._listed[id(window)] = [*map(self._text, window.pages)]
            yield "\0".join(self._listed[id(window)][window.around(page)])

    def _text(self, item: StructureItem) -> str:
        """What a list shows of `item`, put together once."""
        if id(item) not in self._texts:
            self._texts[id(item)] = "\0".join(_shown(item))
        return self._texts[id(item)]


def _shown(item: StructureItem) -> Iterable[str]:
    """What a list shows of one of its items: a page, or a section that leads to its first page."""
    yield from (type(item).__name__, str(item.title))
    first = item
    while isinstance(first, Section) and first.children:
        yield str(len(first.children) > 1)
        indexes = [child for child in first.children if isinstance(child, Page) and child.is_index]
        yield from (text for index in indexes for text in (index.url, str(index.title)))
        first = first.children[0]
    if isinstance(first, Page):
        yield from (first.url, str(first.is_index))
