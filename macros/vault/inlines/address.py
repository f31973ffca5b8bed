"""Bare addresses: `https://example.com`, `www.example.com`, `me@example.com`.

Source: GitHub Flavored Markdown, "Autolinks (extension)"; what a Korean sentence puts around an address is our own.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from macros.vault.korean import ENDINGS, GLUED, HEDGED

_MAIL = re.compile(r"[A-Za-z0-9._+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++")
_REST = r"[^\s<>\"`“”‘’「」『』《》〈〉【】（）。、，！？；：…—→⇒]++"
_URL = re.compile(rf"(?:https?|ftp)://{_REST}", re.IGNORECASE)
_WWW = re.compile(rf"www\.{_REST}", re.IGNORECASE)
_BEFORE = re.compile(r"[A-Za-z0-9_@/.-]")
_TRAILING = "?!.,:;*_~'·–"
_NEXT = re.compile(r"&(?:lt|gt|quot|nbsp|#39);|[·,;|](?=(?:https?|ftp)://|www\.)", re.IGNORECASE)
"""Where an address ends: at a sign written as an entity, or at the mark before the next address in a list."""
_PAIRED = re.compile(r"\*\*|~~|(?:==|[*'])(?![\w/%.-])|(?:==|[*'])(?=[^\W\d_a-zA-Z])")
"""Marks of emphasis and quotes inside of an address; most addresses have none."""
_NO_HOST = re.compile(r"((?:[a-z]+://)?[^/?#()\[\]{}|,;]++)[()\[\]{}|,;]", re.IGNORECASE)
"""An address in whose first part, the name of a server, something stands that no such name has."""
_BRACKETS = MappingProxyType({")": "(", "]": "[", "}": "{"})
_HEDGED = re.compile(rf"(?<=[0-9A-Za-z)\]/]){HEDGED.pattern}\Z")


def address_at(text: str, start: int, end: int, *, marked: bool) -> tuple[str, str] | None:
    """The address that begins at `start` and where it leads; None where there is none before `end`.

    These belong to the sentence: a bracket that was not opened in the address, a quotation mark, a mark of emphasis,
    punctuation at the end, a Korean particle. `marked` is True where `==` is open, which the address then ends at.
    """
    if start and _BEFORE.match(text[start - 1]):
        return None
    for pattern, scheme in ((_URL, ""), (_WWW, "http://"), (_MAIL, "mailto:")):
        if found := pattern.match(text, start, end):
            address = _trimmed(found[0], marked=marked)
            whole = address if scheme == "mailto:" else _host(address)
            return (address, scheme + address) if whole else None
    return None


def _host(address: str) -> str:
    """The host of an address; empty for one that has no dot and is not this machine."""
    rest = re.split(r"[/?#]", address.partition("://")[2] or address, maxsplit=1)[0]
    return rest if "." in rest.strip(".") or rest.partition(":")[0] == "localhost" else ""


def _trimmed(address: str, *, marked: bool) -> str:
    """`address` without what belongs to the sentence around it."""
    if following := _NEXT.search(address):
        address = address[: following.start()]
    if bracket := _NO_HOST.match(address):
        address = bracket[1]
    address = address[: _first_stray(address, marked=marked)]
    while address and (address[-1] in _TRAILING or address[-1] in "([{"):
        address = address[:-1]
    if hedged := _HEDGED.search(address):
        return address[: hedged.start()]
    glued = GLUED.fullmatch(address)
    return glued[1] if glued and ENDINGS.fullmatch(glued[2]) else address


def _first_stray(address: str, *, marked: bool) -> int:
    """The first place in `address` that belongs to the sentence around it."""
    open_brackets: list[str] = []
    for index, letter in enumerate(address):
        if letter in "([{":
            open_brackets.append(letter)
        elif letter in _BRACKETS:
            if not open_brackets or open_brackets.pop() != _BRACKETS[letter]:
                return index
        elif letter in "*~='" and (found := _PAIRED.match(address, index)) and (found[0] != "==" or marked):
            return index
    return len(address)
