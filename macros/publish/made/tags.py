"""The page that every tag leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from macros.language import Language
from macros.publish.made.listing import LISTING, Group, listed, listing, name_id
from macros.publish.made.made_page import FOLDER, MadePage, Surroundings, made_note
from macros.vault import Vault

TAGS = f"{FOLDER}/tags.md"
_ADDRESS = "tags.md"


def tags_page(vault: Vault, language: Language) -> Iterator[MadePage]:
    """The list of all tags of `vault`, each with its notes."""
    count = len(vault.tags)
    text = language.say("tags.text" if count else "tags.none", count=count)
    note = made_note(TAGS, language.say("tags.title"), text)
    yield MadePage(note, _ADDRESS, LISTING, _shows, is_in_navigation=False)


def tag_groups(vault: Vault) -> Iterator[Group]:
    """The tags in their order, with their notes."""
    for tag, paths in vault.tags.items():
        yield Group(tag, name_id(tag), listed([vault.notes[path] for path in paths]))


def tag_anchor(tag: str) -> str:
    """The id of a tag's list, encoded for an address."""
    return quote(name_id(tag))


def _shows(around: Surroundings) -> Mapping[str, Any]:
    return listing(tag_groups(around.vault), around)
