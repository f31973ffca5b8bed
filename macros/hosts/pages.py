"""Pages through the templates, each only when something that it shows has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from macros.hosts.build import Build
from macros.hosts.note_page import NotePage
from macros.language import message
from macros.render import digest
from macros.render.progress import progress
from macros.render.workers import in_parallel


@dataclass(frozen=True)
class Frame:
    """What templates show around articles, and the templates."""

    nav: Navigation
    env: Environment


def write_pages(pages: Sequence[NotePage], build: Build, frame: Frame) -> None:
    """Write those of `pages` that are not up to date, as MkDocs would."""
    site, config, nav = build.site, build.config, frame.nav
    listed, warn = build.files.documentation_pages(), build.sources.tell.warn
    features = config.theme.get("features", ())
    versions = Versions(nav, whole="navigation.prune" not in features or "navigation.sections" in features)

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
    stale = [(page, version) for page in pages if not site.is_current(page.file.dest_uri, version := versions.of(page))]
    writing, told = in_parallel(lambda item: write(item[0]), stale, warn), message("build.writing")
    done = dict(progress(writing, len(stale), told))
    left = [(index, *item) for index, item in enumerate(stale)]
    for index, page, version in progress(left, len(left), told):
        site.remember(page.file.dest_uri, version, done.get(index) or write(page))


class Versions:
    """What a page is made of, as a short text: the same text, the same page."""

    def __init__(self, nav: Navigation, *, whole: bool) -> None:
        """Know the navigation, of which a page shows the lists on the way to it, or the `whole`."""
        self._lists: dict[int, str] = {}
        home = nav.homepage.url if nav.homepage else ""
        self._top = digest(home, *(text for item in (_all(nav.items) if whole else nav.items) for text in _shown(item)))

    def of(self, page: NotePage) -> str:
        """The version of `page`: its article, its data, the lists that lead to it, its neighbours."""
        neighbours = [text for item in (page.previous_page, page.next_page) if item for text in _shown(item)]
        around = (self._list(page.parent), *neighbours, page.url, str(page.title), page.canonical_url or "")
        return digest(page.article.version, json.dumps(page.meta, sort_keys=True), *around)

    def _list(self, section: StructureItem | None) -> str:
        """The version of the list that `section` has, and of those above it."""
        if not isinstance(section, Section):
            return self._top
        if id(section) not in self._lists:
            shown = (text for item in section.children for text in _shown(item))
            self._lists[id(section)] = digest(self._list(section.parent), str(section.title), *shown)
        return self._lists[id(section)]


def _all(items: Iterable[StructureItem]) -> Iterable[StructureItem]:
    for item in items:
        yield item
        if isinstance(item, Section):
            yield from _all(item.children)


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
