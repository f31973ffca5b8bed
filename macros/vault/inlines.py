"""The spans of a line of Markdown that mean something: what is code, what is a link, what is hidden."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from html import unescape

from macros.vault.plugins import TEMPLATER, command_end, has_command, plugin_of_code
from macros.vault.reference import Reference

WIKILINK = r"\[\[([^\[\]\n\x10]{1,1000}(?:\[[^\[\]\n\x10]{0,200}\][^\[\]\n\x10]{0,200}){0,5})\]\]"
r"""`[[…]]`, perhaps with `[1]` in its label; bounded, so that a run of brackets costs linear time.

No note has an `\x10`: it marks what a plugin runs, see `macros.syntax.plugin`.
"""
TAG = r"(?<![^\s>])#([^\s\x00-\x1f!-,.:-@\[-^`{-~\u2000-\u200c\u200e-\u206f\u3000-\u303f\uff01-\uff0f]{1,200})"
"""`#태그/하위`: a blank or the line's start before it; letters of any script, digits, `_`, `-`, `/`."""
DESTINATION = re.compile(
    r"\s{0,10}(?:<([^<>\n]{0,1000})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,1000}))"
    r"(?:\s{1,10}(?:\"([^\"]{0,500})\"|'([^']{0,500})'|\(([^()]{0,500})\)))?\s{0,10}\)"
)
"""What stands behind `](`: `<a b>` or `a(b)`, perhaps a title, and `)`. Groups: the two forms, the three titles."""
BLOCK_ID = re.compile(r"(?:^|(?<=\s))\^([A-Za-z0-9-]+)[ \t]*$")
"""`^id` as the last word of a block."""

_TOKEN = re.compile(
    r"\\[\s\S]|`+|%%|\$\$?|!?" + WIKILINK + r"|!?\[|\]\(|\]|<!--|<%|</?[a-z][^<>]{0,2000}>|" + TAG, re.IGNORECASE
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,31}:\S*|[^\s@]+@[^\s@]+", re.IGNORECASE)
_MARKS = re.compile(
    r"\\([!-/:-@\[-`{-~])"  # an escaped character, which stays
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|==|~~|\[\^[^\]\s]{1,100}\]"
    r"|</?(?:a|abbr|b|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var|wbr)\b[^<>]{0,500}>"
    r"|<!--(?:(?!-->).){0,2000}-->",
    re.DOTALL | re.IGNORECASE,
)
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")


_MARK = re.compile(r"[\\`*_\[<&#$%=~@]|://|www\.")
MOST_MARKS = 2_000
"""Marks that one block of text may have; more is no writing, and each costs as much as a paragraph."""


def is_plain(text: str) -> bool:
    """True when nothing in `text` can mean anything but itself."""
    return not _MARK.search(text)


def is_too_dense(text: str) -> bool:
    """True when `text` has more marks than anyone writes; it is then shown as it is."""
    return len(text) > MOST_MARKS and sum(1 for _ in _MARK.finditer(text)) > MOST_MARKS


class Kind(Enum):
    """What a span is."""

    CODE = auto()
    COMMENT = auto()
    MATH = auto()
    WIKI = auto()
    MARKDOWN = auto()
    AUTOLINK = auto()
    HTML = auto()
    TAG = auto()
    PLUGIN = auto()
    """What only a plugin can run; its `inner` is the plugin's name."""


