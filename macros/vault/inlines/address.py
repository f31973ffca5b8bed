"""Bare addresses: `https://example.com`, `www.example.com`, `me@example.com`.

Source: GitHub Flavored Markdown, "Autolinks (extension)"; what a Korean sentence puts around an address is our own.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from macros.vault.korean import ENDINGS

_MAIL = re.compile(r"[A-Za-z0-9._+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++")
_REST = r"[^\s<>\"`“”‘’「」『』《》〈〉【】（）。、，！？；：…—→⇒]++"
_URL = re.compile(rf"(?:https?|ftp)://{_REST}", re.IGNORECASE)
_WWW = re.compile(rf"www\.{_REST}", re.IGNORECASE)
_BEFORE = re.compile(r"[A-Za-z0-9_@/.-]")
_TRAILING = "?!.,:;*_~'·–"
_NEXT = re.compile(r"&(?:lt|gt|quot|nbsp|#39);|[·,;|](?=(?:https?|ftp)://|www\.)", re.IGNORECASE)
"""What no address goes on behind: a sign written as an entity, or the mark before the next address in a list."""
_PAIRED = re.compile(r"\*\*|~~|(?:==|[*'])(?![\w/%.-])|(?:==|[*'])(?=[^\W\d_a-zA-Z])")
"""Marks of emphasis and quotes inside of an address; most addresses have none."""
_NO_HOST = re.compile(r"((?:[a-z]+://)?[^/?#()\[\]{}|,;]++)[()\[\]{}|,;]", re.IGNORECASE)
"""An address in whose first part, the name of a server, something stands that no such name has."""
_BRACKETS = MappingProxyType({")": "(", "]": "[", "}": "{"})
_GLUED = re.compile(r"([^가-힣]++|.*[)\]/0-9A-Za-z])([가-힣]++)")
"""An address that has Korean at its end alone, or behind a bracket, a slash or a letter of another script.

That may be words of a sentence, or the last part of a path.
"""
_HEDGED = re.compile(rf"(?<=[0-9A-Za-z)\]/])[은을이와]?\((?:으|이|를|는|가|과|들)\)(?:{ENDINGS.pattern})\Z")
"""A particle in both of its forms: `을(를)`, `(으)로`."""


def address_at(text: str, start: int, end: int, *, marked: bool) -> tuple[str, str] | None:
    """The address that begins at `start` and where it leads; None where there is none before `end`.

    A bracket that was not opened in it, a quotation mark, the mark of an emphasis that was opened before it, the
    punctuation at its end and a Korean particle right behind it belong to the sentence. `marked` where `==` is open.
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
    """The part of an address that has to say something: it has a dot, or is this machine."""
    rest = re.split(r"[/?#]", address.partition("://")[2] or address, maxsplit=1)[0]
    return rest if "." in rest.strip(".") or rest.partition(":")[0] == "localhost" else ""


def _trimmed(address: str, *, marked: bool) -> str:
    if following := _NEXT.search(address):
        address = address[: following.start()]
    if bracket := _NO_HOST.match(address):
        address = bracket[1]
    address = address[: _first_stray(address, marked=marked)]
    while address and (address[-1] in _TRAILING or address[-1] in "([{"):
        address = address[:-1]
    if hedged := _HEDGED.search(address):
        return address[: hedged.start()]
    glued = _GLUED.fullmatch(address)
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
