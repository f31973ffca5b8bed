"""All the pages that are made for a vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.commands.library import Library
from macros.language import Language
from macros.publish.long_list import Lists
from macros.publish.made.home import home_page
from macros.publish.made.made_page import MadePage
from macros.publish.made.recordings import recording_pages
from macros.publish.made.tags import tags_page
from macros.publish.made.terms import terms_page
from macros.vault import Vault


@dataclass(frozen=True, slots=True)
class Contents:
    """What a site lists, and the pages that are made for it."""

    lists: Lists
    made: tuple[MadePage, ...]


def made_pages(vault: Vault, library: Library, language: Language) -> Iterator[MadePage]:
    """The pages that `vault` does not have but its readers need, but for those of long lists (`long_pages`)."""
    yield from home_page(vault, language)
    yield from tags_page(vault, language)
    yield from terms_page(vault, language)
    yield from recording_pages(vault, library)
