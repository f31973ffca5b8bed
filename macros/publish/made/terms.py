"""The glossary's page: every term in the order of the alphabets, 가나다 before ABC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from macros.language import Language
from macros.publish.letters import KOREAN, LATIN, letter_of
from macros.publish.made.listing import LISTING, Group, listing, told
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.vault import Vault, is_index, slugify
from macros.vault.note_reader import GLOSSARY

TERMS = f"{GLOSSARY}/index.md"


def terms_page(vault: Vault, language: Language) -> Iterator[MadePage]:
    """The list of terms, where `vault` has some and no index of them."""
    indexed = any(note.folder == GLOSSARY and is_index(path) for path, note in vault.notes.items())
    if vault.glossary.terms and not indexed:
        text = language.say("terms.text", count=len(vault.glossary.terms))
        yield MadePage(made_note(TERMS, language.say("terms.title"), text), TERMS, LISTING, _shows)


def term_groups(vault: Vault, signs: str) -> Iterator[Group]:
    """The terms under their first letters; `signs` is the heading of those that begin with none."""
    notes = sorted((vault.notes[term.path] for term in vault.glossary.terms), key=lambda note: _order(note.title))
    for initial, group in groupby(notes, key=lambda note: _order(note.title)[1] or signs):
        yield Group(initial, slugify(initial), tuple(map(told, group)))


def _shows(around: Surroundings) -> Mapping[str, Any]:
    return listing(term_groups(around.vault, around.language.say("terms.signs")), around)


def _order(title: str) -> tuple[int, str, str]:
    """Sorts 가나다, then ABC, then the rest; the second part is the heading, empty for signs."""
    letter = letter_of(title)
    if letter and letter in KOREAN:
        return 0, letter, title
    return (1, letter, title.casefold()) if letter and letter in LATIN else (2, "", title)
