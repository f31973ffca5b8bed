"""The text of each block of a note, read once, without what stands at its start for the block itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from markdown_it.token import Token

from macros.vault.callout import Callout, read_callout
from macros.vault.inlines import Known, Node, is_too_dense, read_inlines

_TASK = re.compile(r"\[([^\n])\](?:[ \t]+|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """What a block says; `line` counts from 0 in the body of the note."""

    content: str
    line: int
    nodes: tuple[Node, ...]

    @property
    def is_too_dense(self) -> bool:
        """True when nothing of it is read."""
        return is_too_dense(self.content)


def take_texts(tokens: Sequence[Token], known: Known) -> None:
    """Read the insides of `tokens`, and take off them what makes a quote a callout and an item a task."""
    for index, token in enumerate(tokens):
        if token.type == "blockquote_open" and (callout := read_callout(tokens[index + 1 : index + 3])):
            inline = tokens[index + 2]
            line = inline.map[0] if inline.map else 0
            token.meta["callout"] = callout
            token.meta["text"] = Text(callout.title, line, read_inlines(callout.title, known))
            below = line + callout.title.count("\n") + 1
            inline.content, inline.map = callout.body, [below, inline.map[1] if inline.map else below]
        elif token.type == "list_item_open" and tokens[index + 1].type == "paragraph_open":
            inline = tokens[index + 2]
            if found := _TASK.match(inline.content):
                token.meta["task"] = found[1]
                inline.content = inline.content[found.end() :]
        elif token.type == "inline":
            line = token.map[0] if token.map else 0
            token.meta["text"] = Text(token.content, line, read_inlines(token.content, known))


def text_of(token: Token) -> Text:
    """What the inside of a block says, or the title of a callout that `token` opens."""
    return cast(Text, token.meta["text"])


def callout_of(token: Token) -> Callout | None:
    """The callout that a quote is."""
    return cast("Callout | None", token.meta.get("callout"))


def task_of(token: Token) -> str:
    """The letter in the brackets of a list item that is a task; empty for other items."""
    return cast(str, token.meta.get("task", ""))


def headings_of(tokens: Sequence[Token]) -> Iterator[tuple[Token, Text]]:
    """The headings with their texts."""
    return ((opening, text_of(inline)) for opening, inline in pairwise(tokens) if opening.type == "heading_open")
