"""A text in which it is looked up what begins at a place and where that ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from macros.vault.html import RAW, Tag, read_tag
from macros.vault.plugins import command_end

_WIKI = re.compile(r"\[\[((?:[^\[\]\n]|\[[^\[\]\n]*+\])++)\]\]")
"""`[[…]]`, perhaps with `[1]` in its label."""
_AUTOLINK = re.compile(
    r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}://|(?:mailto|tel|sms|obsidian|zotero|vscode):)[^\s<>]++|[^\s<>@]++@[^\s<>@]++)>"
)
_RUNS = re.compile("`+")


class Source:
    """`text`, of which each question takes time that does not grow with what stands elsewhere."""

    def __init__(self, text: str) -> None:
        """Note where code may end; everything else is looked up."""
        self.text = text
        self._runs: defaultdict[int, list[int]] = defaultdict(list)
        if "`" in text:
            for run in _RUNS.finditer(text):
                self._runs[run.end() - run.start()].append(run.start())
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

    def raw_end(self, start: int) -> int:
        """Where a script or a style sheet ends that begins at `start`; -1 for all else."""
        tag = read_tag(self.text, start) if self.text[start] == "<" else None
        if not tag or tag.closing or tag.name not in RAW:
            return -1
        found = re.compile(rf"</{tag.name}\s*+>", re.IGNORECASE).search(self.text, tag.end)
        return found.end() if found else -1

    def autolink(self, start: int) -> str:
        """The address in `<…>` at `start`, or an empty text."""
        found = _AUTOLINK.match(self.text, start)
        return found[1] if found else ""

    def tag(self, start: int) -> Tag | None:
        """The tag of HTML at `start` that a page may have; None for what is a word in angle brackets."""
        tag = read_tag(self.text, start)
        return tag if tag and tag.is_shown else None

    def wiki(self, start: int) -> str | None:
        """What stands between the `[[` at `start` and its `]]`; None where it is no wiki link."""
        found = _WIKI.match(self.text, start)
        return found[1] if found else None

    def opaque_end(self, start: int) -> int:
        """Where code, a comment, a command, an address in `<…>` or a tag ends that begins at `start`; -1 for none."""
        if self.text[start] == "`":
            length = _RUNS.match(self.text, start).end() - start  # type: ignore[union-attr]  # there is one
            return self.code_end(start, length)
        for end in (self.comment_end(start), self.command_end(start), self.raw_end(start)):
            if end >= 0:
                return end
        if address := self.autolink(start):
            return start + len(address) + 2
        tag = self.tag(start) if self.text[start] == "<" else None
        return tag.end if tag else -1
