"""Block ids: `^id` behind a block or below it, each with the block that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from macros.vault.inlines import Kind, read_inlines, walk

_MARK = re.compile(r"(?:^|(?<=\s)|(?<=[\])]))\^([A-Za-z0-9-]+)[ \t]*$")
_ALONE = re.compile(r"\^[A-Za-z0-9-]+\s*")
_CALLOUT = re.compile(r"\[![^\]\n]+\]")
_LISTS = ("bullet_list_open", "ordered_list_open")
_NO_BLOCKS = ("inline", "comment", "footnote_reference_open")
"""Tokens that an id below them cannot mean, for a page has no element of theirs."""


@dataclass(frozen=True, slots=True)
class BlockId:
    """`^name` behind or below a block, and the lines (from 0, end excluded) that the block has."""

    name: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A block id, and the index of the token that it names."""

    token: int
    id: BlockId


def take_block_ids(tokens: Sequence[Token], text: str) -> Iterator[Named]:
    """Take the ids off the insides of `tokens`, which were read in `text`; of two of one name the first counts.

    An id alone in its paragraph names the block above it, an id in the first line of a list item or of a callout the
    item or the callout, any other one the block that it stands behind.
    """
    if "^" not in text:
        return
    place, taken = _Place(tokens, text.split("\n")), set[str]()
    for index, token in enumerate(tokens):
        if found := place.read(index, token):
            name, named = found
            lines = tokens[named].map
            if lines and name.casefold() not in taken:
                taken.add(name.casefold())
                yield Named(named, BlockId(name, *lines))


def ends_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`^id` right below a table is no row of it."""
    if not silent or state.parentType != "table" or (start + 1 < end and not state.isEmpty(start + 1)):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return bool(_ALONE.fullmatch(line))


@dataclass(slots=True)
class _Place:
    """What stands around the token that is read."""

    tokens: Sequence[Token]
    lines: Sequence[str]
    above: dict[int, int] = field(default_factory=dict)
    """For each level that is open the last block of it."""
    items: list[int] = field(default_factory=list)
    last_item: int = -1

    def read(self, index: int, token: Token) -> tuple[str, int] | None:
        """Go on to `token`; its id, and the index of the token that this names."""
        if token.type == "list_item_open":
            self.items.append(index)
            self.last_item = index
        elif token.type == "list_item_close":
            self.items.pop()
        found = None
        if token.type == "inline" and self.tokens[index - 1].type in ("paragraph_open", "heading_open"):
            found = self._take(index - 1, token)
        elif token.type == "paragraph_open" and _ALONE.fullmatch(self.tokens[index + 1].content):
            return None  # it is above nothing
        if token.map and token.nesting >= 0 and token.type not in _NO_BLOCKS:
            self.above[token.level] = index
            for level in [level for level in self.above if level > token.level]:
                del self.above[level]
        return found

    def _take(self, opening: int, inline: Token) -> tuple[str, int] | None:
        block = self._around(opening)
        content, rest = inline.content, ""
        if block != opening and "\n" in content and not _found(content):
            content, newline, rest = content.partition("\n")
            rest = newline + rest
        found = _found(content, rest)
        if not found:
            return None
        alone = not content[: found.start()].strip()
        inline.content = content[: found.start()].rstrip() + rest
        above = self.above.get(self.tokens[opening].level)
        if alone and not rest and above is not None:
            block = self._named_from_below(opening, above)
        return found[1], block

    def _around(self, opening: int) -> int:
        """The list item or the callout of which the paragraph `opening` is the first line; else itself."""
        before = opening - 1
        is_title = before >= 0 and self.tokens[before].type == "blockquote_open"
        if is_title and _CALLOUT.match(self.tokens[opening + 1].content):
            return before
        is_item = self.items and (self.tokens[opening].hidden or before == self.items[-1])
        return self.items[-1] if is_item else opening

    def _named_from_below(self, opening: int, above: int) -> int:
        line = (self.tokens[opening].map or [0])[0]
        if self.tokens[above].type in _LISTS and self.lines[line - 1].strip(" \t>"):
            return self.last_item
        return above if self.tokens[above].type != "paragraph_open" else self._around(above)


def _found(content: str, rest: str = "") -> re.Match[str] | None:
    """The id at the end of `content`, behind a blank or an embed; `rest` is what stands below."""
    found = _MARK.search(content) if "^" in content else None
    if not found:
        return None
    start = found.start()
    glued = start > 0 and not content[start - 1].isspace()
    if not (glued or rest):
        return found
    around = [node for node in walk(read_inlines(content + rest)) if node.end >= start]
    if any(node.start < start < node.end for node in around if node.kind is not Kind.TEXT):
        return None
    embeds = (node.reference for node in around if node.end == start)
    is_target = any(reference and (reference.embed or content.endswith("]]", 0, start)) for reference in embeds)
    return found if is_target or not glued else None
