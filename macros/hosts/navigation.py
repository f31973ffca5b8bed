"""The navigation as MkDocs wants it, rendered once for a folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.publish.outline import Branch

_LINES = re.compile(r"\s*\n\s*")
_LEAF = """\
{%- import "partials/nav-item.html" as item with context -%}
{{ item.render(nav_item, "", level) }}"""
"""One page of a list, which in the theme's list takes the same place whatever page is shown."""


_OURS = "partials/source.html"
"""What of our own templates the theme's navigation shows."""


def theme_loader(config: MkDocsConfig) -> BaseLoader:
    """The templates of the theme as if there were none of our own, but for what its navigation shows of them."""
    custom = Path(config.theme.custom_dir or "-")
    own = {_OURS: file.read_text("utf-8")} if (file := custom / _OURS).is_file() else {}
    theirs = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir]
    return ChoiceLoader([DictLoader(own), FileSystemLoader(theirs)])


class SharedNavigation:
    """`partials/nav.html` of the theme for any page, but for blank lines, without rendering it for each.

    Pages of one folder differ in a single item: their own, which is active and has the page's table of contents.
    """

    def __init__(self, theme: Environment) -> None:
        """Render the templates of `theme`, which has none of our own."""
        self._theme = theme
        self._leaf = self._theme.from_string(_LEAF)
        self._shared: dict[tuple[str, int], str] = {}

    @pass_context
    def __call__(self, context: Context) -> str:
        """The navigation for the page of `context`."""
        page, variables = context.get("page"), dict(context.get_all())
        whole = self._theme.get_template("partials/nav.html")
        if not isinstance(page, Page) or page.is_index or (page.parent is None and page not in context["nav"].items):
            return _compact(whole.render(variables))
        folder = posixpath.dirname(page.url.rstrip("/"))
        key = (folder, id(page.parent))
        name = "-/" if page.url.endswith("/") else "-.html"  # without a dot MkDocs takes it for a folder
        other = SimpleNamespace(url=posixpath.join(folder, name), meta={}, toc=())
        if key not in self._shared:
            with _inactive(page):
                self._shared[key] = _compact(whole.render({**variables, "page": other}))
        shared = self._shared[key]
        with _inactive(page):
            listed = self._item({**variables, "page": other}, page)
        if shared.count(listed) != 1:
            return _compact(whole.render(variables))
        return shared.replace(listed, self._item(variables, page))

    def _item(self, variables: dict[str, Any], page: Page) -> str:
        level = 1 + len(list(page.ancestors))
        return _compact(self._leaf.render({**variables, "nav_item": page, "level": level}))


class SharedParts:
    """Parts of a page that are the same on all pages that are as far from the root of the site."""

    def __init__(self, theme: Environment) -> None:
        """Render the templates of `theme`, which has none of our own."""
        self._theme = theme
        self._shared: dict[tuple[str, str], str] = {}

    @pass_context
    def __call__(self, context: Context, name: str, block: Callable[[], str] | None = None) -> str:
        """The theme's template `name`, or the `block` of that name."""
        key = (name, context["base_url"])
        if key not in self._shared:
            variables = context.get_all()
            self._shared[key] = block() if block else self._theme.get_template(name).render(variables)
        return self._shared[key]


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
