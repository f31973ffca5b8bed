"""All the pages that are made for a vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.language import Language
from macros.publish.long_list import Lists
from macros.publish.made.home import home_page
from macros.publish.made.hubs import hub_pages
from macros.publish.made.made_page import MadePage
from macros.publish.made.tags import tags_pages
from macros.publish.made.terms import terms_page
from macros.publish.made.wanted import wanted_page
from macros.publish.tag_tree import TagTree
from macros.vault import Vault


@dataclass(frozen=True, slots=True)
class Contents:
    """What a site lists, and the pages that are made for it."""

    lists: Lists
    made: tuple[MadePage, ...]


def made_pages(vault: Vault, tags: TagTree, language: Language, *, wanted: bool) -> Iterator[MadePage]:
    """The pages that `vault` does not have but its readers need, but for those of long lists (`long_pages`).

    That of notes which are `wanted` is only made where somebody wants it.
    """
    yield from home_page(vault, language)
    yield from tags_pages(vault, tags, language)
    yield from terms_page(vault, language)
    yield from hub_pages(vault, language)
    if wanted:
        yield from wanted_page(vault, language)
