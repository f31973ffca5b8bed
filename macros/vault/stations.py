"""The notes that a note with `path:` puts in an order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.vault.frontmatter import FrontMatter
from macros.vault.properties import key_line
from macros.vault.reference import Reference

_KEY = "path"
_LINK = re.compile(r"\s*!?\[\[([^\[\]\n]{1,1000})\]\]\s*")


@dataclass(frozen=True, slots=True)
class Station:
    """A note that a path leads to: what stands between `[[` and `]]`, and its line in the file, from 1."""

    target: str
    line: int

    @property
    def reference(self) -> Reference:
        """The link that it is."""
        return Reference.wiki(self.target)


def read_stations(matter: FrontMatter, text: str) -> tuple[Station, ...]:
    """The stations of the note `text`, whose head is `matter`, in their order; none where it is no path.

    A path is a list of links, `path: ["[[도커]]", "[[이미지]]"]`, or one alone; without quotes YAML makes lists of the
    brackets, which are understood. In such a list names and paths (`docker/이미지.md`) are links too. Any other `path`
    is a property of somebody else's.
    """
    value = matter.properties.get(_KEY)
    entries = [*_entries(value)] if value else []
    if not any(is_link or target.endswith(".md") for target, is_link in entries):
        return ()
    first = key_line(matter, text, _KEY)
    lines: dict[str, list[int]] = {}
    for line, inner in matter.links:
        if line >= first:
            lines.setdefault(inner.strip(), []).append(line)
    return tuple(Station(target, (lines.get(target) or [first]).pop(0)) for target, _ in entries if target)


def _entries(value: Any) -> Iterator[tuple[str, bool]]:
    """What stands in `value`, and whether it was written as a link: `[["도커"]]` is what YAML makes of `[[도커]]`."""
    entries = value if isinstance(value, list) else [value] if isinstance(value, str) and _LINK.fullmatch(value) else []
    if unquoted := _unquoted(value):
        yield unquoted, True
        return
    for entry in entries:
        if unquoted := _unquoted(entry):
            yield unquoted, True
        elif isinstance(entry, str):
            found = _LINK.fullmatch(entry)
            yield (found[1] if found else entry).strip(), bool(found)


def _unquoted(value: Any) -> str:
    """The text in two brackets, and in nothing else: `[["도커"]]`; commas part what YAML reads there."""
    if not (isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)):
        return ""
    parts = value[0]
    return ", ".join(parts).strip() if parts and all(isinstance(part, str) for part in parts) else ""
