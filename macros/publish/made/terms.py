"""The glossary's page: every term in the order of the alphabets, 가나다 before ABC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from macros.language import Language
from macros.publish.letters import KOREAN, LATIN, letter_of
from macros.publish.long_list import Listed
from macros.publish.made.listing import LISTING, Group, bar, listing, told
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.vault import Vault, is_index, slugify
from macros.vault.note_reader import GLOSSARY

TERMS = f"{GLOSSARY}/index.md"
_ROOM = 80_000
"""Bytes of what is said of all terms, for a page that a phone loads at once."""
_SHORT = 40
"""Letters of a summary that are left where whole ones do not fit."""


def terms_page(vault: Vault, language: Language) -> Iterator[MadePage]:
    """The list of terms, where `vault` has some and no index of them."""
    indexed = any(note.folder == GLOSSARY and is_index(path) for path, note in vault.notes.items())
    if vault.glossary.terms and not indexed:
        text = language.say("terms.text", count=len(vault.glossary.terms))
        yield MadePage(made_note(TERMS, language.say("terms.title"), text), TERMS, LISTING, _shows)


def listed_in(folder: str, around: Surroundings) -> int:
    """How many notes the page of `folder` lists: where that is the list of terms, those of other folders too."""
    vault, front = around.vault, around.lists.outline.front_of.get(folder, "")
    terms = len(vault.glossary.terms) if front == TERMS and front not in vault.notes else 0
    return terms or around.folders.counts[folder]


def term_groups(vault: Vault, signs: str) -> Iterator[Group]:
    """The terms under their first letters; `signs` is the heading of those that begin with none."""
    notes = sorted((vault.notes[term.path] for term in vault.glossary.terms), key=lambda note: _order(note.title))
    fitting = fitted(list(map(told, notes)))
    for initial, group in groupby(fitting, key=lambda entry: _order(entry.title)[1] or signs):
        yield Group(initial, slugify(initial), tuple(group))


def fitted(entries: list[Listed]) -> list[Listed]:
    """`entries` with what there is room to say of them: in a long list summaries are short, in a longer one absent."""
    short = [replace(entry, summary=_cut(entry.summary)) for entry in entries]
    named = [replace(entry, summary="") for entry in entries]
    bare = [Listed(entry.path, entry.title) for entry in entries]
    return next((said for said in (entries, short, named) if _size(said) <= _ROOM), bare)


def _shows(around: Surroundings) -> Mapping[str, Any]:
    groups = [*term_groups(around.vault, around.language.say("terms.signs"))]
    is_bare = not any(entry.summary for group in groups for entry in group.notes)
    return {**listing(groups, around, is_dense=is_bare), "letters": bar(groups)}


def _size(entries: Iterable[Listed]) -> int:
    """Bytes of what is said beside the titles."""
    return sum(len(" ".join((entry.summary, *entry.aliases)).encode()) + 30 for entry in entries if _says(entry))


def _says(entry: Listed) -> bool:
    return bool(entry.summary or entry.aliases)


def _cut(summary: str) -> str:
    return summary if len(summary) <= _SHORT else f"{summary[:_SHORT].rstrip()}…"


def _order(title: str) -> tuple[int, str, str]:
    """Sorts 가나다, then ABC, then the rest; the second part is the heading, empty for signs."""
    letter = letter_of(title)
    if letter and letter in KOREAN:
        return 0, letter, title
    return (1, letter, title.casefold()) if letter and letter in LATIN else (2, "", title)
