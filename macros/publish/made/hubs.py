"""The pages that list all notes that link to one to which very many do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from macros.language import Language
from macros.publish.linking import hubs
from macros.publish.made.listing import LISTING, bar, by_letter, listing, named
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.vault import Vault
from macros.vault.folder import MADE


def hub_pages(vault: Vault, language: Language) -> Iterator[MadePage]:
    """A page for each note whose own shows only some of the notes that link to it."""
    for path in hubs(vault):
        title = language.say("linking.title", name=vault.notes[path].title)
        text = language.say("linking.text", count=len(vault.backlinks[path]))
        note = made_note(hub_path(path), title, text)
        address = f"assets/kb/{note.path.removeprefix(f'{MADE}/')}"
        yield MadePage(note, address, LISTING, partial(_shows, path), is_in_navigation=False, shows_links=True)


def hub_path(path: str) -> str:
    """The path of the page for the note `path`."""
    return f"{MADE}/links/{hashlib.sha256(path.encode()).hexdigest()[:10]}.md"


def _shows(path: str, around: Surroundings) -> Mapping[str, Any]:
    vault = around.vault
    groups = by_letter(named(vault.notes[link.path] for link in vault.backlinks[path]), around.language)
    return {**listing(groups, around, is_dense=True), "letters": bar(groups)}
