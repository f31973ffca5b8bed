"""The home page of a vault that has none: its notes by folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.language import Language
from macros.publish.long_list import Lists
from macros.publish.made.listing import LISTING, Group, listed, listing, name_id
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.vault import Note, Vault

HOME = "index.md"


def home_page(vault: Vault, language: Language) -> Iterator[MadePage]:
    """The home page, where no note of `vault` is one."""
    if not vault.home:
        note = made_note(HOME, language.say("home.title"), language.say("home.text", count=len(vault.listed)))
        yield MadePage(note, HOME, LISTING, _shows)


def folder_groups(vault: Vault, lists: Lists) -> Iterator[Group]:
    """Folders and notes in the order of the navigation."""
    outline, long = lists.outline, {found.folder: found for found in lists.long.values()}
    by_folder: dict[str, list[Note]] = {}
    for path in sorted(vault.listed, key=outline.key):
        note = vault.notes[path]
        by_folder.setdefault(note.folder, []).append(note)
    for folder in sorted(by_folder, key=outline.folder_key):
        more = long.get(folder)
        elsewhere = {note.path for note in more.notes} if more else set[str]()
        here = listed([note for note in by_folder[folder] if note.path not in elsewhere])
        yield Group(folder, name_id(f"{folder}/"), here, more)


def _shows(around: Surroundings) -> Mapping[str, Any]:
    return listing(folder_groups(around.vault, around.lists), around)
