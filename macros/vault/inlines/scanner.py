r"""Reads the text of a block, for the page and the index alike.

| what                                         | wins over                                                             |
| -------------------------------------------- | --------------------------------------------------------------------- |
| an escape, `\*`                              | everything                                                            |
| code, `` `a` ``                              | all that begins behind it, the `]` of a link and the `$` of a formula |
| comments, commands, HTML, `<https://…>`      | all that begins behind them, and the `]` of a link                    |
| links, pictures, footnotes, formulas, calls, | all that begins behind them                                           |
| bare addresses, tags of the vault            |                                                                       |
| emphasis                                     | nothing: it goes around all of these                                  |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from macros.vault.call import call_at, part_of, recording_of
from macros.vault.html_piece import Kind as PieceKind
from macros.vault.inlines.address import address_at
from macros.vault.inlines.brackets import Bracketed, Destination, find_brackets
from macros.vault.inlines.element import nested
from macros.vault.inlines.emphasis import Run, TagAt
from macros.vault.inlines.node import Kind, Node
from macros.vault.inlines.source import Source
from macros.vault.plugins import TEMPLATER, has_command, plugin_of_code
from macros.vault.reference import Reference

TAG = re.compile(r"#([^\s\x00-\x1f!-,.:-@\[-^`{-~\u2000-\u200c\u200e-\u206f\u3000-\u303f\uff01-\uff0f]++)")
"""`#태그/하위`: letters of any script, digits, `_`, `-`, `/`."""
_BEFORE_TAG = re.compile(r"(?:^|(?<=[\s>]))(?:[*_]{0,3}|==|~~)\Z")
"""What stands before a tag: a blank, or nothing but marks of emphasis behind one."""
_MARKS = re.compile(
    r"\\[!-/:-@\[-`{-~]|`++|%%|<|\$\$?|!?\[\[?|\^\[|\*++|_++|={2,}+|~{2,}+|#|\{\{"
    r"|(?:[Hh][Tt][Tt][Pp][Ss]?|[Ff][Tt][Pp])://|[Ww]{3}\."
)
_MARKS_AND_MAIL = re.compile(rf"{_MARKS.pattern}|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]++@")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]++)\]")
_MARKS_IN_MATH = re.compile(r"\\[\s\S]|`++|\$\$?")

Item = Node | Run | TagAt
Found = tuple[Item, int]
"""What was found, and where the text goes on."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the note defines outside of the text that is read."""

    definitions: Mapping[str, Destination] = field(default_factory=lambda: MappingProxyType({}))
    """Of `[label]: url`, by what markdown-it makes of a label."""
    footnotes: Collection[str] = ()
    """The labels that have a text."""


