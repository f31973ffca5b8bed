"""All the pages that are made for a vault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.commands.library import Library
from macros.language import Language
from macros.publish.folders import Folders
from macros.publish.long_list import Lists
from macros.publish.made.all_notes import all_page
from macros.publish.made.folders import folder_pages
from macros.publish.made.home import home_page
from macros.publish.made.hubs import hub_pages
from macros.publish.made.made_page import MadePage, Placed, Surroundings
from macros.publish.made.recordings import recording_pages, shown_in
from macros.publish.made.tags import tags_pages
from macros.publish.made.terms import terms_page
from macros.publish.made.wanted import wanted_page
from macros.publish.tag_tree import TagTree
from macros.publish.trails import Trails
from macros.vault import Vault


@dataclass(frozen=True, slots=True)
class Contents:
    """What a site lists, and the pages that are made for it."""

    lists: Lists
    folders: Folders
    trails: Trails
    tags: TagTree
    made: tuple[MadePage, ...]

    def around(self, vault: Vault, library: Library, language: Language, placed: Placed) -> Surroundings:
        """What pages of a site are shown in that lists this, and has files where `placed` says."""
        recorded = shown_in(vault, library)
        return Surroundings(
            vault, library, recorded, self.lists, self.folders, self.trails, self.tags, language, placed
        )


@dataclass(frozen=True, slots=True)
class Front:
    """What a site says of itself, and how its folders are called, by paths with a slash at their end."""

    name: str
    description: str
    titles: Mapping[str, str]


def made_pages(
    vault: Vault, library: Library, front: Front, tags: TagTree, language: Language, *, wanted: bool
) -> Iterator[MadePage]:
    """The pages that `vault` does not have but its readers need, but for those of long lists (`long_pages`).

    That of notes which are `wanted` is only made where somebody wants it.
    """
    yield from home_page(vault, front.name, front.description, language)
    yield from tags_pages(vault, tags, language)
    yield from all_page(vault, language)
    terms = [*terms_page(vault, language)]
    yield from terms
    yield from hub_pages(vault, language)
    yield from recording_pages(vault, library)
    if wanted:
        yield from wanted_page(vault, language)
    yield from folder_pages(vault, front.titles, [page.path for page in terms], language)
