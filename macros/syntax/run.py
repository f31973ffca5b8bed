"""Recorded commands: `{{ run("id") }}`, and fences that are recordings, are terminals; `{{ maru("topics") }}`."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator

from markdown import Markdown

from macros import markup
from macros.syntax.embed import Passage, split_at_embeds
from macros.syntax.host import Host
from macros.vault.call import call_at, part_of, recording_of
from macros.vault.inlines import Kind, Node

TERMINAL = f"{markup.RUN} no-copy"
"""The class of a terminal's box, at whose code the theme puts no button."""


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


def called(node: Node, source: str, page: str, host: Host) -> tuple[str, str] | None:
    """What `node` calls in the note `source` on the page of the note `page`: HTML, and the class of its box.

    None for what is text like any other.
    """
    call = call_at(node.text, 0)
    asked, part = (recording_of(call), part_of(call)) if call else (None, None)
    html = host.recording(*asked, source) if asked else host.part(part, page) if part is not None else None
    return None if html is None else (html, TERMINAL if asked else markup.PART)
