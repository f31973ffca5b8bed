"""Lists of notes under headings, as the template `kb/made/listing.html` shows them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from macros.language import Language
from macros.publish.letters import Alphabet
from macros.publish.long_list import LONGEST, Listed, LongList, anchor, label
from macros.publish.made.made_page import Surroundings
from macros.publish.outline import natural
from macros.vault import Note, fold

LISTING = "listing"
"""The kind of pages that show this."""
_NOT_IN_ID = re.compile(r"""^_|[%\s"'<>\\`\x00-\x1f\x7f-\x9f]""")


@dataclass(frozen=True, slots=True)
class Group:
    """Notes under a heading."""

    title: str
    anchor: str
    notes: tuple[Listed, ...]
    more: LongList | None = None
    """Notes that are on a page of their own."""


def listing(groups: Iterable[Group], around: Surroundings, *, is_dense: bool = False) -> Mapping[str, Any]:
    """`groups` as plain data; lists that nobody reads from end to end are dense."""
    return {
        "groups": [
            {
                "title": group.title,
                "anchor": group.anchor,
                "notes": [_shown(note, around) for note in group.notes],
                "is_dense": is_dense or len(group.notes) > LONGEST,
                "more": group.more and letters(group.more, around),
            }
            for group in groups
        ]
    }


def letters(long: LongList, around: Surroundings, filled: Collection[str] = ()) -> dict[str, Any]:
    """The letters of a long list, and its page; on that page it is said which of their anchors are `filled`."""
    shown = [
        {
            "label": label(letter, around.language),
            "anchor": anchor(letter),
            "href": f"#{quote(anchor(letter))}",
            "is_filled": anchor(letter) in filled,
        }
        for letter in long.alphabet.letters
    ]
    return {"url": around.placed.site_url(long.page), "letters": shown, "count": len(long.notes)}


def bar(groups: Iterable[Group]) -> Mapping[str, Any]:
    """The letters of groups that have some, as the bar above them shows them."""
    shown = [
        {"label": group.title, "anchor": group.anchor, "href": f"#{quote(group.anchor)}", "is_filled": True}
        for group in groups
    ]
    return {"letters": shown, "sticks": True}


def by_letter(notes: Sequence[Listed], language: Language, alphabet: Alphabet | None = None) -> list[Group]:
    """`notes`, which are many, under their letters: those of `alphabet`, or of the one that their titles have."""
    alphabet = alphabet or Alphabet.of([note.title for note in notes])
    found: dict[str, list[Listed]] = {letter: [] for letter in alphabet.letters}
    for note in sorted(notes, key=lambda note: (natural(note.title), note.path)):
        found[alphabet.letter(note.title)].append(note)
    return [Group(label(letter, language), anchor(letter), tuple(group)) for letter, group in found.items() if group]


def named(notes: Iterable[Note]) -> tuple[Listed, ...]:
    """`notes` by their titles alone."""
    return tuple(Listed(note.path, note.title) for note in notes)


def listed(notes: Sequence[Note]) -> tuple[Listed, ...]:
    """`notes` with what is said of them, or their titles alone where they are so many that nobody reads it."""
    if len(notes) <= LONGEST:
        return tuple(map(told, notes))
    return named(notes)


def told(note: Note) -> Listed:
    """`note` with what a list says of it."""
    aliases = tuple(name for name in note.aliases if name != note.title) if note.is_term else ()
    return Listed(note.path, note.title, note.summary, aliases)


def name_id(name: str) -> str:
    """The id of the list of a tag or a folder: its name, in small letters.

    Two tags have two ids, whatever signs they have: `a/b` and `a-b`, `c#` and `c++`. Only what an id cannot have, or
    what the theme would take for its own, is a percent sign and a number.
    """
    return _NOT_IN_ID.sub(lambda found: "".join(f"%{byte:02x}" for byte in found[0].encode()), fold(name))


def _shown(note: Listed, around: Surroundings) -> dict[str, Any]:
    url = around.placed.site_url(note.path)
    return {"title": note.title, "url": url, "summary": note.summary, "aliases": note.aliases}
