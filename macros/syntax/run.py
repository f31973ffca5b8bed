"""Recorded commands: `{{ run("id") }}`, and fences that are recordings, are terminals; `{{ maru("topics") }}`."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator

from markdown import Markdown

from macros import markup
from macros.syntax.embed import Passage, split_at_embeds
from macros.syntax.host import Asked, Host, Place, Terminal
from macros.vault.inlines import Kind, Node

TERMINAL = f"{markup.RUN} no-copy"
"""The class of a terminal's box, at whose code the theme puts no button."""


class Terminals:
    """The terminals of one page, of which each knows what those above it show."""

    def __init__(self, host: Host, page: str) -> None:
        """Ask `host` what recordings show on the page of the note `page`."""
        self._host = host
        self._page = page
        self._above: tuple[str, ...] = ()

    def called(self, asked: Asked, source: str) -> Terminal | None:
        """The recording that a call in the note `source` asks for; None for what is text like any other."""
        return self._host.recording(asked, Place(source, self._page, self._above))

    def fence(self, info: str, content: str, source: str) -> Terminal | None:
        """The recording that a fence in the note `source` is; None for code."""
        return self._host.fence(info, content, Place(source, self._page, self._above))

    def add(self, shown: Terminal) -> None:
        """From now on `shown` stands above."""
        self._above = shown.above


def box(md: Markdown, html: str, css: str) -> etree.Element:
    """A box of the class `css`, whose `html` is put in its place when the tree is written."""
    made = etree.Element("div", {"class": css})
    made.text = md.htmlStash.store(html)
    return made


def split_at_blocks(
    nodes: Iterable[Node], passage: Passage, show: Callable[[Node, str], etree.Element | None], host: Host
) -> Iterator[tuple[Node, ...] | Passage | etree.Element]:
    """`nodes` of `passage` in parts: texts, what `show` makes of a call, and passages that embeds show."""
    text: list[Node] = []
    for node in nodes:
        shown = show(node, passage.path) if node.kind is Kind.CALL else None
        if shown is None:
            text.append(node)
        else:
            yield from split_at_embeds(text, passage, host)
            yield shown
            text = []
    yield from split_at_embeds(text, passage, host)
