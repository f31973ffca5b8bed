"""Which lines begin a block of HTML: CommonMark's rule, without words in angle brackets and tags that never end."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block

from macros.vault.html import read_tag
from macros.vault.html_piece import is_element

_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_RAW = re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_RAW_END = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_DECLARATION_ENDS = (("<![CDATA[", re.compile(r"\]\]>")), ("<?", re.compile(r"\?>")))


def html(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """A block of HTML.

    A tag that HTML does not know, as in `<Vec>`, and a picture alone are Markdown. A `<pre>` that is never closed ends
    at a blank line; a `<?php` that is never closed is no block.
    """
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<", first) or state.is_code_block(start):
        return False
    if (name := _NAME.match(state.src, first)) and not is_element(name[1].lower()):
        return False
    if any(state.src.startswith(mark, first) and _is_open(state, ends, first) for mark, ends in _DECLARATION_ENDS):
        return False
    if _RAW.match(state.src, first) and _is_open(state, _RAW_END, first):
        return silent or _up_to_blank_line(state, start, end)
    if not silent and _is_picture(state, start, end):
        return False
    return html_block(state, start, end, silent)


def _is_open(state: StateBlock, ends: re.Pattern[str], position: int) -> bool:
    """True when `ends` matches nothing behind `position`; the rest of the note is searched only once."""
    if position >= state.env.get(ends.pattern, len(state.src)):
        return True
    if ends.search(state.src, position):
        return False
    state.env[ends.pattern] = position
    return True


def _up_to_blank_line(state: StateBlock, start: int, end: int) -> bool:
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        line += 1
    state.line = line
    token = state.push("html_block", "", 0)
    token.map = [start, line]
    token.content = state.getLines(start, line, state.blkIndent, keepLastLF=True)
    return True


def _is_picture(state: StateBlock, start: int, end: int) -> bool:
    """True for an `<img>` with nothing else in its line, and a blank line below."""
    first = state.bMarks[start] + state.tShift[start]
    tag = read_tag(state.src, first)
    alone = tag and tag.name == "img" and not tag.closing and not state.src[tag.end : state.eMarks[start]].strip()
    ends = start + 1 >= end or state.isEmpty(start + 1) or state.sCount[start + 1] < state.blkIndent
    return bool(alone and ends)
