"""Code in fences and indented blocks, which is highlighted when the site is built."""

from __future__ import annotations

import re
from html import escape
from itertools import islice

from markdown import Markdown
from pymdownx.highlight import Highlight

from macros.vault.fences import language_of

_TITLE = re.compile(r"title=(?:\"([^\"]*)\"|'([^']*)')")
_LINES = re.compile(r"\{([\d,\s-]+)\}")
_RANGE = re.compile(r"(\d{1,9})(?:\s*-\s*(\d{1,9}))?", re.ASCII)
MOST_RANGES = 1_000
"""Ranges of lines that are read; nobody marks more."""
LARGEST_HIGHLIGHTED = 200_000
"""Characters of code that are highlighted; more is shown plain, for highlighting costs more than it is worth."""


def render_fence(md: Markdown, code: str, info: str, number: int) -> str:
    """The HTML of a fence whose opening line says `info`: ```` ```python title="a.py" {1,3-4} ````.

    `number` tells the code blocks of a page apart. An unknown language is plain text.
    """
    info = info.strip()
    language = language_of(info)
    title = (found[1] or found[2] or "") if (found := _TITLE.search(info)) else ""
    if not (language or title) or len(code) > LARGEST_HIGHLIGHTED:
        return plain_code(code)
    highlight = Highlight(md, pygments_lang_class=True, use_pygments=True)
    html = highlight.highlight(
        code.rstrip("\n") or " ",
        language or "text",
        title=escape(title) or None,
        hl_lines=_highlighted(info, code.count("\n") + 1),
        code_block_count=number,
    )
    return str(html)


def plain_code(code: str) -> str:
    """The HTML of `code` without colours."""
    source = escape(code.rstrip("\n"), quote=False)
    return f'<div class="language-text highlight"><pre><span></span><code>{source}\n</code></pre></div>'


def _highlighted(info: str, count: int) -> list[int]:
    """The numbers that `{1,3-5}` names of `count` lines, from 1."""
    found = _LINES.search(info)
    numbers = set[int]()
    for part in islice(found[1].split(","), MOST_RANGES) if found else ():
        if ends := _RANGE.fullmatch(part.strip()):
            first = int(ends[1])
            numbers.update(range(first, min(int(ends[2] or first), count) + 1))
    return sorted(number for number in numbers if number <= count)
