"""The pages that list all notes of a long list by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from macros.language import Language
from macros.publish.long_list import LongList, anchor, label
from macros.publish.made.listing import LISTING, Group, letters, listing
from macros.publish.made.made_page import MadePage, Surroundings, made_note


def long_pages(found: Iterable[LongList], language: Language) -> Iterator[MadePage]:
    """A page for each of the long lists that were `found`."""
    for long in found:
        title = language.say("list.title", name=long.title) if long.title else language.say("list.all")
        note = made_note(long.page, title, language.say("list.text", count=len(long.notes)))
        yield MadePage(note, long.as_path, LISTING, partial(_shows, long.page), is_in_navigation=False)


def _shows(path: str, around: Surroundings) -> Mapping[str, Any]:
    """What the page at `path` shows: its list is that of the build which shows it."""
    long = around.lists.long[path]
    groups = [Group(label(letter, around.language), anchor(letter), tuple(notes)) for letter, notes in long.by_letter()]
    filled = {group.anchor for group in groups}
    return {**listing(groups, around, is_dense=True), "letters": letters(long, around, filled)}
