"""When a note was made and changed: as it says itself, else as git does; never when its file was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

_CREATED = ("created", "date created", "date")
_UPDATED = ("updated", "modified", "date modified", "lastmod")
"""Properties that say it, the first before the others."""
_DATE = re.compile(r"\s*(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Dates:
    """The days on which a note was made and changed; None where nobody says so."""

    created: date | None = None
    updated: date | None = None


UNDATED = Dates()


def dates_of(properties: Mapping[str, Any], history: Dates = UNDATED) -> Dates:
    """The days that the `properties` of a note say; for what they leave open those of `history`.

    Where nobody says more, a note was changed when it was made. A later day of making is not believed.
    """
    created = _said(properties, _CREATED) or history.created
    updated = _said(properties, _UPDATED) or history.updated or created
    return Dates(created if created and updated and created <= updated else None, updated)


def _said(properties: Mapping[str, Any], keys: Iterable[str]) -> date | None:
    said = (properties[key] for key in keys if key in properties)
    return next(filter(None, map(_day, said)), None)


def _day(value: object) -> date | None:
    found = _DATE.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
