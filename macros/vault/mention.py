"""What the text of a note says inside its blocks: references with the sentences around them, tags, commands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from macros import markup
from macros.vault.blocks import Blocks
from macros.vault.html_block import read_html, references
from macros.vault.html_piece import Piece
from macros.vault.inlines import CODE_CLOSES, CODE_OPENS, Kind, readable_with_places, walk
from macros.vault.reference import Reference
from macros.vault.rules import plugin_of_block
from macros.vault.texts import Text

_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|\n")
_CODE = re.compile(f"[{CODE_OPENS}{CODE_CLOSES}]")
_BLANKS = re.compile(r"\s+")
_DRAWN = frozenset({markup.DIAGRAM, markup.MATH})
SENTENCE_LENGTH = 160
"""Characters kept on each side of a link in the sentence around it."""


Words = tuple[str, ...]
"""Text as a reader sees it: words and code in turn, the words first."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference at its place: the line in its file (from 1), and the sentence around it.

    Of the sentence there is what stands before and behind the link, and what the link says; comments are left out.
    """

    reference: Reference
    line: int
    before: Words = ()
    label: Words = ()
    after: Words = ()


@dataclass(slots=True)
class Inlines:
    """What was read, in the order of the text; lines count from 1 in the file."""

    mentions: list[Mention] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    dense: list[int] = field(default_factory=list)
    """Lines of the blocks that have too many marks to be read."""
    plugins: list[tuple[int, str]] = field(default_factory=list)
    """Line and plugin of each part that only a plugin can run."""
    drawn: set[str] = field(default_factory=set)
    """The elements that a browser draws in any case."""


def read_mentions(blocks: Blocks, first_line: int) -> Inlines:
    """Read what is on the page that `blocks` become, above which the file has `first_line` lines."""
    found = Inlines()
    for token in blocks.tokens:
        line = (token.map[0] if token.map else 0) + first_line + 1
        if token.type == "html_block":
            found.mentions += _html_mentions(token.meta["html"], token.content, line)
            found.drawn |= _DRAWN & {piece.tag.name for piece in token.meta["html"] if piece.tag}
        elif text := token.meta.get("text"):
            _read_text(text, first_line + 1, found)
        elif plugin := plugin_of_block(token):
            found.plugins.append((line, plugin))
        elif token.type == "math":
            found.drawn.add(markup.MATH)
    return found


def _read_text(text: Text, first_line: int, read: Inlines) -> None:
    """Add to `read` what stands in `text`, above whose note the file has lines up to `first_line`."""
    if text.is_too_dense:
        read.dense.append(text.line + first_line)
        return
    if len(text.nodes) == 1 and text.nodes[0].kind is Kind.TEXT:
        return
    seen, places = readable_with_places(text.nodes)
    for node in walk(text.nodes):
        at = text.line + first_line + text.content.count("\n", 0, node.start)
        if node.kind is Kind.TAG:
            read.tags.append(node.text)
        elif node.kind is Kind.PLUGIN:
            read.plugins.append((at, node.text))
        elif node.kind is Kind.HTML:
            read.mentions += _html_mentions(read_html(node.text), node.text, at)
        elif node.kind in (Kind.MATH, Kind.DISPLAY_MATH):
            read.drawn.add(markup.MATH)
        if node.reference:
            read.mentions.append(Mention(node.reference, at, *_sentence(seen, *places.get(node, (0, 0)))))


def _sentence(text: str, start: int, end: int) -> tuple[Words, Words, Words]:
    """What stands before `text[start:end]` in its sentence, what it says, and what stands behind it."""
    before = _SENTENCE_END.split(text[max(0, start - 2 * SENTENCE_LENGTH) : start])[-1][-SENTENCE_LENGTH:]
    after = _SENTENCE_END.split(text[end : end + 2 * SENTENCE_LENGTH])[0][:SENTENCE_LENGTH]
    return _words(before.lstrip()), _words(text[start:end].strip()), _words(after.rstrip())


def _words(text: str) -> Words:
    marks = [found[0] for found in _CODE.finditer(text)]
    parts = [_BLANKS.sub(" ", part) for part in _CODE.split(text)]
    return ("", *parts) if marks[:1] == [CODE_CLOSES] else tuple(parts) if text else ()


def _html_mentions(pieces: Sequence[Piece], text: str, line: int) -> Iterator[Mention]:
    for reference, place in references(pieces):
        yield Mention(reference, line + text.count("\n", 0, place))
