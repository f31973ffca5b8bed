"""Text of which a reader sees nothing."""

from __future__ import annotations

import re

_COMMENTS = (("<!--", "-->"), ("%%", "%%"))
_EMPTY_ANCHOR = re.compile(r"<a\s[^<>]*>\s*</a\s*>|<a\s[^<>]*/>", re.IGNORECASE)


def is_silent(text: str) -> bool:
    """True when `text` has nothing but comments, empty anchors and blanks."""
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        mark = next((closing for opening, closing in _COMMENTS if text.startswith(opening, position)), "")
        found = _EMPTY_ANCHOR.match(text, position)
        end = text.find(mark, position + 2) + len(mark) if mark else found.end() if found else 0
        if end <= position:
            return False
        position = end
    return True
