"""The page of notes that others link to and nobody has written: for the author, for readers where settings say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.language import Language
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.publish.wanting import wanted_notes
from macros.vault import Vault
from macros.vault.folder import MADE

WANTED = f"{MADE}/wanted.md"
_ADDRESS = "wanted.md"
_KIND = "wanted"
_MOST, _SOURCES = 300, 10
"""Notes on the page, and of each the notes that want it: more are counted."""


def wanted_page(vault: Vault, language: Language) -> Iterator[MadePage]:
    """The page of what links of `vault` name and nobody has written, a page without entries where all is."""
    note = made_note(WANTED, language.say("wanted.title"), language.say("wanted.text"))
    yield MadePage(note, _ADDRESS, _KIND, _shows, is_in_navigation=False, shows_links=True)


def _shows(around: Surroundings) -> Mapping[str, Any]:
    notes, found = around.vault.notes, wanted_notes(around.vault)
    entries = [
        {
            "name": wanted.name,
            "count": wanted.count,
            "sources": [
                {"title": notes[path].title, "url": around.placed.site_url(path), "count": count}
                for path, count in list(wanted.sources.items())[:_SOURCES]
            ],
            "more": max(len(wanted.sources) - _SOURCES, 0),
        }
        for wanted in found[:_MOST]
    ]
    return {"wanted": entries, "more": max(len(found) - _MOST, 0)}
