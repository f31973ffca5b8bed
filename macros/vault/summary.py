"""What a note says of itself in one line."""

from __future__ import annotations

from macros.vault.frontmatter import FrontMatter
from macros.vault.inlines import plain_text

LONGEST = 300
"""Characters of a summary that lists and tooltips show."""


def summary_of(matter: FrontMatter) -> str:
    """The `summary` or `description` as a reader sees it, cut where it is long; empty where there is none."""
    return cut(plain_text(matter.text("summary") or matter.text("description")), LONGEST)


def cut(text: str, longest: int) -> str:
    """`text`, or as many whole words of it as have `longest` characters."""
    start = text[:longest]
    return text if len(text) <= longest else f"{start.rpartition(' ')[0] or start}…"
