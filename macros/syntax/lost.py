"""What the cleaner took out that a reader was to see: nothing may be lost in silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape

from macros.vault.html_block import read_html
from macros.vault.html_piece import Kind, Piece

_TAG = re.compile(r"<[^<>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+)*+>")
_BLOCK = re.compile(r"<(h[1-6]|pre)\b[^>]*+>(.*?)</\1\s*+>", re.DOTALL)
_BLOCKS = ("<h1", "<h2", "<h3", "<h4", "<h5", "<h6", "<pre")
_TOLD = 8
"""Words that are told of what was lost."""


def lost(before: str, after: str) -> str:
    """The first words that the HTML `before` shows and `after` does not; empty where nothing is lost.

    Words may move, as HTML moves what stands in a table and in none of its cells. Headings and blocks of code have to
    stay what they are. What no reader sees, such as a script or a comment, is never lost.
    """
    kept = _squeezed(_text(after))
    if _squeezed(_text(before)) != kept:
        shown = _text(" ".join(_shown(before, read_html(before))))
        whole = _squeezed(shown)
        fewer = Counter(shown.split()) - Counter(_text(after).split())
        missing = [word for word in fewer if whole.count(word) > kept.count(word)]
        if missing:
            return " ".join(missing[:_TOLD])
    if any(after.count(opening) < before.count(opening) for opening in _BLOCKS):
        blocks = Counter(_BLOCK.findall(before)) - Counter(_BLOCK.findall(after))
        return " ".join(_text(" ".join(text for _, text in blocks)).split()[:_TOLD])
    return ""


def _text(html: str) -> str:
    return unescape(_TAG.sub(" ", html))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _shown(html: str, pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.kind is Kind.TEXT:
            yield html[piece.start : piece.end]
        elif piece.kind is not Kind.HIDDEN:
            yield from _shown(html, piece.inside)
