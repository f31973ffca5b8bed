"""The block structure of a note, read by CommonMark's rules and what Obsidian adds to them.

The index and the page are both made from what this room reads, so they cannot disagree about what is a heading,
a comment or code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from macros.vault.block_id import BlockId, Named, ends_table, take_block_ids
from macros.vault.footnotes import Unused, find_footnotes, labels_of, split_unused
from macros.vault.hidden import heading, paragraph, underlined
from macros.vault.html_balance import Balance
from macros.vault.html_block import read_html
from macros.vault.html_rule import html
from macros.vault.inlines import Destination, Known, in_one_line
from macros.vault.names import fold, slugify, unique
from macros.vault.rules import PLUGIN, command, comment, math, words
from macros.vault.silent import is_silent
from macros.vault.texts import headings_of, take_texts, text_of

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
    written: str = ""
    """The source where that is not the text: Obsidian writes links to a heading from this."""


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
    """Without the block ids, which were taken off their insides."""
    named: tuple[Named, ...]
    """The block ids in order, each with the token that it names."""
    footnotes: Mapping[str, range]
    """For each label the indexes of the tokens that its words are."""
    unused: tuple[Unused, ...]
    """The footnotes to which nothing refers: no page has them, and no token is of them."""
    definitions: tuple[Definition, ...]
    line_count: int

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order; a section ends at the next heading of its level or above."""
        opened = [*headings_of(self.tokens)]
        found = [(in_one_line(text.nodes), text.content) for _, text in opened]
        slugs = list(unique(slugify(text) for text, _ in found))
        levels = [int(opening.tag[1]) for opening, _ in opened]
        lines = [opening.map[0] if opening.map else 0 for opening, _ in opened]
        ends = _section_ends(levels, lines, self.line_count)
        top = [index for index, (opening, _) in enumerate(opened) if not opening.level]
        top_ends = _section_ends([levels[i] for i in top], [lines[i] for i in top], self.line_count)
        for index, end in zip(top, top_ends, strict=True):
            ends[index] = end  # a heading in a quote or a list ends no section of the note
        return tuple(
            Heading(level, text, slug, line, end, fold(text), written if written != text else "")
            for (text, written), slug, level, line, end in zip(found, slugs, levels, lines, ends, strict=True)
        )

    @property
    def opens_with_title(self) -> bool:
        """True when the first thing that a reader sees is a first-level heading, and that says something."""
        for opening, inner in pairwise(self.tokens):
            if opening.type in ("comment", "inline", "paragraph_close"):
                continue
            text = opening.content if opening.type == "html_block" else inner.content
            if opening.type not in ("html_block", "paragraph_open") or not is_silent(text):
                return opening.tag == "h1" and bool(in_one_line(text_of(inner).nodes))
        return False

    @property
    def too_deep(self) -> int | None:
        """The line of the first block that is not read because it lies too deep, if there is one."""
        return next((t.map[0] for t in self.tokens if t.level >= MAX_NESTING - 1 and t.map), None)

    @property
    def block_ids(self) -> tuple[BlockId, ...]:
        """All block ids in order."""
        return tuple(named.id for named in self.named)


def read_blocks(text: str) -> Blocks:
    """Read the blocks of `text` (no front matter). Never fails: every text is Markdown."""
    environment: dict[str, Any] = {}
    tokens = _reader().parse(text, environment)
    references = environment.get("references", {})
    destinations = {label: Destination(found["href"], found["title"]) for label, found in references.items()}
    named = tuple(take_block_ids(tokens, text))
    _read_html(tokens)
    take_texts(tokens, Known(destinations, labels_of(tokens)))
    definitions = tuple(_definitions(references))
    footnotes = find_footnotes(tokens)
    unused, kept = split_unused(tokens, footnotes)
    if unused:
        places = {index: place for place, index in enumerate(kept)}
        tokens = [tokens[index] for index in kept]
        named = tuple(replace(each, token=places[each.token]) for each in named if each.token in places)
        footnotes = {
            label: range(places[words.start - 1] + 1, places[words.stop])
            for label, words in footnotes.items()
            if words.stop in places
        }
    return Blocks(tuple(tokens), named, footnotes, unused, definitions, text.count("\n") + 1)


@cache
def _reader() -> MarkdownIt:
    """A reader of blocks alone: what is inside a line is left to others."""
    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    rules = reader.block.ruler
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rules.before("table", "words", words, {"alt": []})
    rules.before("code", "comment", comment, interrupts)
    rules.before("code", "math", math, interrupts)
    rules.before("code", PLUGIN, command, interrupts)
    rules.at("html_block", html, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.before("code", "block_id", ends_table, {"alt": ["blockquote"]})
    rules.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    rules.at("heading", heading, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("lheading", underlined, {"alt": []})
    rules.at("paragraph", paragraph, {"alt": []})
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
