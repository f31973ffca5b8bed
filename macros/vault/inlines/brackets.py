"""Links, pictures and footnotes in brackets: which `]` closes which `[`, and what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from markdown_it.common.utils import normalizeReference

from macros.vault.inlines.source import Source

DESTINATION = re.compile(
    r"\s*+(?:<((?:[^<>\n\\]|\\.)*+)>|((?:[^\s()\\<]|\\.|(?<!\()<|\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\))*+))"
    r"(?:\s++(?:\"((?:[^\"\\]|\\[\s\S])*+)\"|'((?:[^'\\]|\\[\s\S])*+)'|\(((?:[^()\\]|\\[\s\S])*+)\)))?\s*+\)"
)
"""What stands behind `](`: `<a b>` or `a(b)`, perhaps a title, and `)`. Groups: the two forms, the three titles."""
_TOKEN = re.compile(r"\\[\s\S]|`++|%%|<|!?\[\[|\[\^[^\[\]\s]++\]|\^\[|!?\[|\]")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*+)\]")
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")


class Destination(NamedTuple):
    """Where a link leads, and what its tooltip says."""

    href: str
    title: str


BracketKind = Literal["link", "image", "footnote"]
_KINDS: Mapping[str, BracketKind] = MappingProxyType({"[": "link", "![": "image", "^[": "footnote"})
NOWHERE = Destination("", "")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """`[label](…)`, `![label](…)` or `^[label]` at `source[start:end]`; the label is `source[inner:inner_end]`."""

    kind: BracketKind
    start: int
    inner: int
    inner_end: int
    end: int
    destination: Destination = NOWHERE


@dataclass(slots=True)
class _Opening:
    """A bracket that waits for its end. It `is_text` once a link was found in it, for no link holds another."""

    start: int
    inner: int
    kind: BracketKind
    is_text: bool = False


def find_brackets(source: Source, definitions: Mapping[str, Destination]) -> dict[int, Bracketed]:
    """All that stands in brackets, by its start. Source: CommonMark, "Links".

    `definitions` has the destinations of `[label][reference]`, by what `normalizeReference` makes of a reference.
    Brackets in code, comments and tags count for nothing.
    """
    found: dict[int, Bracketed] = {}
    open_brackets: list[_Opening] = []
    text, position = source.text, 0
    while token := _TOKEN.search(text, position):
        mark, position = token[0], token.end()
        if mark[0] in "`%<":
            end = source.opaque_end(token.start())
            position = end if end >= 0 else position
        elif mark in ("[[", "![["):
            inner = source.wiki(token.end() - 2)
            if inner is None:
                position -= 1  # two brackets, each for itself
                open_brackets.append(_Opening(token.start(), position, _KINDS[mark[:-1]]))
                continue
            position += len(inner) + 2
            if mark == "[[":
                _make_text(open_brackets)
        elif mark in _KINDS:
            open_brackets.append(_Opening(token.start(), position, _KINDS[mark]))
        elif mark == "]" and open_brackets:
            opening = open_brackets.pop()
            bracketed = None if opening.is_text else _close(source, opening, token.start(), definitions)
            if bracketed:
                found[bracketed.start] = bracketed
                position = bracketed.end
                if bracketed.kind == "link":
                    _make_text(open_brackets)
    return found


def _make_text(open_brackets: list[_Opening]) -> None:
    """A link was found inside all of `open_brackets`, so none of them can be a link."""
    for opening in reversed(open_brackets):
        if opening.is_text:
            break  # and so are those before it
        opening.is_text = opening.kind == "link"


def _close(source: Source, opening: _Opening, closing: int, definitions: Mapping[str, Destination]) -> Bracketed | None:
    """What stands between the bracket `opening` and the one at `closing`; None where that is text."""
    text, kind = source.text, opening.kind
    if kind == "footnote":
        return Bracketed(kind, opening.start, opening.inner, closing, closing + 1)
    if text.startswith("](", closing) and (found := DESTINATION.match(text, closing + 2)):
        href = _plain(found[1] if found[1] is not None else found[2])
        title = _plain(found[3] or found[4] or found[5] or "")
        return Bracketed(kind, opening.start, opening.inner, closing, found.end(), Destination(href, title))
    if not definitions:
        return None
    label = _LABEL.match(text, closing + 1)
    named = (label[1] if label and label[1].strip() else "") or text[opening.inner : closing]
    destination = definitions.get(normalizeReference(named))
    if not destination:
        return None
    return Bracketed(kind, opening.start, opening.inner, closing, label.end() if label else closing + 1, destination)


def _plain(written: str) -> str:
    return _BACKSLASH.sub(r"\1", written)
