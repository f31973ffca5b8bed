"""Markdown links and pictures: `[label](destination "title")`, `[label][reference]`, in linear time.

Python-Markdown looks for the closing bracket anew from each opening one; a line of brackets takes it minutes.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping

from markdown import Markdown
from markdown.inlinepatterns import (
    ImageReferenceInlineProcessor,
    InlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.util import ETX, STX

from macros.vault.blocks import Definition
from macros.vault.inlines import DESTINATION, opaque, plain_text

_ESCAPED = re.compile(f"{STX}(\\d{{1,6}}){ETX}")
_BY_REFERENCE = re.compile(r"(?<![\\\[\]^])\[([^\[\]^]{1,500})\](?:\[([^\[\]]{0,500})\])?(?![\[(:])")
_LINK, _IMAGE = r"(?<!!)\[", r"!\["


def with_definitions(content: str, definitions: Mapping[str, Definition]) -> str:
    """`content` whose reference links `[label][reference]` and `[reference]` say their address themselves."""
    if not definitions:
        return content

    def replaced(found: re.Match[str]) -> str:
        definition = definitions.get(" ".join((found[2] or found[1]).split()).casefold())
        if not definition:
            return found[0]
        title = f' "{definition.title}"' if definition.title and '"' not in definition.title else ""
        return f"[{found[1]}](<{definition.url}>{title})"

    parts, position = [], 0
    for start, end in [*opaque(content), (len(content), len(content))]:
        parts += [_BY_REFERENCE.sub(replaced, content[position:start]), content[start:end]]
        position = end
    return "".join(parts)


def register_links(md: Markdown) -> None:
    """Put our processors in the place of Python-Markdown's, at the priorities of those."""
    brackets = _Brackets()
    inline = md.inlinePatterns
    inline.register(_Reference(_LINK, md, brackets), "reference", 170)
    inline.register(_Link(_LINK, md, brackets), "link", 160)
    inline.register(_Link(_IMAGE, md, brackets), "image_link", 150)
    inline.register(_ImageReference(_IMAGE, md, brackets), "image_reference", 140)
    inline.register(_ShortReference(_LINK, md, brackets), "short_reference", 130)
    inline.register(_ShortImageReference(_IMAGE, md, brackets), "short_image_ref", 125)


class _Brackets:
    """Which `]` closes which `[`, found out once for a text and all its tails.

    What closes a bracket depends only on what stands behind it, and Python-Markdown changes a text from the left: so
    the pairs are kept by their distance from the end.
    """

    def __init__(self) -> None:
        self._text = ""
        self._closing: dict[int, int] = {}

    def closing(self, text: str, opening: int) -> int:
        """The index of the bracket that closes the one at `opening`, or -1."""
        left = len(text) - opening
        if left > len(self._text) or not text.endswith(self._text[-left:]):
            self._text, self._closing = text, _pairs(text)
        return len(text) - self._closing.get(left, len(text) + 1)


def _pairs(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for bracket in re.finditer(r"[\[\]]", text):
        if bracket[0] == "[":
            waiting.append(len(text) - bracket.start())
        elif waiting:
            pairs[waiting.pop()] = len(text) - bracket.start()
    return pairs


class _Link(InlineProcessor):
    """`[label](destination)` or, by its pattern, `![text](destination)`."""

    def __init__(self, pattern: str, md: Markdown, brackets: _Brackets) -> None:
        super().__init__(pattern, md)
        self._brackets = brackets

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        end = self._brackets.closing(data, m.end() - 1)
        found = DESTINATION.match(data, end + 2) if data.startswith("](", end) else None
        if not found:
            return None, None, None
        destination = _literal(str(self.unescape(found[1] if found[1] is not None else found[2])))
        label = data[m.end() : end]
        if m[0].startswith("!"):
            element = etree.Element("img", {"src": destination, "alt": plain_text(str(self.unescape(label)))})
        else:
            element = etree.Element("a", {"href": destination})
            element.text = label
        if title := found[3] or found[4] or found[5]:
            element.set("title", str(self.unescape(title)))
        return element, m.start(), found.end()


def _literal(text: str) -> str:
    """`text` with Python-Markdown's placeholders for escaped characters turned back: a file's name has them."""
    return _ESCAPED.sub(lambda found: chr(int(found[1])), text)


class _QuickText:
    """Finds the text between brackets, and only where a reference can follow."""

    follows = re.compile(r"\[")

    def __init__(self, pattern: str, md: Markdown, brackets: _Brackets) -> None:
        super().__init__(pattern, md)  # type: ignore[call-arg]
        self._brackets = brackets

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        end = self._brackets.closing(data, index - 1)
        if end < 0 or not self.follows.match(data, end + 1) or data.find("[", index, min(end, index + 1000)) >= 0:
            return "", index, False
        return data[index:end], end + 1, True


class _Reference(_QuickText, ReferenceInlineProcessor):
    pass


class _ImageReference(_QuickText, ImageReferenceInlineProcessor):
    pass


class _ShortReference(_QuickText, ShortReferenceInlineProcessor):
    follows = re.compile("")


class _ShortImageReference(_QuickText, ShortImageReferenceInlineProcessor):
    follows = re.compile("")
