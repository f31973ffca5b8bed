"""The icon of a site that has none: the first letter of its name."""

from __future__ import annotations

import unicodedata
from html import escape

_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>{name}</title>\
<rect x="2" y="2" width="20" height="20" rx="5" fill="#0f766e"/>\
<text x="12" y="12.5" fill="#fff" font-family="sans-serif" font-size="{size}" font-weight="700" text-anchor="middle" \
dominant-baseline="central">{letter}</text></svg>
"""


def initial_icon(name: str) -> str:
    """An SVG with the first letter or digit of `name`; with a dot where it has none."""
    letters = (letter for letter in name if unicodedata.category(letter)[0] in "LN")
    letter = next(letters, "•").upper()[:1]
    return _SVG.format(name=escape(name), letter=escape(letter), size=13 if letter.isascii() else 12)
