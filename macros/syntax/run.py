"""Recorded commands: `{{ run("id") }}`, and fences that are recordings, are terminals."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown import Markdown

from macros.syntax.embed import Passage, split_at_embeds
from macros.syntax.host import Host
from macros.vault.call import Call, recording_of
from macros.vault.calls import open_calls


def terminal(md: Markdown, html: str) -> etree.Element:
    """The box of a terminal, in which its `html` is put away until all Markdown is read."""
    box = etree.Element("div", {"class": "kb-run no-copy"})
    box.text = md.htmlStash.store(html)
    return box


def split_at_calls(content: str, source: str, md: Markdown, host: Host) -> Iterator[str | etree.Element]:
    """`content`, which the note `source` has, in parts: text, and the terminals that its calls of recordings show."""
    position = 0
    for call, place in open_calls(content):
        asked = recording_of(call) if isinstance(call, Call) and not place else None
        html = host.recording(*asked, source) if asked else None
        if html is not None:
            yield content[position : call.start]
            yield terminal(md, html)
            position = call.end
    yield content[position:]


def split_at_blocks(
    content: str, passage: Passage, md: Markdown, host: Host
) -> Iterator[str | Passage | etree.Element]:
    """`content` of `passage` in parts: text, terminals, and the passages that its embeds show."""
    for part in split_at_calls(content, passage.path, md, host):
        if isinstance(part, str):
            yield from split_at_embeds(part, passage, host)
        else:
            yield part
