"""Anchors that a note sets itself: `<a id="x"></a>`, `<a name="x">`, or another element of HTML with an id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from markdown_it.token import Token

from macros.vault.blocks import Blocks
from macros.vault.inlines import readable, walk
from macros.vault.silent import is_silent
from macros.vault.texts import text_of

_TAG = re.compile(
    r"<(a|b|blockquote|code|dd|details|div|dl|dt|em|figure|h[1-6]|hr|i|kbd|li|mark|ol|p|pre|section|small|span|strong"
    r"|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?=\s)([^<>]*)>",
    re.IGNORECASE,
)
"""An element that stays on the page as its author wrote it."""
_ATTRIBUTE = re.compile(r"(?<=\s)(id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))", re.IGNORECASE)
_NO_TARGET = re.compile(r"__|.*\s|\Z", re.DOTALL)
"""Ids that begin like those of the theme are taken out, and none has a blank."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id in the HTML of a note, and the lines (from 0, end excluded) that an embed of it shows."""

    name: str
    line: int
    end: int


def anchors_of(blocks: Blocks) -> Iterator[Anchor]:
    """The anchors of a note in order. One that has its block to itself stands for the next block, or section."""
    ends = {heading.line: heading.end for heading in blocks.headings}
    line, end = 0, 0
    for index, token in enumerate(blocks.tokens):
        if token.map and token.type != "inline":
            line, end = token.map
        names = list(_names(token)) if token.type in ("html_block", "inline") else []
        if names:
            last = _next_end(blocks.tokens[index:], end, ends) if _is_alone(token) else ends.get(line, end)
            yield from (Anchor(name, line, last) for name in names)


def _names(token: Token) -> Iterator[str]:
    if token.type == "html_block":
        tags = _TAG.finditer(_without_comments(token.content))
    elif "<" in token.content and _ATTRIBUTE.search(token.content):
        starts = (node.start for node in walk(text_of(token).nodes) if node.tag)
        tags = iter([found for start in starts if (found := _TAG.match(token.content, start))])
    else:
        return
    for tag in tags:
        for key, *values in _ATTRIBUTE.findall(tag[2]):
            name = unescape("".join(values))
            if (key.lower() == "id" or tag[1].lower() == "a") and not _NO_TARGET.match(name):
                yield name


def _without_comments(html: str) -> str:
    parts, position = [], 0
    while (start := html.find("<!--", position)) >= 0:
        parts.append(html[position:start])
        end = html.find("-->", start + 4)
        position = end + 3 if end >= 0 else len(html)
    return "".join([*parts, html[position:]])


def _is_alone(token: Token) -> bool:
    return is_silent(token.content) if token.type == "html_block" else not readable(text_of(token).nodes).strip()


def _next_end(tokens: Sequence[Token], end: int, ends: dict[int, int]) -> int:
    following = (token.map for token in tokens if token.map and token.nesting >= 0 and token.map[0] >= end)
    for start, stop in following:
        return ends.get(start, stop)
    return end
