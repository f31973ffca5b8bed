"""Recorded commands: `{{ run("id") }}`, and fences that are recordings, are terminals; `{{ maru("topics") }}`."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator

from markdown import Markdown
from markdown.util import AtomicString

from macros import markup
from macros.syntax.embed import Passage, split_at_embeds
from macros.syntax.host import Host, Position, Terminal
from macros.syntax.room import Room
from macros.vault.call import call_at, part_of, recording_of
from macros.vault.inlines import Kind, Node

_TERMINAL = f"{markup.RUN} no-copy"
"""The class of a terminal's box, at whose code the theme puts no button."""


class Boxes:
    """What calls and recordings show on one page; each terminal knows what those above it show."""

    def __init__(self, md: Markdown, host: Host, room: Room, page: str) -> None:
        """Ask `host` what they show on the page of the note `page`, which has so much `room`."""
        self._md = md
        self._host = host
        self._room = room
        self._page = page
        self._above: tuple[str, ...] = ()

    def called(self, node: Node, source: str) -> etree.Element | None:
        """What the call `node` in the note `source` shows; None where it is text like any other."""
        call = call_at(node.text, 0)
        if asked := recording_of(call) if call else None:
            return self._terminal(self._host.recording(asked, self._place(source)))
        name = part_of(call) if call else None
        html = self._host.part(name, self._page) if name is not None else None
        return None if html is None else self._box(html, markup.PART)

    def fence(self, info: str, content: str, source: str) -> etree.Element | None:
        """The recording that a fence in the note `source` is; None for code."""
        return self._terminal(self._host.fence(info, content, self._place(source)))

    def _place(self, source: str) -> Position:
        return Position(source, self._page, self._above)

    def _terminal(self, shown: Terminal | None) -> etree.Element | None:
        if shown is None:
            return None
        box = self._box(shown.html, _TERMINAL)
        if box.tag == "div":
            self._above = shown.above
        return box

    def _box(self, html: str, css: str) -> etree.Element:
        """A box whose `html` is put in its place when the tree is written; a word where there is no room."""
        if self._room.takes_html(len(html)):
            box = etree.Element("div", {"class": css})
            box.text = self._md.htmlStash.store(html)
            return box
        left_out = etree.Element("p", {"class": markup.LEFT_OUT})
        left_out.text = AtomicString(self._host.language.say("note.too-much"))
        return left_out


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
