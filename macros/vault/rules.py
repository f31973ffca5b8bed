"""What Obsidian and its plugins add to the blocks of CommonMark, as rules of markdown-it."""

from __future__ import annotations

import re
from bisect import bisect_left

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from macros.vault.inlines import leaves_open
from macros.vault.plugins import TEMPLATER, command_end, plugin_of_fence

_DOLLARS = re.compile(r"(?:[^\\$]|\\.|\$(?!\$)|\\$)*+\$\$")
_ENDS = "ends"
"""The lines whose first mark closed what a paragraph had opened, by the paragraph."""
_CODE = 4
"""Blanks before a line that make it code."""
PLUGIN = "plugin"
"""The type of a token for a block that only a plugin can run; `info` is the plugin's name."""


def plugin_of_block(token: Token) -> str:
    """The plugin that runs the block `token`: a fence in its language, or a command; empty for all others."""
    return token.info if token.type == PLUGIN else plugin_of_fence(token.info) if token.type == "fence" else ""


def words(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """A paragraph of which each line begins with a letter, so that none can be the beginning of anything else.

    Most paragraphs are such, and need not be shown to each of the other rules, line by line.
    """
    last = start
    while last < state.lineMax and not state.isEmpty(last):
        if not (0 <= state.sCount[last] - state.blkIndent < _CODE and _letter(state, last).isalpha()):
            return False
        last += 1
    content = state.getLines(start, last, state.blkIndent, keepLastLF=False).strip()
    if silent or "<!--" in content or "%%" in content:
        return False  # a comment may go on below
    state.line = last
    token = state.push("paragraph_open", "p", 1)
    token.map = [start, last]
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [start, last]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`%%` at the start of a line hides all up to the next `%%`; up to the end where there is none."""
    if not _starts_with(state, start, "%%"):
        return False
    line = _line(state, start)
    closing = line.find("%%", 2)
    if closing >= 0 and line[closing + 2 :].strip():
        return False  # an inline comment with text behind it
    if silent:
        return not _closes(state, start, "%%")
    last = start
    while closing < 0 and last + 1 < end:
        last += 1
        line = _line(state, last)
        closing = line.find("%%")
    state.line = _line_behind(state, last, line[closing + 2 :] if closing >= 0 else "")
    token = state.push("comment", "", 0)
    token.map = [start, state.line]
    token.hidden = closing >= 0
    return True


def math(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`$$` at the start of a line opens a formula that the next `$$` closes, whatever stands behind that."""
    if not _starts_with(state, start, "$$"):
        return False
    first = _line(state, start)[2:]
    closing = _closing_dollars(first)
    lines, last = [first], start
    if closing >= 0 and (closing == 0 or first[closing + 2 :].strip()):
        return False  # a formula of a line with text behind it
    unclosed: dict[tuple[int, int], int] = state.env.setdefault("unclosed_math", {})
    if unclosed.get((end, state.blkIndent), end + 1) <= start:
        return False
    while closing < 0 and last + 1 < end and state.sCount[last + 1] >= state.blkIndent:
        last += 1
        lines.append(_line(state, last))
        closing = _closing_dollars(lines[-1])
    if closing < 0:
        unclosed[end, state.blkIndent] = start  # in this list item, quote or note none below is closed either
        return False
    if silent:
        return not _closes(state, start, "$$")
    rest = lines[-1][closing + 2 :]
    token = state.push("math", "", 0)
    token.content = "\n".join([*lines[:-1], lines[-1][:closing]]).strip("\n")
    state.line = _line_behind(state, last, rest)
    token.map = [start, last + 1]
    return True


def _closing_dollars(line: str) -> int:
    """Where the first `$$` stands in `line` that no backslash escapes; -1 for none."""
    found = _DOLLARS.match(line)
    return found.end() - 2 if found else -1


def _closes(state: StateBlock, start: int, mark: str) -> bool:
    """True when the paragraph above has a comment or a formula that it opened in a line, and this line is its end.

    Rules ask more than once, line by line; what is above the last line that closed something is not read again.
    """
    ends: list[int] = state.env.setdefault(_ENDS, {}).setdefault((state.line, state.level), [])
    known = bisect_left(ends, start)
    if ends[known : known + 1] == [start]:
        return True
    first = ends[known - 1] if known else state.line
    lines = [_line(state, number) for number in range(first, start)]
    if known:
        lines[0] = lines[0][len(mark) :]
    closes = leaves_open("\n".join(lines), mark)
    if closes:
        ends.insert(known, start)
    return closes


def command(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """A command of Templater that has its lines to itself: `<% … %>`.

    A script, `<%* … %>`, may have blank lines in it. What begins inside a line is left to `macros.vault.inlines`.
    """
    last = _closing_line(state, start, end) if _starts_with(state, start, "<%") else -1
    if last < 0:
        return False
    text = "\n".join(_line(state, number) for number in range(start, last + 1))
    closing = command_end(text, 0)
    if closing < 0 or (last == start and (silent or text[closing:].strip())):
        return False
    if not silent:
        state.line = _line_behind(state, last, text[closing:])
        token = state.push(PLUGIN, "", 0)
        token.info = TEMPLATER
        token.map = [start, state.line]
    return True


def _closing_line(state: StateBlock, start: int, end: int) -> int:
    """The line with the `%>` of the command that opens at `start`; -1 where a fence or another command comes first."""
    script = "*" in _line(state, start)[2:4]
    for number in range(start, end):
        line = _line(state, number)[2 if number == start else 0 :]
        if "%>" in line:
            return number
        if "<%" in line or line.startswith(("```", "~~~")):
            break
        if state.sCount[number] < state.blkIndent if line else not script and number > start:
            break
    return -1


def _line_behind(state: StateBlock, last: int, rest: str) -> int:
    """The line to go on with behind a block that ends in the line `last`.

    `… %%text`: what stands there behind its end, `rest`, is read again as a block of its own.
    """
    if not rest.strip():
        return last + 1
    skipped = len(_line(state, last)) - len(rest.lstrip())
    state.bMarks[last] += state.tShift[last] + skipped
    state.tShift[last] = 0
    return last


def _starts_with(state: StateBlock, number: int, mark: str) -> bool:
    return state.src.startswith(mark, state.bMarks[number] + state.tShift[number]) and not state.is_code_block(number)


def _letter(state: StateBlock, number: int) -> str:
    """The first letter of a line that is not empty."""
    return state.src[state.bMarks[number] + state.tShift[number]]


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()
