"""Links and pictures find their files: one walk over the tree, whatever syntax a link came from."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import replace

from markdown.util import AtomicString

from macros import markup
from macros.syntax.host import Host, address
from macros.syntax.media import is_media, show_media
from macros.syntax.missing import mark_missing
from macros.syntax.plugin import show_placeholder
from macros.syntax.reference import PLACEHOLDER, SETTLED, wiki_reference
from macros.syntax.remote import is_remote, show_remote
from macros.vault import Missing, OnlyInObsidian, Reference

_OF_A_REFERENCE = ("alt", "height", "src", "width")
"""What an element has no more when it has become a link."""


def resolve(root: etree.Element, host: Host, page: str) -> None:
    """Resolve all references in the tree of the note `page` in place, each as the note would that it was written in."""
    _Resolver(host, page).run(root)


class _Resolver:
    def __init__(self, host: Host, page: str) -> None:
        self._host = host
        self._page = page

    def run(self, root: etree.Element) -> None:
        for element, source in _with_sources(root, self._page):
            if element.tag == PLACEHOLDER:
                self._resolve(element, wiki_reference(element), source)
            elif element.tag == "a" and element.attrib.pop(SETTLED, None) is None:
                self._resolve_markdown(element, "href", source)
            elif element.tag == "img":
                self._resolve_markdown(element, "src", source)

    def _resolve_markdown(self, element: etree.Element, key: str, source: str) -> None:
        destination = element.get(key, "")
        embed = key == "src"
        reference = Reference.markdown(destination, element.get("alt", "") if embed else "", embed=embed)
        if reference and destination.startswith("/") and not destination.startswith("//"):
            reference = replace(reference, name=reference.name.lstrip("/"))
        if reference:
            self._resolve(element, reference, source)
        elif embed:
            show_remote(element, self._host)
        elif is_remote(destination):
            element.set("class", f"{element.get('class', '')} {markup.EXTERNAL}".strip())
            element.set("rel", "noopener noreferrer")

    def _resolve(self, element: etree.Element, reference: Reference, source: str) -> None:
        resolution = self._host.resolve(reference, source)
        if isinstance(resolution, OnlyInObsidian):
            show_placeholder(element, reference, resolution, self._host.language)
            return
        if isinstance(resolution, Missing):
            mark_missing(element, reference, resolution, self._host.language)
            return
        note = self._host.is_note(resolution.path)
        here = address(self._host, reference, source, self._page) or ""
        if reference.embed and is_media(resolution.path):
            show_media(element, resolution.path, here, reference.label)
            return
        if element.tag == "img":
            element.text = AtomicString(reference.text or posixpath.basename(resolution.path))
        css = f"{element.get('class', '')} {markup.LINK if note else markup.FILE}"
        if resolution.path in self._host.glossary.paths and resolution.path != self._page:
            css += f" {markup.DEFINED}"
        title = element.get("title")
        if self._host.fragment(resolution.path, reference) is None:
            css += f" {markup.ROTTEN}"
            part = "#".join(reference.sections) or f"^{reference.block}"
            title = title or self._host.language.say("note.rotten", part=part)
        element.tag = "a"
        for key in _OF_A_REFERENCE:
            element.attrib.pop(key, None)
        element.attrib.update({"href": here, "class": css.strip(), **({"title": title} if title else {})})


def _with_sources(root: etree.Element, page: str) -> Iterator[tuple[etree.Element, str]]:
    """Every element in document order, with the note that its text was written in."""
    waiting = [(root, page)]
    while waiting:
        element, source = waiting.pop()
        source = element.attrib.pop("data-source", source)
        waiting += [(child, source) for child in reversed(element)]
        yield element, source
