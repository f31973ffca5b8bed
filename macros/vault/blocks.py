"""The block structure of a note, read by CommonMark's rules and Obsidian's two additions.

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
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from macros.vault.inlines import BLOCK_ID, plain_text
from macros.vault.names import fold, slugify, unique

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
    return Blocks(tuple(tokens), tuple(_definitions(environment.get("references", {}))), text.count("\n") + 1)


@cache
def _reader() -> MarkdownIt:
    """A reader of blocks alone: what is inside a line is left to others."""
    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    rules = reader.block.ruler
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rules.before("code", "comment", _comment, interrupts)
    rules.before("code", "math", _math, interrupts)
    rules.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    reader.core.ruler.enableOnly(["normalize", "block"])
    return reader


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`%%` at the start of a line hides all up to the next `%%`; up to the end where there is none."""
    if not _starts_with(state, start, "%%"):
        return False
    if silent and _is_open_above(state, start):
        return False  # it closes a comment that was opened in the text of the paragraph
    line = _line(state, start)
    closing = line.find("%%", 2)
    if closing >= 0 and line[closing + 2 :].strip():
        return False  # an inline comment with text behind it
    if silent:
        return True
    last = start
    while closing < 0 and last + 1 < end:
        last += 1
        line = _line(state, last)
        closing = line.find("%%")
    rest = line[closing + 2 :].strip() if closing >= 0 else ""
    if rest:  # `… %%text`: what stands behind the comment is read again as a block of its own
        skipped = line.index(rest, closing + 2)
        state.bMarks[last] += state.tShift[last] + skipped
        state.tShift[last] = 0
    state.line = last if rest else last + 1
    token = state.push("comment", "", 0)
    token.map = [start, state.line]
    token.hidden = closing >= 0
    return True


def _is_open_above(state: StateBlock, start: int) -> bool:
    marks = 0
    for number in range(start - 1, max(start - 50, -1), -1):
        line = _line(state, number)
        if not line:
            break
        marks += line.count("%%")
    return marks % 2 == 1


def _math(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`$$` at the start of a line opens a formula that the next line ending in `$$` closes."""
    if not _starts_with(state, start, "$$"):
        return False
    first = _line(state, start)
    if len(first) > len("$$$$") and first.endswith("$$"):
        lines, last = [first[2:-2]], start
        if "$$" in lines[0]:
            return False
    else:
        if "$$" in first[2:] or state.env.get("unclosed_math", end + 1) <= start:
            return False
        lines, last = [first[2:]], start + 1
        while last < end and not (line := _line(state, last)).endswith("$$") and state.sCount[last] >= state.blkIndent:
            lines.append(line)
            last += 1
        if last >= end or state.sCount[last] < state.blkIndent:
            state.env["unclosed_math"] = start
            return False
        lines.append(_line(state, last)[:-2])
    if not silent:
        token = state.push("math", "", 0)
        token.content = "\n".join(lines).strip("\n")
        token.map = [start, last + 1]
        state.line = last + 1
    return True


def _starts_with(state: StateBlock, number: int, mark: str) -> bool:
    return state.src.startswith(mark, state.bMarks[number] + state.tShift[number]) and not state.is_code_block(number)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


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
