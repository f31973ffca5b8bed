"""The page of all notes by letter: where a reader without the search finds any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.language import Language
from macros.publish.letters import Alphabet
from macros.publish.long_list import LongList
from macros.publish.made.listing import LISTING, named
from macros.publish.made.long_pages import whole
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.vault import Vault
from macros.vault.folder import MADE

ALL = f"{MADE}/all.md"
_ADDRESS = "all.md"


def all_page(vault: Vault, language: Language) -> Iterator[MadePage]:
    """The list of all notes of `vault`."""
    note = made_note(ALL, language.say("list.all"), language.say("list.text", count=len(vault.listed)))
    yield MadePage(note, _ADDRESS, LISTING, _shows, is_in_navigation=False)


def _shows(around: Surroundings) -> Mapping[str, Any]:
    listed = named(around.vault.listed.values())
    return whole(LongList("", "", listed, Alphabet.of([note.title for note in listed]), ALL), around)
