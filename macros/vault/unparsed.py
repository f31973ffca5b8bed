"""The text of a note that is not parsed: too large, or looked at only for its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.vault.inlines.source import Source

_COMMENT_OR_CODE = re.compile(r"`+|%%|<!--")
_COMMENTS = re.compile(r"(?<!\\)%%.*?(?:%%|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)


def as_code(body: str) -> str:
    """`body` without its comments as one fenced block, whatever fences it has."""
    body = without_comments(body)
    longest = max((len(run) for run in re.findall("~+", body)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}text\n{body}\n{fence}\n"


def without_comments(body: str) -> str:
    """`body` without what is hidden, as it is read by somebody who knows of code or by one who does not.

    It is not parsed, so one of both readings may be wrong: then too much is hidden, and not too little.
    """
    hidden = sorted([*(found.span() for found in _COMMENTS.finditer(body)), *_comments_outside_code(body)])
    parts, position = [], 0
    for start, end in hidden:
        parts.append(body[position:start])
        position = max(position, end)
    return "".join([*parts, body[position:]])


def _comments_outside_code(body: str) -> Iterator[tuple[int, int]]:
    source, position = Source(body), 0
    while mark := _COMMENT_OR_CODE.search(body, position):
        position = mark.end()
        if mark[0][0] == "`":
            end, paragraph = source.code_end(mark.start(), len(mark[0])), body.find("\n\n", mark.start())
            position = end if end >= 0 and (end <= paragraph or paragraph < 0) else position
        else:
            end = source.comment_end(mark.start())
            position = end if end >= 0 else len(body)
            yield mark.start(), position
