"""Recorded commands: `{{ run("id") }}`, and fences that are recordings, are terminals."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator

from markdown import Markdown

from macros import markup
from macros.syntax.embed import Passage, split_at_embeds
from macros.syntax.host import Host
from macros.vault.call import call_at, recording_of
from macros.vault.inlines import Kind, Node


def terminal(md: Markdown, html: str) -> etree.Element:
    """The box of a terminal, whose `html` is put in its place when the tree is written."""
    box = etree.Element("div", {"class": f"{markup.RUN} no-copy"})
    box.text = md.htmlStash.store(html)
    return box


def split_at_blocks(
    nodes: Iterable[Node], passage: Passage, show: Callable[[str], etree.Element], host: Host
) -> Iterator[tuple[Node, ...] | Passage | etree.Element]:
    """`nodes` of `passage` in parts: texts, terminals, which `show` makes of HTML, and passages that embeds show."""
    text: list[Node] = []
    for node in nodes:
        html = _terminal(node, passage.path, host)
        if html is None:
            text.append(node)
        else:
            yield from split_at_embeds(text, passage, host)
            yield show(html)
            text = []
    yield from split_at_embeds(text, passage, host)


def _terminal(node: Node, source: str, host: Host) -> str | None:
    """The HTML of the recording that `node` calls in the note `source`; None for all else."""
    call = call_at(node.text, 0) if node.kind is Kind.CALL else None
    asked = recording_of(call) if call else None
    return host.recording(*asked, source) if asked else None
