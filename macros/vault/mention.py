"""What the text of a note says inside its blocks: references with the sentences around them, tags, commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from macros.vault.blocks import Blocks
from macros.vault.html_block import references
from macros.vault.inlines import Kind, is_plain, is_too_dense, readable_around, spans
from macros.vault.reference import HTML_ADDRESS, Reference, html_reference
from macros.vault.rules import plugin_of_block

_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|\n")
_BLANKS = re.compile(r"\s+")
SENTENCE_LENGTH = 160
"""Characters kept on each side of a link in the sentence around it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference at its place: the line in its file (from 1), and the sentence around it.

    Of the sentence there is what stands before and behind the link, as plain text: comments are left out.
    """

    reference: Reference
    line: int
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Inlines:
    """What was read, in the order of the text; lines count from 1 in the file."""

    mentions: list[Mention] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    dense: list[int] = field(default_factory=list)
    """Lines of the blocks that have too many marks to be read."""
    plugins: list[tuple[int, str]] = field(default_factory=list)
    """Line and plugin of each part that only a plugin can run."""


def read_inlines(blocks: Blocks, first_line: int) -> Inlines:
    """Read the insides of `blocks`, above which the file has `first_line` lines."""
    found = Inlines()
    for token in blocks.tokens:
        line = (token.map[0] if token.map else 0) + first_line + 1
        if token.type == "html_block":
            found.mentions += _block_mentions(token, line)
        elif token.type == "inline":
            _read_line(token.content, line, found)
        elif plugin := plugin_of_block(token):
            found.plugins.append((line, plugin))
    found.mentions += _defined(blocks, first_line)
    return found


def _read_line(content: str, line: int, read: Inlines) -> None:
    """Add to `read` what stands in `content`, the text of a block that begins in `line`."""
    if is_plain(content):
        return
    if is_too_dense(content):
        read.dense.append(line)
        return
    found = list(spans(content))
    text, places = readable_around(content, found) if any(span.reference for span in found) else ("", {})
    for span in found:
        at = line + content.count("\n", 0, span.start)
        if span.kind is Kind.TAG:
            read.tags.append(span.inner)
        elif span.kind is Kind.HTML:
            read.mentions += _html_mentions(f"<{span.inner}>", at)
        elif span.kind is Kind.PLUGIN:
            read.plugins.append((at, span.inner))
        if span.reference:
            read.mentions.append(Mention(span.reference, at, *_sentence(text, *places[span])))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind `text[start:end]` in its sentence."""
    before = _SENTENCE_END.split(text[max(0, start - 2 * SENTENCE_LENGTH) : start])[-1][-SENTENCE_LENGTH:]
    after = _SENTENCE_END.split(text[end : end + 2 * SENTENCE_LENGTH])[0][:SENTENCE_LENGTH]
    return _BLANKS.sub(" ", before).lstrip(), _BLANKS.sub(" ", after).rstrip()


def _block_mentions(block: Token, line: int) -> Iterator[Mention]:
    for reference, place in references(block.meta["html"]):
        yield Mention(reference, line + block.content.count("\n", 0, place))


def _html_mentions(html: str, line: int) -> Iterator[Mention]:
    for found in HTML_ADDRESS.finditer(html):
        if reference := html_reference(found):
            yield Mention(reference, line + html.count("\n", 0, found.start()))


def _defined(blocks: Blocks, first_line: int) -> Iterator[Mention]:
    for definition in blocks.definitions:
        if reference := Reference.markdown(definition.url, definition.label):
            yield Mention(reference, definition.line + first_line + 1)
