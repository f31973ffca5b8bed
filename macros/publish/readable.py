"""Addresses with the letters of all scripts as they are, which takes a third of the bytes: `%EB%8F%84` is `도`."""

from __future__ import annotations

import re
from urllib.parse import unquote

_LETTERS = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def readable(url: str) -> str:
    """`url`, in which only what nobody sees, or what is no letter, stays encoded. Browsers take both for the same."""
    return _LETTERS.sub(_decoded, url)


def _decoded(found: re.Match[str]) -> str:
    text = unquote(found[0], errors="replace")
    return text if text.isprintable() and "\ufffd" not in text else found[0]
