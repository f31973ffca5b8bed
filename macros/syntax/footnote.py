"""Footnotes: `[^1]` and `^[inline]`, kept apart between a page and what it embeds."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from macros.vault.inlines import opaque

_REFERENCE = re.compile(r"\[\^([^\]\s]{1,200})\]")


_INLINE = re.compile(r"(?<!\\)\^\[")
LONGEST_INLINE = 5_000
"""Characters that a footnote in the line may have."""
MOST_FOOTNOTES = 2_000
"""Footnotes of one page; further ones stay in the text."""


class Footnotes(FootnoteExtension):
    """Python-Markdown's footnotes, numbered as they are met, with titles in the site's language, in linear time.

    Its own book-keeping looks through all earlier references for each new one.
    """

    def __init__(self, back: str) -> None:
        """Number by the order of the references; `back` says where the way back from number `{}` leads."""
        super().__init__(USE_DEFINITION_ORDER=False, BACKLINK_TITLE=back)

    def reset(self) -> None:
        """Forget the footnotes of the page before."""
        super().reset()
        self._met: set[str] = set()

    def addFootnoteRef(self, id: str) -> None:  # noqa: A002
        """Number the footnote `id` when it is met for the first time."""
        if id not in self._met:
            self._met.add(id)
            self.footnote_order.append(id)

    def unique_ref(self, reference: str, found: bool = False) -> str:  # noqa: FBT001, FBT002
        """The id of a reference: `fnref:a`, then `fnref2:a`, `fnref3:a` and so on."""
        if not found:
            return reference
        number = self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        start, separator, label = reference.partition(self.get_separator())
        return reference if number == 1 else f"{start}{number}{separator}{label}"


class FootnoteScope:
    """The footnotes of one text: its own labels get `prefix`, so that `[^1]` of an embed stays its own."""

    def __init__(self, md: Markdown, prefix: str) -> None:
        """Define footnotes with `md`; `labels` is set to those that the text defines."""
        self._extension = next(e for e in md.registeredExtensions if isinstance(e, Footnotes))
        self._prefix = prefix
        self._inline = 0
        self.labels: set[str] = set()

    def define(self, label: str) -> etree.Element | None:
        """An empty element for the text of the footnote `label`; None for its second text, or one too many."""
        name = self._prefix + label
        if name in self._extension.footnotes or len(self._extension.footnotes) >= MOST_FOOTNOTES:
            return None
        body = etree.Element("div")
        self._extension.setFootnote(name, body)  # type: ignore[arg-type]  # see parseChunk
        return body

    def scoped(self, content: str) -> str:
        """`content` with its inline footnotes defined and its labels prefixed."""
        if "^[" in content:
            content = self._without_inline(content)
        if not self._prefix or "[^" not in content:
            return content
        parts, position = [], 0
        for start, end in [*opaque(content), (len(content), len(content))]:
            parts += [_REFERENCE.sub(self._prefixed, content[position:start]), content[start:end]]
            position = end
        return "".join(parts)

    def _without_inline(self, content: str) -> str:
        hidden = list(opaque(content))
        parts, position = [], 0
        for found in _INLINE.finditer(content):
            if found.start() < position or any(start <= found.start() < end for start, end in hidden):
                continue
            end = _closing_bracket(content, found.end() - 1, hidden)
            label = f"inline-{self._inline + 1}"
            body = self.define(label) if end >= 0 else None
            if body is None:
                break
            self._inline += 1
            etree.SubElement(body, "p").text = content[found.end() : end]
            parts += [content[position : found.start()], f"[^{self._prefix}{label}]"]
            position = end + 1
        return "".join([*parts, content[position:]])

    def _prefixed(self, found: re.Match[str]) -> str:
        return f"[^{self._prefix}{found[1]}]" if found[1] in self.labels else found[0]


def _closing_bracket(text: str, opening: int, hidden: list[tuple[int, int]]) -> int:
    """The bracket that closes the one at `opening`, not counting those in the `hidden` ranges; -1 if there is none."""
    depth = 0
    for bracket in re.finditer(r"\\.|[\[\]]", text[opening : opening + LONGEST_INLINE]):
        position = opening + bracket.start()
        if any(start <= position < end for start, end in hidden):
            continue
        depth += {"[": 1, "]": -1}.get(bracket[0], 0)
        if not depth:
            return position
    return -1
