"""A head that may be meant as properties and is none: a blank before `---`, `+++`, `----`, an end that is missing."""

from __future__ import annotations

import re

from macros.vault.names import without_unseen

_ABOVE = re.compile(r"(?:\s|<!--.*?-->|%%.*?%%|<%.*?%>)*", re.DOTALL)
"""What may stand above it unseen."""
_FENCE = re.compile(r"([-‐‑–—―−]{2,}|[–—―]|\+{2,}|;{3,}|={3,})(.*)")
_JSON = re.compile(r"\{\s*\"[^\"\n]*\"\s*:")
_PROPERTY = re.compile(r"[\"'>*{-]*\s*[^\W\d_][\w .-]{0,40}?[\"']?\s*(?::(?=\s|$)|=)")
_MOST = 5_000
"""Characters of a head that are looked at."""


def meant_as_head(text: str) -> int | None:
    """The line (from 1) at which `text`, the whole of a note without properties, has what looks like some."""
    start = _ABOVE.match(text)
    place = start.end() if start else 0
    lines = text[place : place + _MOST].splitlines()
    first = next((index for index, line in enumerate(lines) if _seen(line)), len(lines))
    if first == len(lines):
        return None
    fence = _FENCE.match(opening := _seen(lines[first]))
    below = lines[first + 1 :]
    if not (fence and _has_properties(fence[2], [*map(_seen, below)])) and not _JSON.match(
        opening + "".join(below[:1])
    ):
        return None
    return text.count("\n", 0, place) + 1


def _has_properties(behind: str, below: list[str]) -> bool:
    """True where properties stand behind the sign that opens or below it, up to the one that closes or to a blank."""
    if _PROPERTY.match(behind.strip()):
        return True
    closing = next(
        (index for index, line in enumerate(below) if _FENCE.match(line) and not _PROPERTY.match(line)), None
    )
    if closing is not None and any(_PROPERTY.match(line) for line in below[:closing]):
        return True
    return bool(next((_PROPERTY.match(line) for line in below if line), None))


def _seen(line: str) -> str:
    """`line` without blanks at its ends and without what nobody sees."""
    return without_unseen(line).strip()
