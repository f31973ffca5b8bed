"""Callouts: `> [!tip]- title`, Obsidian's boxes. Source: Obsidian Help, "Callouts"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from macros.vault.hidden import open_comment

_OPENING = re.compile(r"\[!([^\[\]|\n]+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)\n?")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?")
"""A title in the form of a heading, and what that says."""


@dataclass(frozen=True, slots=True)
class Callout:
    """`> [!kind]fold title` and the rest of its first paragraph."""

    kind: str
    fold: str
    """`+` open, `-` closed, empty when it cannot be folded."""
    title: str
    body: str

    @property
    def name(self) -> str:
        """The title of a callout that has none of its own."""
        return self.kind.replace("-", " ").title()


def read_callout(following: Sequence[Token]) -> Callout | None:
    """The callout that a quote is, judged by the first paragraph in it; None for a plain quote."""
    if not following or following[0].type != "paragraph_open":
        return None
    found = _OPENING.match(following[1].content)
    if not found:
        return None
    kind = found[1].strip().lower()
    title, body = _with_comment(found[3].strip(), following[1].content[found.end() :])
    if heading := _HEADING.fullmatch(title):
        title = heading[1] or ""
    callout = Callout(kind, found[2], title, body)
    return callout if title else replace(callout, title=callout.name)


def _with_comment(title: str, body: str) -> tuple[str, str]:
    """The title, with all that a comment opened in it hides below, and the body without that."""
    marks = open_comment(title)
    end = body.find(marks[1]) if marks else -1
    if end < 0:
        return title, body
    hidden, _, rest = body[end:].partition("\n")
    return f"{title}\n{body[:end]}{hidden}", rest
