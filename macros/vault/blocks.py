"""The block structure of a note, read by CommonMark's rules and what Obsidian adds to them.

The index and the page are both made from what this room reads, so they cannot disagree about what is a heading,
a comment or code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from macros.vault.html_balance import Balance
from macros.vault.html_block import read_html
from macros.vault.html_rule import html
from macros.vault.inlines import BLOCK_ID, plain_text
from macros.vault.names import fold, slugify, unique
from macros.vault.rules import PLUGIN, command, comment, math

MAX_NESTING = 60
"""Levels of lists and quotes that are read; what lies deeper is hostile, and is dropped by the reader."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`## text`, with the id it has on its page; `line` counts from 0 in the body of the note."""

    level: int
    text: str
    slug: str
    line: int
    end: int
    """The line after the last one of its section."""
    key: str
    """The text folded, as links compare it."""


@dataclass(frozen=True, slots=True)
class BlockId:
    """`^name` behind or below a block, and the lines (from 0, end excluded) that the block has."""

    name: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Definition:
    """`[label]: url "title"`, as a reference-style link finds it (labels as Markdown-it folds them)."""

    label: str
    url: str
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """The tokens of a text in document order, and the link definitions beside them."""

    tokens: tuple[Token, ...]
    definitions: tuple[Definition, ...]
    line_count: int

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order; a section ends at the next heading of its level or above."""
        found = [
            (opening, plain_text(BLOCK_ID.sub("", inline.content)))
            for opening, inline in pairwise(self.tokens)
            if opening.type == "heading_open"
        ]
        slugs = list(unique(slugify(text) for _, text in found))
        levels = [int(opening.tag[1]) for opening, _ in found]
        lines = [opening.map[0] if opening.map else 0 for opening, _ in found]
        ends = _section_ends(levels, lines, self.line_count)
        top = [index for index, (opening, _) in enumerate(found) if not opening.level]
        top_ends = _section_ends([levels[i] for i in top], [lines[i] for i in top], self.line_count)
        for index, end in zip(top, top_ends, strict=True):
            ends[index] = end  # a heading in a quote or a list ends no section of the note
        return tuple(
            Heading(level, text, slug, line, end, fold(text))
            for (opening, text), slug, level, line, end in zip(found, slugs, levels, lines, ends, strict=True)
        )

    @property
    def too_deep(self) -> int | None:
        """The line of the first block that is not read because it lies too deep, if there is one."""
        return next((t.map[0] for t in self.tokens if t.level >= MAX_NESTING - 1 and t.map), None)

    @property
    def block_ids(self) -> tuple[BlockId, ...]:
        """All block ids in order; one that stands alone belongs to the block above it."""
        return tuple(_block_ids(self.tokens))


def read_blocks(text: str) -> Blocks:
    """Read the blocks of `text` (no front matter). Never fails: every text is Markdown."""
    environment: dict[str, Any] = {}
    tokens = _reader().parse(text, environment)
    _read_html(tokens)
    return Blocks(tuple(tokens), tuple(_definitions(environment.get("references", {}))), text.count("\n") + 1)


@cache
def _reader() -> MarkdownIt:
    """A reader of blocks alone: what is inside a line is left to others."""
    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    rules = reader.block.ruler
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rules.before("code", "comment", comment, interrupts)
    rules.before("code", "math", math, interrupts)
    rules.before("code", PLUGIN, command, interrupts)
    rules.at("html_block", html, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    reader.core.ruler.enableOnly(["normalize", "block"])
    return reader


def _read_html(tokens: list[Token]) -> None:
    """Give each block of HTML its pieces, `token.meta["html"]`: here, for a tag may be closed in another block."""
    blocks = [token for token in tokens if token.type == "html_block"]
    if not blocks:
        return
    balance = Balance()
    for token in tokens:
        if token.type == "html_block":
            balance.add(read_html(token.content))
        elif token.nesting > 0:
            balance.enter()
        elif token.nesting < 0:
            balance.leave()
    for token, pieces in zip(blocks, balance.finish(), strict=True):
        token.meta["html"] = pieces


def _definitions(references: Mapping[str, Mapping[str, Any]]) -> Iterator[Definition]:
    for label, found in references.items():
        yield Definition(label, found["href"], found["title"], found.get("map", [0])[0])


def _section_ends(levels: list[int], lines: list[int], last: int) -> list[int]:
    """For each heading the line of the next one of its level or above, in linear time."""
    ends = [last] * len(levels)
    open_sections: list[int] = []
    for index, level in enumerate(levels):
        while open_sections and levels[open_sections[-1]] >= level:
            ends[open_sections.pop()] = lines[index]
        open_sections.append(index)
    return ends


def _block_ids(tokens: tuple[Token, ...]) -> Iterator[BlockId]:
    siblings: dict[int, Token] = {}
    items: list[Token] = []
    for opening, inline in pairwise(tokens):
        if opening.type == "list_item_open":
            items.append(opening)
        elif opening.type == "list_item_close":
            items.pop()
        if inline.type == "inline" and opening.map and (found := BLOCK_ID.search(inline.content)):
            block = opening
            if found.start() == 0 and opening.level in siblings:
                block = siblings[opening.level]
            elif opening.hidden and items:
                block = items[-1]  # a tight item: the id names the item and what is below it
            line, end = block.map or opening.map
            yield BlockId(found[1], line, end)
        if opening.map and opening.nesting >= 0 and opening.type != "inline":
            siblings[opening.level] = opening
            for level in [level for level in siblings if level > opening.level]:
                del siblings[level]
