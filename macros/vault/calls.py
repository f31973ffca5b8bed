"""Where a note calls recordings and macros, outside code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal, cast

from markdown_it.token import Token

from macros.vault.blocks import Blocks
from macros.vault.call import OPENING, Call, NoCall, read_at, recording_of
from macros.vault.inlines import Kind, is_too_dense, opaque, read_inlines
from macros.vault.texts import callout_of, text_of

Where = Literal["", "html", "inside"]
"""Where a call stands: in running text, in a block of HTML, or inside of a title, a link or a tag."""

_OPEN = frozenset({Kind.TEXT, Kind.CALL})
_HTML_CODE = re.compile(r"<(?:pre|code|kbd|samp|script|style|textarea|!--)", re.IGNORECASE)
_SHOWN = re.compile(r"[^\n]{0,200}?\}\}|[^\n]{0,200}")
"""As much as is kept of what is no call."""


@dataclass(frozen=True, slots=True)
class Written:
    """A call, or what was meant for one, in the body of a note."""

    line: int
    """Of the body, from 0."""
    start: int
    """Where it stands in the body; -1 where that cannot be said, as in a cell with an escaped `|`."""
    text: str
    """The call, or the beginning of what is none."""
    place: Where = ""

    def read(self) -> Call | NoCall:
        """What it is; `start` and `end` of that count in `text`."""
        return cast("Call | NoCall", read_at(self.text, 0))


def recordings_called(calls: Iterable[Written]) -> Iterator[str]:
    """The ids of the recordings that `calls` show, in their order; one that stands in a title or a link shows none."""
    read = (written.read() for written in calls if not written.place)
    asked = (recording_of(call) for call in read if isinstance(call, Call))
    return (found[0] for found in asked if found)


def open_calls(content: str) -> Iterator[tuple[Call | NoCall, Where]]:
    """The calls in `content`, the text of a block, and what was meant for one, outside code, comments and formulas."""
    if "{{" not in content or is_too_dense(content) or not OPENING.search(content):
        return
    hidden = set(opaque(content))
    ranges = iter([(node.start, node.end) for node in read_inlines(content) if node.kind not in _OPEN])
    nowhere = (len(content), len(content) + 1)
    start, stop = next(ranges, nowhere)
    end = 0
    for opening in OPENING.finditer(content):
        while stop <= opening.start():
            start, stop = next(ranges, nowhere)
        is_inside = start <= opening.start()
        if opening.start() < end or (is_inside and (start, stop) in hidden):
            continue
        if found := read_at(content, opening.start()):
            end = found.end
            yield found, "inside" if is_inside else ""


def read_calls(blocks: Blocks, body: str) -> tuple[Written, ...]:
    """The calls in `body`, whose blocks are `blocks`, in the order of the text."""
    if not OPENING.search(body):
        return ()
    lines = body.split("\n")
    starts = _line_starts(lines)
    cells: dict[int, int] = {}
    """Where the last cell of a line ends."""
    found = list[Written]()
    for opening, token in pairwise((Token("", "", 0), *blocks.tokens)):
        if callout_of(token):
            title = text_of(token)
            found += (
                Written(title.line, -1, _text(title.content, call), "inside") for call, _ in open_calls(title.content)
            )
        calls = [*_in_block(token, is_title=opening.type == "heading_open")] if token.map else []
        if not token.map or not calls:
            continue
        is_cell = opening.type in ("td_open", "th_open")
        inner = token.content.split("\n")
        inner_starts = _line_starts(inner)
        places: dict[int, int] = {}
        """Where a line of the block would begin in the body, by its number."""
        for call, place in calls:
            number = bisect_right(inner_starts, call.start) - 1
            row = token.map[0] + number
            if number not in places:
                line = inner[number].strip()
                at = lines[row].find(line, cells.get(row, 0)) if row < len(lines) else -1
                places[number] = starts[row] + at - inner[number].find(line) if at >= 0 else -len(body)
                if is_cell and at >= 0:
                    cells[row] = at + len(line)
            start = max(places[number] + call.start - inner_starts[number], -1)
            found.append(Written(row, start, _text(token.content, call), place))
    return tuple(found)


def _text(content: str, call: Call | NoCall) -> str:
    if isinstance(call, Call):
        return content[call.start : call.end]
    shown = _SHOWN.match(content, call.start)
    return shown[0] if shown else ""


def _line_starts(lines: Sequence[str]) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in lines)]


def _in_block(token: Token, *, is_title: bool) -> Iterator[tuple[Call | NoCall, Where]]:
    """The calls of a block."""
    if token.type == "inline":
        yield from ((call, "inside" if is_title else place) for call, place in open_calls(token.content))
    elif token.type == "html_block" and not _HTML_CODE.search(token.content):
        end = 0
        for opening in OPENING.finditer(token.content):
            found = read_at(token.content, opening.start()) if opening.start() >= end else None
            if found:
                end = found.end
                yield found, "html"
