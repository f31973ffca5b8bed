"""The letters of an article, by the way in which they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from macros import markup

_CODE = re.compile(r"<(pre|code|kbd|samp)\b.*?</\1>", re.DOTALL)
_PROSE = re.compile(f'<span class="{markup.COMMENT}">[^<]*</span>')
"""What stands within code, and is shown as text."""
_STRONG = re.compile(r'<(h[1-6]|b|strong|th|dt|summary|p(?= class="[\w-]*title"))\b.*?</\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Letters(NamedTuple):
    """Letters beyond ASCII, each once and in order. A letter may stand in several ways."""

    strong: str = ""
    """In headings and in bold."""
    text: str = ""
    """In all, also in code: a comment on a command is shown as text."""
    code: str = ""


def letters_of(html: str) -> Letters:
    """Those of an article. Of the tags within code the values are taken too: style sheets show some, such as `①`."""
    code = "".join(_PROSE.sub("", found[0]) for found in _CODE.finditer(html))
    strong = "".join(found[0] for found in _STRONG.finditer(html))
    return Letters(_beyond_ascii(_TAG.sub("", strong)), _beyond_ascii(_TAG.sub("", html)), _beyond_ascii(code))


def letters_of_texts(*, strong: Iterable[str] = (), text: Iterable[str] = ()) -> Letters:
    """Those of texts that are no HTML."""
    return Letters(_beyond_ascii(*strong), _beyond_ascii(*text))


def together(several: Iterable[Letters]) -> Letters:
    """The letters of several articles as those of one."""
    return Letters(*(_beyond_ascii(*each) for each in zip(*several, strict=True)))


def _beyond_ascii(*texts: str) -> str:
    return "".join(sorted(letter for letter in set().union(*texts) if not letter.isascii()))
