"""The pages that list all notes of a long list by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from macros.language import Language
from macros.publish.long_list import LongList
from macros.publish.made.listing import LISTING, Group, by_letter, letters, listing
from macros.publish.made.made_page import MadePage, Surroundings, made_note


def long_pages(found: Iterable[LongList], language: Language) -> Iterator[MadePage]:
    """A page for each of the long lists that were `found` and stand on no page of a folder."""
    for long in found:
        if not long.has_own_page:
            continue
        title = language.say("list.title", name=long.title) if long.title else language.say("list.all")
        note = made_note(long.page, title, language.say("list.text", count=len(long.notes)))
        yield MadePage(note, long.as_path, LISTING, partial(_shows, long.page), is_in_navigation=False)


def _shows(path: str, around: Surroundings) -> Mapping[str, Any]:
    """What the page at `path` shows: its list is that of the build which shows it."""
    return whole(around.lists.long[path], around)


def whole(long: LongList, around: Surroundings, before: Iterable[Group] = ()) -> Mapping[str, Any]:
    """All notes of a long list under their letters, behind other groups."""
    groups = by_letter(long.notes, around.language, long.alphabet)
    filled = {group.anchor for group in groups}
    return {**listing([*before, *groups], around, is_dense=True), "letters": letters(long, around, filled)}
