"""The theme's navigation, rendered once for a folder and shared by its pages."""

from __future__ import annotations

import posixpath
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

_LEAF = """\
{%- import "partials/nav-item.html" as item with context -%}
{{ item.render(nav_item, "", level) }}"""
"""One page of a list, which in the theme's list takes the same place whatever page is shown."""


class SharedNavigation:
    """`partials/nav.html` of the theme for any page, letter for letter, without rendering it for each.

    Pages of one folder differ in a single item: their own, which is active and has the page's table of contents.
    """

    def __init__(self, environment: Environment, folders: list[str]) -> None:
        """Render the templates of the theme's `folders`, our own overrides left out, in `environment`."""
        self._theme = environment.overlay(loader=FileSystemLoader(folders))
        self._leaf = self._theme.from_string(_LEAF)
        self._shared: dict[tuple[str, int], str] = {}

    @pass_context
    def __call__(self, context: Context) -> str:
        """The navigation for the page of `context`."""
        page, variables = context.get("page"), dict(context.get_all())
        whole = self._theme.get_template("partials/nav.html")
        if not isinstance(page, Page) or page.is_index or (page.parent is None and page not in context["nav"].items):
            return whole.render(variables)
        folder = posixpath.dirname(page.url.rstrip("/"))
        key = (folder, id(page.parent))
        other = SimpleNamespace(url=posixpath.join(folder, "-") + "/" * page.url.endswith("/"), meta={}, toc=())
        if key not in self._shared:
            with _inactive(page):
                self._shared[key] = whole.render({**variables, "page": other})
        shared = self._shared[key]
        with _inactive(page):
            listed = self._item({**variables, "page": other}, page)
        if shared.count(listed) != 1:
            return whole.render(variables)
        return shared.replace(listed, self._item(variables, page))

    def _item(self, variables: dict[str, Any], page: Page) -> str:
        level = 1 + len(list(page.ancestors))
        return self._leaf.render({**variables, "nav_item": page, "level": level})


class _inactive:  # noqa: N801 - reads as the statement that it is
    """Makes a page inactive, its sections staying as they are."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __enter__(self) -> None:
        self._page.active = False
        _activate(self._page.parent)

    def __exit__(self, *_: object) -> None:
        self._page.active = True


def _activate(section: Section | None) -> None:
    if section is not None:
        section.active = True
