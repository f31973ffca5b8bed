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


def terminal(md: Markdown, html: str) -> etree.Element:
    """The box of a terminal, whose `html` is put in its place when the tree is written."""
    box = etree.Element("div", {"class": f"{markup.RUN} no-copy"})
    box.text = md.htmlStash.store(html)
    return box


def part_box(md: Markdown, html: str) -> etree.Element:
    """The box of a part of a home page, whose `html` is put in its place when the tree is written."""
    box = etree.Element("div", {"class": markup.PART})
    box.text = md.htmlStash.store(html)
    return box


def split_at_blocks(
    nodes: Iterable[Node], passage: Passage, show: Callable[[Node], etree.Element | None], host: Host
) -> Iterator[tuple[Node, ...] | Passage | etree.Element]:
    """`nodes` of `passage` in parts: texts, what `show` makes of a call, and passages that embeds show."""
    text: list[Node] = []
    for node in nodes:
        box = show(node) if node.kind is Kind.CALL else None
        if box is None:
            text.append(node)
        else:
            yield from split_at_embeds(text, passage, host)
            yield box
            text = []
    yield from split_at_embeds(text, passage, host)


def called(node: Node, source: str, host: Host) -> str | None:
    """The HTML of the recording that `node` calls in the note `source`; None for all else."""
    call = call_at(node.text, 0)
    asked = recording_of(call) if call else None
    return host.recording(*asked, source) if asked else None


def called_part(node: Node, page: str, host: Host) -> str | None:
    """The HTML of the part of a home page that `node` calls on the page of the note `page`; None for all else."""
    call = call_at(node.text, 0)
    name = part_of(call) if call else None
    return host.part(name, page) if name is not None else None
