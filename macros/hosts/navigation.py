"""The navigation as MkDocs wants it, rendered once for a folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.hosts.windows import Window, Windows
from macros.publish.long_list import LongList
from macros.publish.outline import Branch

Letters = Callable[[LongList], Mapping[str, Any]]

_LINES = re.compile(r"\s*\n\s*")
_LEAF = """\
{%- import "partials/nav-item.html" as item with context -%}
{{ item.render(nav_item, "", level) }}"""
"""One page of a list, which in the theme's list takes the same place whatever page is shown."""
_NO_NAME = "?"
"""A name that nothing in an address has: there a question mark is written `%3F`."""
_ANY_NAME = "?!"
"""Another."""
_NO_TITLE = "\0"
"""A title that no page has."""
_OURS = ("kb/header.html", "kb/search.html", "partials/source.html", "partials/toc.html")
"""Our own templates among those that pages share."""


def theme_loader(config: MkDocsConfig) -> BaseLoader:
    """The templates of the theme without our own, except those that pages share."""
    custom = Path(config.theme.custom_dir or "-")
    own = {name: file.read_text("utf-8") for name in _OURS if (file := custom / name).is_file()}
    theirs = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir]
    return ChoiceLoader([DictLoader(own), FileSystemLoader(theirs)])


class SharedNavigation:
    """`partials/nav.html` of the theme without blank lines, for any page and not rendered for each.

    Pages of one folder differ in a single item, their own, which is active and has the page's table of contents; and in
    what they show of their list where that is long.
    """

    def __init__(self, env: Environment, theme: Environment, windows: Windows, letters: Letters) -> None:
        """Render the templates of `theme`, which has none of our own, and for long lists their `letters` with `env`."""
        self._theme = theme
        self._leaf = self._theme.from_string(_LEAF)
        self._above = env.get_template("kb/nav-letters.html")
        self._windows = windows
        self._letters = letters
        self._shared: dict[tuple[str, int], str] = {}
        self._items: dict[str, dict[int, str]] = {}
        self._usual: dict[tuple[str, int], str] = {}

    @pass_context
    def __call__(self, context: Context) -> str:
        """The navigation for the page of `context`."""
        page, variables = context.get("page"), dict(context.get_all())
        if not isinstance(page, Page) or page.is_index:
            return self._whole(variables)
        folder = posixpath.dirname(page.url.rstrip("/"))
        other = SimpleNamespace(url=_beside(page, _NO_NAME), meta={}, toc=())
        elsewhere = {**variables, "page": other}
        if not self._windows.lists(page):
            return self._once((folder, 0), elsewhere)
        items = self._items.setdefault(folder, {})
        with _inactive(page):
            own = self._windows.at(page.parent)
            html = self._once((folder, id(page.parent)), elsewhere, but=own)
            if own:
                html = self._fill(html, own, elsewhere, page, items)
            listed = self._usual_item((folder, id(page.parent)), elsewhere, page)
            if html.count(listed) != 1:
                listed = self._item(elsewhere, page, items)
        if html.count(listed) != 1:
            return self._whole(variables)
        return html.replace(listed, self._item(variables, page, {}))

    def _once(self, key: tuple[str, int], variables: dict[str, Any], but: Window | None = None) -> str:
        if key not in self._shared:
            self._shared[key] = self._whole(variables, but)
        return self._shared[key]

    def _whole(self, variables: dict[str, Any], but: Window | None = None) -> str:
        """The navigation with all windows but one."""
        with self._windows.marked():
            html = _compact(self._theme.get_template("partials/nav.html").render(variables))
        for window in self._windows:
            if window is not but:
                html = self._fill(html, window, variables, variables["page"], {})
        return html

    def _fill(self, html: str, window: Window, variables: dict[str, Any], page: object, known: dict[int, str]) -> str:
        """`html` with the neighbours of `page` in the place of a long list; `known` are items as they are rendered."""
        mark = self._item(variables, window.mark, known)
        if mark not in html:  # the folder is not open
            return html
        if id(window) not in known:
            known[id(window)] = _compact(self._above.render({**variables, "letters": self._letters(window.long)}))
        shown = (self._item(variables, item, known) for item in window.pages[window.around(page)])
        return html.replace(mark, "\n".join((known[id(window)], *shown)), 1)

    def _usual_item(self, place: tuple[str, int], variables: dict[str, Any], page: Page) -> str:
        """The item of a page that has an address and a title, and nothing else that the theme would show."""
        if place not in self._usual:
            url, above = _beside(page, _ANY_NAME), (*page.ancestors,)
            any_page = SimpleNamespace(title=_NO_TITLE, url=url, meta={}, ancestors=above)
            self._usual[place] = self._item(variables, any_page, {})
        name = posixpath.basename(page.url.rstrip("/")).removesuffix(".html")
        return self._usual[place].replace(_ANY_NAME, name).replace(_NO_TITLE, str(page.title))

    def _item(self, variables: dict[str, Any], item: Any, known: dict[int, str]) -> str:
        if id(item) not in known:
            level = 1 + len(list(item.ancestors))
            known[id(item)] = _compact(self._leaf.render({**variables, "nav_item": item, "level": level}))
        return known[id(item)]


def _beside(page: Page, name: str) -> str:
    """The address of a page of that name, in the folder where `page` is."""
    folder = posixpath.dirname(page.url.rstrip("/"))
    return posixpath.join(folder, f"{name}/" if page.url.endswith("/") else f"{name}.html")


class SharedParts:
    """Parts of a page that are the same on all pages that are as far from the root of the site."""

    def __init__(self, theme: Environment) -> None:
        """Render the templates of `theme`, which has none of our own."""
        self._theme = theme
        self._shared: dict[tuple[str, str], str] = {}

    @pass_context
    def __call__(self, context: Context, name: str, title: object = "") -> str:
        """The theme's template `name`, or the block of that name of its pages; where it shows their title, `title`."""
        key = (name, context["base_url"])
        if key not in self._shared:
            self._shared[key] = self._render(name, _seen_from_afar(dict(context.get_all())))
        return self._shared[key].replace(_NO_TITLE, str(title))

    def _render(self, name: str, variables: dict[str, Any]) -> str:
        if name.endswith(".html"):
            return self._theme.get_template(name).render(variables)
        page = self._theme.get_template("base.html")
        return "".join(page.blocks[name](page.new_context(variables)))


def _seen_from_afar(variables: dict[str, Any]) -> dict[str, Any]:
    """`variables` for a page as far from the root as this one, and in no folder of the site.

    From a page in `assets/` the files there have shorter addresses, which lead nowhere from other pages.
    """
    if not variables.get("page"):
        return variables
    depth = variables["base_url"].count("..")
    return {**variables, "page": SimpleNamespace(url=f"{_NO_NAME}/" * depth, meta={}, title=_NO_TITLE)}


def _compact(html: str) -> str:
    """Without the blank lines, of which the theme writes one for each page of a folder that it does not list."""
    return _LINES.sub("\n", html).strip()


@contextmanager
def _inactive(page: Page) -> Iterator[None]:
    """Makes a page inactive, its sections staying as they are."""
    page.active = False
    if page.parent is not None:
        page.parent.active = True
    yield
    page.active = True


def as_nav(children: Sequence[str | Branch]) -> list[Any]:
    """A part of the outline as MkDocs has it in `nav`: paths, and titles with lists. A title is HTML from here on."""
    return [
        {escape(child.title, quote=False): as_nav(child.children)} if isinstance(child, Branch) else child
        for child in children
    ]
