"""Footnotes: `[^1]` and `^[inline]`, kept apart between a page and what it embeds."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from macros.vault.inlines import Kind, spans

_REFERENCE = re.compile(r"\[\^([^\]\s]{1,200})\]")
_OPAQUE = (Kind.CODE, Kind.COMMENT, Kind.MATH)


def footnotes() -> FootnoteExtension:
    """Python-Markdown's own footnotes, numbered as they are met, with Korean titles."""
    return FootnoteExtension(USE_DEFINITION_ORDER=False, BACKLINK_TITLE="각주 {}의 본문으로 돌아가기")


class FootnoteScope:
    """The footnotes of one text: its own labels get `prefix`, so that `[^1]` of an embed stays its own."""

    def __init__(self, md: Markdown, prefix: str) -> None:
        """Define footnotes with `md`; `labels` is set to those that the text defines."""
        self._extension = next(e for e in md.registeredExtensions if isinstance(e, FootnoteExtension))
        self._prefix = prefix
        self._inline = 0
        self.labels: set[str] = set()

    def define(self, label: str) -> etree.Element:
        """An empty element for the text of the footnote `label`."""
        body = etree.Element("div")
        self._extension.setFootnote(self._prefix + label, body)  # type: ignore[arg-type]  # see parseChunk
        return body

    def scoped(self, content: str) -> str:
        """`content` with its inline footnotes defined and its labels prefixed."""
        if "[^" not in content and "^[" not in content:
            return content
        hidden = [(span.start, span.end) for span in spans(content) if span.kind in _OPAQUE]
        parts, position = [], 0
        for start, end in [*hidden, (len(content), len(content))]:
            parts += [self._scoped(content[position:start]), content[start:end]]
            position = end
        return "".join(parts)

    def _scoped(self, text: str) -> str:
        parts, position = [], 0
        while (start := text.find("^[", position)) >= 0:
            end = _closing_bracket(text, start + 1)
            if end < 0:
                break
            self._inline += 1
            label = f"inline-{self._inline}"
            etree.SubElement(self.define(label), "p").text = text[start + 2 : end]
            parts += [self._prefixed(text[position:start]), f"[^{self._prefix}{label}]"]
            position = end + 1
        return "".join([*parts, self._prefixed(text[position:])])

    def _prefixed(self, text: str) -> str:
        if not self._prefix:
            return text
        return _REFERENCE.sub(lambda m: f"[^{self._prefix}{m[1]}]" if m[1] in self.labels else m[0], text)


def _closing_bracket(text: str, opening: int) -> int:
    depth = 0
    for position in range(opening, min(len(text), opening + 5_000)):
        depth += {"[": 1, "]": -1}.get(text[position], 0)
        if not depth:
            return position
    return -1
