"""Looks up what begins at a place of a text, and where that ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from macros.vault.html_piece import Kind as PieceKind
from macros.vault.html_piece import Piece
from macros.vault.html_reader import HtmlReader
from macros.vault.plugins import command_end

_WIKI = re.compile(r"\[\[(?!\[)((?:[^\[\]\n]|\[[^\[\]\n]*+\])++)\]\]")
"""`[[…]]`, perhaps with `[1]` in its label."""
_AUTOLINK = re.compile(
    r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}://|(?:mailto|tel|sms|obsidian|zotero|vscode):)[^\s<>]++|[^\s<>@]++@[^\s<>@]++)>"
)
_RUNS = re.compile("`+")


class Source:
    """`text`. The time that a question takes does not grow with what stands elsewhere in it."""

    def __init__(self, text: str) -> None:
        """Note where code may end; everything else is looked up."""
        self.text = text
        self._runs: defaultdict[int, list[int]] = defaultdict(list)
        if "`" in text:
            for run in _RUNS.finditer(text):
                self._runs[run.end() - run.start()].append(run.start())
        self._html = HtmlReader(text)
        self._last_comment_mark = text.rfind("%%")
        self._last_html_comment = text.rfind("-->")

    def code_end(self, start: int, length: int) -> int:
        """Where the code ends that `length` backticks at `start` open, its own included; -1 where nothing closes it."""
        runs = self._runs[length]
        index = bisect_left(runs, start + length)
        return runs[index] + length if index < len(runs) else -1

    def comment_end(self, start: int) -> int:
        """Where the comment ends that `%%` or `<!--` at `start` opens; -1 where nothing closes it."""
        if self.text.startswith("%%", start):
            return self.text.find("%%", start + 2) + 2 if start + 2 <= self._last_comment_mark else -1
        if self.text.startswith("<!--", start) and start + 4 <= self._last_html_comment:
            return self.text.find("-->", start + 4) + 3
        return -1

    def command_end(self, start: int) -> int:
        """Where the command of a plugin ends that `<%` at `start` opens; -1 where it is none."""
        return command_end(self.text, start) if self.text.startswith("<%", start) else -1

    def html(self, start: int) -> Piece | None:
        """The tag of HTML at `start`, or the element that is shown or hidden as a whole; None for words.

        A tag that no page may have, and a word in angle brackets, are words.
        """
        piece = self._html.at(start) if self.text[start + 1 : start + 2] not in ("!", "?") else None
        if not piece or (piece.kind is PieceKind.TAG and not (piece.tag and piece.tag.is_shown)):
            return None
        return piece

    def autolink(self, start: int) -> str:
        """The address in `<…>` at `start`, or an empty text."""
        found = _AUTOLINK.match(self.text, start)
        return found[1] if found else ""

    def wiki(self, start: int) -> str | None:
        """What stands between the `[[` at `start` and its `]]`; None where it is no wiki link."""
        found = _WIKI.match(self.text, start)
        return found[1] if found else None

    def opaque_end(self, start: int) -> int:
        """Where code, a comment, a command, an address in `<…>` or a tag ends that begins at `start`; -1 for none."""
        if self.text[start] == "`":
            length = _RUNS.match(self.text, start).end() - start  # type: ignore[union-attr]  # there is one
            return self.code_end(start, length)
        for end in (self.comment_end(start), self.command_end(start)):
            if end >= 0:
                return end
        if address := self.autolink(start):
            return start + len(address) + 2
        piece = self.html(start) if self.text[start] == "<" else None
        return piece.end if piece else -1