class Scanner:
    """Reads one text, and the labels in it, from left to right."""

    def __init__(self, text: str, known: Known) -> None:
        """Find the pairs of brackets first: a bracket without a partner is text."""
        self._text = text
        self._source = Source(text)
        self._known = known
        self._brackets = find_brackets(self._source, known.definitions) if "[" in text else {}
        self._in_highlight = False
        self._marks = _MARKS_AND_MAIL if "@" in text else _MARKS
        self._readers: Mapping[str, Callable[[re.Match[str], int, bool], Found | None]] = {
            "\\": self._escape,
            "`": self._code,
            "%": self._comment,
            "<": self._angle,
            "$": self._math,
            "!": self._bracket,
            "[": self._bracket,
            "^": self._bracket,
            "#": self._tag,
            "{": self._call,
        } | dict.fromkeys("*_=~", self._run)

    def read(self, start: int, end: int, *, in_link: bool = False) -> tuple[Node, ...]:
        """The nodes of `text[start:end]`; inside of a link there are no links and tags."""
        items: list[Item] = []
        around, self._in_highlight = self._in_highlight, False
        position = copied = start
        in_html_link = False
        while token := self._marks.search(self._text, position, end):
            reader = self._readers.get(token[0][0], self._address)
            found = reader(token, end, in_link or (in_html_link and reader != self._bracket))
            if not found:
                position = token.end() if len(token[0].lstrip("![")) else token.start() + 1
                continue
            if copied < token.start():
                items.append(self._words(copied, token.start()))
            item, position = found
            items.append(item)
            if isinstance(item, TagAt) and item.tag.name == "a":
                in_html_link = bool(item.tag.get("href"))
            copied = position
        if copied < end:
            items.append(self._words(copied, end))
        self._in_highlight = around
        return nested(items, end)

    def _words(self, start: int, end: int) -> Node:
        return Node(Kind.TEXT, start, end, self._text[start:end])

    def _escape(self, token: re.Match[str], end: int, in_link: bool) -> Found:  # noqa: FBT001 - one signature for all
        letter = token[0][1]
        return Node(Kind.TEXT, token.start(), token.end(), "&amp;" if letter == "&" else letter), token.end()

    def _code(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        length = len(token[0])
        stop = self._source.code_end(token.start(), length)
        if not 0 <= stop <= end:
            return None
        code = self._text[token.end() : stop - length]
        plugin = plugin_of_code(code)
        return Node(Kind.PLUGIN if plugin else Kind.CODE, token.start(), stop, plugin or code), stop

    def _comment(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        return self._hidden(token.start(), self._source.comment_end(token.start()), end)

    def _hidden(self, start: int, stop: int, end: int) -> Found | None:
        return (Node(Kind.COMMENT, start, stop, self._text[start:stop]), stop) if 0 <= stop <= end else None

    def _angle(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        start, source = token.start(), self._source
        if hidden := self._hidden(start, source.comment_end(start), end):
            return hidden
        if 0 <= (stop := source.command_end(start)) <= end:
            return Node(Kind.PLUGIN, start, stop, TEMPLATER), stop
        if (address := source.autolink(start)) and not in_link:
            scheme = "mailto:" if "@" in address and ":" not in address else ""
            stop = start + len(address) + 2
            return Node(Kind.ADDRESS, start, stop, address, href=scheme + address), stop
        return self._html(start, end)

    def _html(self, start: int, end: int) -> Found | None:
        piece = self._source.html(start)
        if not piece or piece.end > end:
            return None
        written = self._text[start : piece.end]
        if piece.kind is PieceKind.TAG and piece.tag:
            return TagAt(piece.tag, written), piece.end
        kind = Kind.COMMENT if piece.kind is PieceKind.HIDDEN else Kind.HTML
        return Node(kind, start, piece.end, written), piece.end

    def _math(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        mark, start = token[0], token.end()
        closing = start
        while found := _MARKS_IN_MATH.search(self._text, closing, end):
            closing = found.end()
            if found[0][0] == "`" and (stop := self._source.code_end(found.start(), len(found[0]))) >= 0:
                closing = stop  # a mark in code closes nothing
            elif found[0][0] == "$" and (mark == "$" or found[0] == mark):
                break
        else:
            return None
        inner, stop = self._text[start : found.start()], found.start() + len(mark)
        if not inner.strip() or (mark == "$" and not _is_tight(self._text, inner, stop)):
            return None
        return Node(Kind.DISPLAY_MATH if mark == "$$" else Kind.MATH, token.start(), stop, inner), stop

    def _bracket(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        start = token.start()
        if token[0].endswith("[[") and (wiki := self._wiki(token, end, in_link)):
            return wiki
        if not in_link and (found := _FOOTNOTE.match(self._text, start, end)) and found[1] in self._known.footnotes:
            return Node(Kind.FOOTNOTE, start, found.end(), found[1]), found.end()
        bracketed = self._brackets.get(start)
        if not bracketed or bracketed.end > end or (in_link and bracketed.kind != "image"):
            return None
        return self._bracketed(bracketed), bracketed.end

    def _wiki(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        embed = token[0][0] == "!"
        inner = self._source.wiki(token.end() - 2)
        stop = token.end() + len(inner or "") + 2
        if inner is None or stop > end or (in_link and not embed):
            return None
        if has_command(inner):
            return Node(Kind.PLUGIN, token.start(), stop, TEMPLATER), stop
        reference = Reference.wiki(inner, embed=embed)
        return Node(Kind.WIKI, token.start(), stop, inner, reference=reference), stop

    def _bracketed(self, found: Bracketed) -> Node:
        label = self._text[found.inner : found.inner_end]
        if found.kind == "footnote":
            children = self.read(found.inner, found.inner_end)
            return Node(Kind.INLINE_FOOTNOTE, found.start, found.end, label, children)
        if has_command(self._text[found.inner_end : found.end]):
            return Node(Kind.PLUGIN, found.start, found.end, TEMPLATER)
        embed = found.kind == "image"
        children = () if embed else self.read(found.inner, found.inner_end, in_link=True)
        href, title = found.destination
        reference = Reference.markdown(href, label, embed=embed)
        kind = Kind.IMAGE if embed else Kind.LINK
        return Node(kind, found.start, found.end, label, children, reference, href, title)

    def _tag(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        start = token.start()
        found = TAG.match(self._text, start, end) if not in_link else None
        tag = found[1].strip("/") if found else ""
        if not found or not tag or tag.isdigit() or not _BEFORE_TAG.search(self._text, max(start - 4, 0), start):
            return None
        stop = found.end() - (len(found[1]) - len(found[1].rstrip("/")))
        return Node(Kind.TAG, start, stop, tag), stop

    def _address(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        address = None if in_link else address_at(self._text, token.start(), end, marked=self._in_highlight)
        if not address:
            return None
        stop = token.start() + len(address[0])
        return Node(Kind.ADDRESS, token.start(), stop, address[0], href=address[1]), stop

    def _call(self, token: re.Match[str], end: int, in_link: bool) -> Found | None:  # noqa: FBT001
        call = call_at(self._text, token.start())
        if not call or call.end > end or not (recording_of(call) or part_of(call)):
            return None
        return Node(Kind.CALL, call.start, call.end, self._text[call.start : call.end]), call.end

    def _run(self, token: re.Match[str], end: int, in_link: bool) -> Found:  # noqa: FBT001
        run = Run.at(self._text, token.start(), token.end())
        if token[0] == "==" and (run.can_close if self._in_highlight else run.can_open):
            self._in_highlight = not self._in_highlight
        return run, token.end()


def _is_tight(text: str, inner: str, after: int) -> bool:
    """False for money: single marks have no blank inside, and no digit behind the closing one (`$5 to $10`)."""
    return not (inner[0].isspace() or inner[-1].isspace() or text[after : after + 1].isdigit() or "\n\n" in inner)
