"""Links and pictures find their files: one walk over the tree, whatever syntax a link came from."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import replace

from markdown.util import AtomicString

from macros.language import Language
from macros.syntax.host import Host, address
from macros.syntax.media import is_media, media_tag, show_media, split_size
from macros.syntax.plugin import show_placeholder
from macros.syntax.reference import PLACEHOLDER, wiki_reference
from macros.vault import Missing, OnlyInObsidian, Reference

_VIDEO = re.compile(
    r"https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/)|youtu\.be/)([\w-]{1,64})"
)
"""A video of YouTube, as an author pastes its address."""
_REMOTE = re.compile(r"\s*(?:https?:|ftp:|//)", re.IGNORECASE)


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
            elif element.tag == "a" and not element.get("class", "").startswith(("footnote", "kb-tag")):
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
            self._remote_picture(element)
        elif _REMOTE.match(destination):
            element.set("class", f"{element.get('class', '')} kb-external".strip())
            element.set("rel", "noopener noreferrer")

    def _resolve(self, element: etree.Element, reference: Reference, source: str) -> None:
        resolution = self._host.resolve(reference, source)
        if isinstance(resolution, OnlyInObsidian):
            show_placeholder(element, reference, resolution, self._host.language)
            return
        if isinstance(resolution, Missing):
            _mark_missing(element, reference, self._host.language)
            return
        note = self._host.is_note(resolution.path)
        here = address(self._host, reference, source, self._page) or ""
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

    def _remote_picture(self, element: etree.Element) -> None:
        """A picture on another server: shown as a link, and only loaded where the site's author said so."""
        remote = element.get("src", "")
        alt, width, height = split_size(element.get("alt", ""))
        element.set("alt", alt)
        for name, size in (("width", width), ("height", height)):
            if size:
                element.set(name, size)
        if self._host.external_images == "load" or not _REMOTE.match(remote):
            element.set("loading", "lazy")
            return
        video = _VIDEO.match(remote)
        picture = dict(element.attrib)
        element.tag, element.text = "a", None
        element.attrib.clear()
        element.attrib.update(
            {
                "class": "kb-external-image",
                "href": remote,
                "rel": "noopener noreferrer",
                "title": self._host.language.say("note.remote"),
            }
        )
        source = f"https://www.youtube-nocookie.com/embed/{video[1]}" if video else remote
        del picture["src"]
        tag = "iframe" if video else media_tag(remote.partition("?")[0])
        etree.SubElement(element, tag, picture | {"data-src": source, "hidden": "hidden"})
        label = etree.SubElement(element, "span")
        label.text = AtomicString(alt or posixpath.basename(remote.split("?")[0]) or remote)


def _with_sources(root: etree.Element, page: str) -> Iterator[tuple[etree.Element, str]]:
    """Every element in document order, with the note that its text was written in."""
    waiting = [(root, page)]
    while waiting:
        element, source = waiting.pop()
        source = element.attrib.pop("data-source", source)
        waiting += [(child, source) for child in reversed(element)]
        yield element, source


def _mark_missing(element: etree.Element, reference: Reference, language: Language) -> None:
    """Muted text with a tooltip: `[[not written yet]]`; a lost picture is a quiet placeholder that names its file."""
    lost_file = reference.embed and (element.tag == "img" or bool(posixpath.splitext(reference.name)[1]))
    element.attrib.clear()
    if element.tag == "img" or lost_file:
        alt, *_ = split_size(reference.label)
        name = posixpath.basename(reference.name)
        element.text = AtomicString(f"{alt} ({name})" if alt and alt != name else name)
    element.tag = "span"
    element.set("class", "kb-missing kb-missing-file" if lost_file else "kb-missing")
    key = "note.lost-file" if lost_file else "note.unwritten"
    element.set("title", language.say(key, name=reference.name))
