"""Comments that begin in a paragraph or a heading and go on below it, over lists, headings and blank lines.

CommonMark would show them; what an author hides is shown to nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.heading import heading as commonmark_heading
from markdown_it.rules_block.lheading import lheading as commonmark_lheading
from markdown_it.rules_block.paragraph import paragraph as commonmark_paragraph

from macros.vault.inlines import leaves_open

_FENCE = r"^[ \t>]*(?:```|~~~)"
OPENS = r"%%(?!(?<=\d%%)(?:\s|[.,;:)\]]|\Z))"
"""`%%`, but not as the sign behind a number: `50%% of them`."""
_SIGN = re.compile(rf"{OPENS}[^%]*+\Z")


def paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """A paragraph, with all that a comment opened in it hides below."""
    return commonmark_paragraph(state, start, end, silent) and _hide(state, end)


def heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """A heading, with all that a comment opened in it hides below."""
    return commonmark_heading(state, start, end, silent) and (silent or _hide(state, end))


def underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """The same for a heading with a line below it."""
    return commonmark_lheading(state, start, end, silent) and (silent or _hide(state, end))


def open_comment(text: str) -> tuple[str, str] | None:
    """The marks of the comment that `text` opens and does not close."""
    if text.rfind("<!--") > text.rfind("-->") and leaves_open(text, "<!--"):
        return "<!--", "-->"
    return ("%%", "%%") if "%%" in text and _SIGN.search(text) and leaves_open(text, "%%") else None


def _hide(state: StateBlock, end: int) -> bool:
    """Add the lines of an open comment, which are all before `end`, to the block that was just read."""
    opening, text = state.tokens[-3:-1]
    closing = _closing_line(state, text.content, end)
    if closing >= 0:
        hidden = state.getLines(state.line, closing + 1, state.blkIndent, keepLastLF=False)
        text.content = f"{text.content}\n{hidden}".rstrip()
        state.line = closing + 1
        for token in (opening, text):
            token.map = [token.map[0] if token.map else closing, state.line]
    return True


def _closing_line(state: StateBlock, text: str, end: int) -> int:
    """The line below a block that closes the comment which its `text` leaves open; -1 for none.

    A fence, or the beginning of another comment, comes first where there is one: an arrow in a drawing, `A --> B`,
    closes nothing.
    """
    marks = open_comment(text) if state.line < end else None
    if not marks:
        return -1
    first = state.bMarks[state.line]
    closing, count = _find(state, marks[1], first, state.eMarks[end - 1])
    if not count or (marks[0] == "%%" and count % 2 == 0):
        return -1  # each of the signs below has its partner there
    if any(_find(state, mark, first, closing)[1] for mark in (_FENCE, "<!--")):
        return -1
    line = bisect_right(state.bMarks, closing, state.line, end) - 1
    inside = (
        state.isEmpty(number) or state.sCount[number] >= state.blkIndent for number in range(state.line, line + 1)
    )
    return line if all(inside) else -1


def _find(state: StateBlock, mark: str, first: int, last: int) -> tuple[int, int]:
    """Where the first `mark` between two places of the note is, and how many there are; looked up once in a note."""
    known: dict[str, list[int]] = state.env.setdefault("places", {})
    if mark not in known:
        known[mark] = [found.start() for found in re.finditer(mark, state.src, re.MULTILINE)]
    index, stop = bisect_left(known[mark], first), bisect_left(known[mark], last)
    return (known[mark][index] if index < stop else -1), stop - index
