"""When a note was changed, as it says itself: never when its file was, which a checkout makes anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from macros.vault import Note

_KEYS = ("updated", "modified", "date")
"""Properties that say it, the first before the others."""
_DATE = re.compile(r"\s*(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)")


def changed_on(note: Note) -> date | None:
    """The day that `note` says it was changed, or written, on; None where it says none."""
    said = (note.properties[key] for key in _KEYS if key in note.properties)
    return next(filter(None, map(_day, said)), None)


def latest(notes: Iterable[Note], count: int) -> list[tuple[Note, date]]:
    """Those `count` of `notes` that were changed last, the latest first; those of one day in the order of `notes`."""
    dated = [(note, day) for note in notes if (day := changed_on(note))]
    return sorted(dated, key=lambda item: item[1], reverse=True)[:count]


def _day(value: object) -> date | None:
    found = _DATE.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
