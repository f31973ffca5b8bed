"""What of a long list stands in the navigation of a page: its neighbours there, in the place of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from macros.hosts.note_page import NotePage
from macros.publish.long_list import LongList, around

Holder = Navigation | Section
"""What has a list of items: the navigation itself, or one of its sections."""


@dataclass(frozen=True)
class Window:
    """The place of a long list among the items of `holder`."""

    holder: Holder
    long: LongList
    pages: Sequence[Page]
    """Those of the list."""
    items: Sequence[Any]
    """The items of the holder with `mark` in the place of these pages."""
    mark: Any
    _places: dict[int, int]

    def __contains__(self, page: object) -> bool:
        return id(page) in self._places

    def around(self, page: object) -> slice:
        """Which of its pages `page` shows."""
        return around(len(self.pages), self._places.get(id(page)))


class Windows:
    """The long lists of a navigation."""

    def __init__(self, nav: Navigation, lists: Iterable[LongList]) -> None:
        """Find the pages of `lists` in `nav`."""
        self.nav = nav
        self._listed = {id(page) for page in nav.pages}
        owners = {listed.path: long for long in lists for listed in long.notes}
        holders: list[Holder] = [nav, *self.sections()] if owners else []
        found = filter(None, (_window(holder, owners) for holder in holders))
        self._by_holder = {id(window.holder): window for window in found}

    def __iter__(self) -> Iterator[Window]:
        return iter(self._by_holder.values())

    def lists(self, page: Page) -> bool:
        """True for a page that is in the navigation."""
        return id(page) in self._listed

    def at(self, holder: StructureItem | None) -> Window | None:
        """The window of a section; of the navigation itself where there is none."""
        return self._by_holder.get(id(holder if holder is not None else self.nav))

    def sections(self) -> Iterator[Section]:
        """All sections of the navigation."""
        waiting = [*self.nav.items]
        while waiting:
            if isinstance(item := waiting.pop(), Section):
                yield item
                waiting += item.children

    def above(self, page: Page) -> Iterator[Window]:
        """The windows of the lists that lead to `page`."""
        return filter(None, (self.at(holder) for holder in (*page.ancestors, None)))

    def items(self, section: Section | None) -> Sequence[StructureItem | Window]:
        """The items of a section, or of the navigation, with the window in the place of its long list."""
        if found := self.at(section):
            return [found if item is found.mark else item for item in found.items]
        return self.nav.items if section is None else section.children

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Has marks stand in the navigation in the place of long lists."""
        whole = [(window.holder, _items(window.holder)) for window in self]
        for window in self:
            _put(window.holder, window.items)
        try:
            yield
        finally:
            for holder, items in whole:
                _put(holder, items)


def _window(holder: Holder, owners: dict[str, LongList]) -> Window | None:
    owned = [(item, owners.get(item.note.path)) for item in _items(holder) if isinstance(item, NotePage)]
    long = next((long for _, long in owned if long), None)
    if long is None:
        return None
    pages = [page for page, owner in owned if owner is long]
    places = {id(page): number for number, page in enumerate(pages)}
    first = pages[0]  # where a folder leads that is not open
    mark = SimpleNamespace(title=long.page, url=first.url, meta={}, ancestors=(*first.ancestors,))
    items = [mark if item is first else item for item in _items(holder) if item is first or id(item) not in places]
    return Window(holder, long, pages, items, mark, places)


def _items(holder: Holder) -> Sequence[Any]:
    return holder.items if isinstance(holder, Navigation) else holder.children


def _put(holder: Holder, items: Sequence[Any]) -> None:
    if isinstance(holder, Navigation):
        holder.items = list(items)
    else:
        holder.children = list(items)
