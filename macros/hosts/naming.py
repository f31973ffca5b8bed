"""The pages of terms show which notes name them without a link: that is known when all articles are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.hosts.build import Build
from macros.hosts.note_page import NotePage
from macros.publish.naming import named_without_link


def show_naming(build: Build) -> list[NotePage]:
    """Give each page what it shows of the notes that name it; the pages on which that is something else than before."""
    naming = _naming(build)
    changed = [page for page in build.pages if page.naming != naming.get(page.note.path)]
    for page in changed:
        page.naming = naming.get(page.note.path)
    return changed


def _naming(build: Build) -> Mapping[str, Any]:
    terms = {page.note.path: page.article.terms for page in build.pages}
    found = named_without_link(terms, build.sources.vault, build.contents.lists.places)
    return {path: build.data.naming(sources) for path, sources in found.items()}