_OPAQUE = frozenset({Kind.CODE, Kind.COMMENT, Kind.MATH, Kind.PLUGIN})


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` is of `kind`; `inner` is what stands between its marks."""

    kind: Kind
    start: int
    end: int
    inner: str
    reference: Reference | None = None


def spans(text: str) -> Iterator[Span]:
    """Every span of `text` in the order of their ends, in time linear in its length.

    Code wins over everything, then comments and math; a backslash takes the meaning of what follows.
    """
    return _Scanner(text).spans()


def math_at(text: str, start: int, mark: str) -> Span | None:
    """The formula that the `$` or `$$` at `start` opens, if one does.

    Single marks have no blank inside, and no digit behind the closing one: `$5 to $10` is money.
    """
    body = start + len(mark)
    end = body
    while (end := text.find(mark, end)) >= 0 and text[end - 1] == "\\":
        end += 1
    inner = text[body:end] if end >= 0 else ""
    if not inner.strip() or (mark == "$" and not _tight(text, inner, end + 1)):
        return None
    return Span(Kind.MATH, start, end + len(mark), inner)


def opaque(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part of `text` in which marks mean nothing: code, comments, formulas, commands."""
    return ((span.start, span.end) for span in spans(text) if span.kind in _OPAQUE)


def plain_text(text: str) -> str:
    """`text` as a reader sees it, without marks and in one line: for heading ids, titles and descriptions."""
    return " ".join(readable(text).split())


def readable(text: str) -> str:
    """`text` as a reader sees it, without marks, white space as it is."""
    return readable_around(text, list(spans(text)))[0]


def readable_around(text: str, found: Iterable[Span]) -> tuple[str, dict[Span, tuple[int, int]]]:
    """`text` as a reader sees it, and where each of its spans has its start and its end there.

    A span inside another one has the place of that.
    """
    parts: list[str] = []
    places: dict[Span, tuple[int, int]] = {}
    position, length, place = 0, 0, (0, 0)
    for span in sorted(found, key=lambda span: span.start):
        if span.start >= position:
            before, seen = _unmarked(text[position : span.start]), _seen(span)
            parts += [before, seen]
            place = (length + len(before), length + len(before) + len(seen))
            position, length = span.end, place[1]
        places[span] = place
    parts.append(_unmarked(text[position:]))
    return "".join(parts), places


def _seen(span: Span) -> str:
    if span.kind in (Kind.CODE, Kind.MATH, Kind.AUTOLINK):
        return span.inner.strip()
    if span.kind is Kind.TAG:
        return f"#{span.inner}"
    if span.kind is Kind.WIKI and span.reference and not span.reference.embed:
        return span.reference.text
    if span.kind is Kind.HTML:
        return _unmarked(f"<{span.inner}>")
    return _unmarked(span.inner) if span.kind is Kind.MARKDOWN else ""


def _unmarked(text: str) -> str:
    return unescape(_MARKS.sub(lambda found: found[1] or "", text))


class _Scanner:
    """Reads one text from left to right, and remembers what cannot close any more."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._backticks: defaultdict[int, deque[int]] = defaultdict(deque)
        for run in re.finditer("`+", text):
            self._backticks[len(run[0])].append(run.start())
        self._brackets: list[tuple[int, bool]] = []
        self._last_comment_mark = text.rfind("%%")
        self._last_html_comment = text.rfind("-->")

    def spans(self) -> Iterator[Span]:
        position = 0
        while found := _TOKEN.search(self._text, position):
            span = self._read(found)
            if span:
                yield span
            position = span.end if span else found.end()

    def _read(self, found: re.Match[str]) -> Span | None:
        mark = found[0]
        readers = {"`": self._code, "%": self._comment, "$": self._math, "<": self._angle, "#": self._tag}
        if reader := readers.get(mark[0]):
            return reader(found)
        if found[1] is not None:
            if has_command(found[1]):
                return Span(Kind.PLUGIN, found.start(), found.end(), TEMPLATER)
            reference = Reference.wiki(found[1], embed=mark[0] == "!")
            return Span(Kind.WIKI, found.start(), found.end(), found[1], reference)
        if mark[-1] == "[":
            self._brackets.append((found.start(), mark[0] == "!"))
        elif mark[0] == "]" and self._brackets:
            opening, embed = self._brackets.pop()
            return self._markdown_link(opening, found.end(), embed=embed) if mark == "](" else None
        return None

    def _code(self, found: re.Match[str]) -> Span | None:
        length = len(found[0])
        runs = self._backticks[length]
        while runs and runs[0] < found.end():
            runs.popleft()
        if not runs:
            return None
        code = self._text[found.end() : runs[0]]
        plugin = plugin_of_code(code)
        return Span(Kind.PLUGIN if plugin else Kind.CODE, found.start(), runs[0] + length, plugin or code)

    def _comment(self, found: re.Match[str]) -> Span | None:
        if found.end() > self._last_comment_mark:
            return None
        end = self._text.find("%%", found.end())
        return Span(Kind.COMMENT, found.start(), end + 2, self._text[found.end() : end])

    def _math(self, found: re.Match[str]) -> Span | None:
        return math_at(self._text, found.start(), found[0])

    def _angle(self, found: re.Match[str]) -> Span | None:
        if found[0] == "<%":
            end = command_end(self._text, found.start())
            return Span(Kind.PLUGIN, found.start(), end, TEMPLATER) if end >= 0 else None
        if found[0] == "<!--":
            end = self._text.find("-->", found.end()) if found.end() <= self._last_html_comment else -1
            return Span(Kind.COMMENT, found.start(), end + 3, self._text[found.end() : end]) if end >= 0 else None
        inner = found[0][1:-1]
        is_address = _ADDRESS.fullmatch(inner)
        return Span(Kind.AUTOLINK if is_address else Kind.HTML, found.start(), found.end(), inner)

    def _tag(self, found: re.Match[str]) -> Span | None:
        tag = found[2].strip("/")
        return Span(Kind.TAG, found.start(), found.end(), tag) if tag and not tag.isdigit() else None

    def _markdown_link(self, start: int, position: int, *, embed: bool) -> Span | None:
        found = DESTINATION.match(self._text, position)
        if not found:
            return None
        if has_command(self._text[position : found.end()]):
            return Span(Kind.PLUGIN, start, found.end(), TEMPLATER)
        label = self._text[start + (2 if embed else 1) : position - 2]
        destination = found[1] if found[1] is not None else _BACKSLASH.sub(r"\1", found[2])
        reference = Reference.markdown(destination, label, embed=embed)
        return Span(Kind.MARKDOWN, start, found.end(), "" if embed else label, reference)


def _tight(text: str, inner: str, after: int) -> bool:
    return not (inner[0].isspace() or inner[-1].isspace() or text[after : after + 1].isdigit() or "\n\n" in inner)
