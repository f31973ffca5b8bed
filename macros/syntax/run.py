"""Recorded commands: `{{ run("id") }}`, and fences that are recordings, are terminals."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from typing import Protocol

from markdown import Markdown

from macros import markup
from macros.syntax.embed import Passage, split_at_embeds
from macros.syntax.host import Host, Place, Terminal
from macros.vault.call import call_at, recording_of
from macros.vault.inlines import Kind, Node


class Terminals:
    """The terminals of one page, of which each knows what those above it show."""

    def __init__(self, host: Host, page: str) -> None:
        """Ask `host` what recordings show on the page of the note `page`."""
        self._host = host
        self._page = page
        self._above: tuple[str, ...] = ()

    def called(self, node: Node, source: str) -> Terminal | None:
        """The recording that `node` calls in the note `source`; None for all else."""
        call = call_at(node.text, 0) if node.kind is Kind.CALL else None
        asked = recording_of(call) if call else None
        return self._host.recording(asked, Place(source, self._page, self._above)) if asked else None

    def fence(self, info: str, content: str, source: str) -> Terminal | None:
        """The recording that a fence in the note `source` is; None for code."""
        return self._host.fence(info, content, Place(source, self._page, self._above))

    def add(self, shown: Terminal) -> None:
        """From now on `shown` stands above."""
        self._above = shown.above


def terminal(md: Markdown, html: str) -> etree.Element:
    """The box of a terminal, whose `html` is put in its place when the tree is written."""
    box = etree.Element("div", {"class": f"{markup.RUN} no-copy"})
    box.text = md.htmlStash.store(html)
    return box


class _Page(Protocol):
    """The page that is written."""

    host: Host
    terminals: Terminals

    def terminal(self, shown: Terminal) -> etree.Element:
        """The box of a terminal, or what stands in its place."""


def split_at_blocks(
    nodes: Iterable[Node], passage: Passage, page: _Page
) -> Iterator[tuple[Node, ...] | Passage | etree.Element]:
    """`nodes` of `passage` in parts: texts, terminals, which `page` makes, and passages that embeds show."""
    text: list[Node] = []
    for node in nodes:
        shown = page.terminals.called(node, passage.path)
        if shown is None:
            text.append(node)
        else:
            yield from split_at_embeds(text, passage, page.host)
            yield page.terminal(shown)
            text = []
    yield from split_at_embeds(text, passage, page.host)
