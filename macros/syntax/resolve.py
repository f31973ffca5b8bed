"""Links and pictures find their files: one walk over the tree, whatever syntax a link came from."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from macros.syntax.block_parser import NoteBlockParser
from macros.syntax.host import Host, address
from macros.syntax.media import is_media, show_media
from macros.syntax.missing import mark_missing
from macros.syntax.plugin import show_placeholder
from macros.syntax.remote import is_remote, show_remote
from macros.syntax.wikilink import PLACEHOLDER, wiki_reference
from macros.vault import Missing, OnlyInObsidian, Reference


class Resolver(Treeprocessor):
    """Gives every reference its address, or marks it as missing."""

    def __init__(self, md: Markdown, host: Host) -> None:
        """Ask `host` where references lead."""
        super().__init__(md)
        self._host = host

    def run(self, root: etree.Element) -> None:
        """Resolve all references of the tree in place, each as its own note would."""
        page = cast(NoteBlockParser, self.md.parser).page
        for element, source in _with_sources(root, page):
            if element.tag == PLACEHOLDER:
                self._resolve(element, wiki_reference(element), source, page)
            elif element.tag == "a" and not element.get("class", "").startswith(("footnote", "kb-tag")):
                self._resolve_markdown(element, "href", source, page)
            elif element.tag == "img":
                self._resolve_markdown(element, "src", source, page)

    def _resolve_markdown(self, element: etree.Element, key: str, source: str, page: str) -> None:
        destination = element.get(key, "")
        if destination.startswith(AMP_SUBSTITUTE):
            return  # a mail address, which Python-Markdown spells in entities
        embed = key == "src"
        reference = Reference.markdown(destination, element.get("alt", "") if embed else "", embed=embed)
        if reference and destination.startswith("/") and not destination.startswith("//"):
            reference = replace(reference, name=reference.name.lstrip("/"))
        if reference:
            self._resolve(element, reference, source, page)
        elif embed:
            show_remote(element, self._host)
        elif is_remote(destination):
            element.set("class", f"{element.get('class', '')} kb-external".strip())
            element.set("rel", "noopener noreferrer")

    def _resolve(self, element: etree.Element, reference: Reference, source: str, page: str) -> None:
        resolution = self._host.resolve(reference, source)
        if isinstance(resolution, OnlyInObsidian):
            show_placeholder(element, reference, resolution, self._host.language)
            return
        if isinstance(resolution, Missing):
            mark_missing(element, reference, self._host.language)
            return
        note = self._host.is_note(resolution.path)
        here = address(self._host, reference, source, page) or ""
        if reference.embed and is_media(resolution.path):
            show_media(element, resolution.path, here, reference.label)
            return
        label = reference.text if element.tag == "img" else None
        title = element.get("title")
        css = element.get("class", "")
        element.tag, kept = "a", element.attrib.pop("rel", None)
        element.attrib.clear()
        element.set("href", here)
        element.set("class", f"{css} {'kb-link' if note else 'kb-file'}".strip())
        if self._host.fragment(resolution.path, reference) is None:
            element.set("class", f"{element.get('class')} kb-rotten")
            part = "#".join(reference.sections) or f"^{reference.block}"
            title = title or self._host.language.say("note.rotten", part=part)
        if title or css == "kb-embed-source":
            element.set("title", title or self._host.language.say("note.embedded", name=reference.text))
        if kept:
            element.set("rel", kept)
        if label is not None:
            element.text = AtomicString(label or posixpath.basename(resolution.path))


def _with_sources(root: etree.Element, page: str) -> Iterator[tuple[etree.Element, str]]:
    """Every element in document order, with the note that its text was written in."""
    waiting = [(root, page)]
    while waiting:
        element, source = waiting.pop()
        source = element.attrib.pop("data-source", source)
        waiting += [(child, source) for child in reversed(element)]
        yield element, source
