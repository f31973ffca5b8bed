"""HTML in notes: it finds the vault's files, loads nothing from elsewhere, and words such as `List<String>` stay words.

What is harmful in it is taken out later, see `macros.syntax.sanitize`.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from html import escape

from markdown.util import AtomicString

from macros import markup
from macros.syntax.host import Host, address
from macros.syntax.media import is_media, media_tag
from macros.syntax.missing import mark_missing
from macros.syntax.plugin import show_placeholder
from macros.syntax.remote import is_remote, show_remote
from macros.syntax.sanitize import ALLOWED_TAGS
from macros.vault import Missing, OnlyInObsidian, Reference
from macros.vault.html import VOID, Tag
from macros.vault.html_block import html_reference
from macros.vault.html_piece import Kind, Piece

_PICTURE = re.compile(r"\s*data:image/", re.IGNORECASE)


class HtmlPage:
    """Shows the HTML of one note on a page."""

    def __init__(self, host: Host, source: str, page: str) -> None:
        """Ask `host` where addresses in the note `source` lead, seen from `page`."""
        self._host = host
        self._source = source
        self._page = page

    def show(self, text: str, pieces: Sequence[Piece]) -> str:
        """The HTML of `pieces` of `text` with the addresses that its files have on the site.

        What the vault does not have is a placeholder, what is on other servers is a link, and what is no tag is text.
        """
        links = 0
        shown: list[str] = []
        for piece in pieces:
            if piece.tag and piece.tag.name == "a" and piece.kind is Kind.TAG:
                links += -1 if piece.tag.closing else 1
            shown += self._show(text, piece, linked=links > 0)
        return "".join(shown)

    def _show(self, text: str, piece: Piece, *, linked: bool) -> Iterator[str]:
        tag = piece.tag
        if piece.kind is Kind.TEXT:
            yield text[piece.start : piece.end].replace("<", "&lt;")
        elif piece.kind is Kind.LITERAL:
            yield from (escape(text[inner.start : inner.end], quote=False) for inner in piece.inside)
        elif piece.kind is Kind.FORMULA:
            for inner in piece.inside:
                yield from self._show(text, inner, linked=linked)
        elif not tag or piece.kind is Kind.HIDDEN:
            return
        elif piece.kind is Kind.MEDIA:
            yield self._media(tag, piece.inside, linked=linked)
        elif piece.kind is Kind.DRAWING:
            shapes = [_shape(text, inner) for inner in piece.inside]
            yield "".join([_opening(tag, tag.attributes), *shapes, "</svg>"])
        elif tag.name in ALLOWED_TAGS:
            yield self._tag(tag, linked=linked)

    def _tag(self, tag: Tag, *, linked: bool) -> str:
        if tag.closing:
            return f"</{tag.name}>"
        if tag.name == "img":
            return self._media(tag, (), linked=linked)
        if tag.name != "a":
            return _opening(tag, tag.attributes)
        attributes = dict(tag.attributes)
        own = Reference.markdown(tag.get("href")) if tag.get("href").startswith("#") else None
        if own and self._host.fragment(self._source, own):
            attributes["href"] = address(self._host, own, self._source, self._page) or ""
        elif reference := html_reference(tag.get("href"), embed=False):
            here = address(self._host, reference, self._source, self._page)
            attributes["href"] = here or ""
            if here is None:
                element = etree.Element("a")
                self._missing(element, reference)
                del attributes["href"]
                attributes |= element.attrib
        return _opening(tag, tuple(attributes.items()))

    def _media(self, tag: Tag, files: Sequence[Piece], *, linked: bool) -> str:
        """A picture, a film, a sound or a frame with those of its files that the vault has.

        Where it has none, the first one that is elsewhere is a link, or the first one that is lost is named.
        """
        attributes = dict(tag.attributes)
        tags = [tag, *(file.tag for file in files if file.tag)]
        sources = [inner.get("src").strip() for inner in tags if inner.name != "track" and inner.get("src").strip()]
        kept = [source for source in sources if self._address(source, tag.name) is not None]
        if tag.name == "img" and sources and _PICTURE.match(sources[0]):
            return _opening(tag, tag.attributes)
        if kept:
            inside = "".join(self._with_addresses(inner) for inner in tags[1:])
            return self._with_addresses(tag) + (inside + f"</{tag.name}>" if tag.name not in VOID else "")
        poster = self._poster(tag)
        if not sources:
            return poster
        remote = next(filter(is_remote, sources), None)
        element = etree.Element(tag.name, attributes | {"src": remote or sources[0]})
        if remote:
            show_remote(element, self._host, linked=linked)
        else:
            self._not_shown(element, sources[0])
        return poster + etree.tostring(element, encoding="unicode", method="html")

    def _poster(self, tag: Tag) -> str:
        """The picture that stands for a film, where there is no film to be shown."""
        here = self._address(tag.get("poster"), "img") if tag.name == "video" else None
        return f'<img alt="" src="{escape(here)}">' if here else ""

    def _with_addresses(self, tag: Tag) -> str:
        """The tag with the addresses of its files, and without those of files that are lost or elsewhere."""
        attributes = dict(tag.attributes)
        for key, value in tag.addresses:
            here = self._address(value, tag.name)
            if here is None:
                del attributes[key]
            else:
                attributes[key] = here
        if tag.name == "source" and "src" not in attributes:
            return ""
        return _opening(tag, tuple(attributes.items()))

    def _address(self, value: str, tag: str) -> str | None:
        """The address of a file of the vault that the element `tag` can show, if `value` leads to one."""
        reference = html_reference(value, embed=True)
        if not reference:
            return None
        resolution = self._host.resolve(reference, self._source)
        if isinstance(resolution, Missing) or not _can_show(tag, resolution.path):
            return None
        return address(self._host, reference, self._source, self._page)

    def _not_shown(self, element: etree.Element, source: str) -> None:
        """Turn `element` into a link to a file that a page cannot show, or into what stands for a lost one."""
        reference = html_reference(source, embed=True) or Reference(source, embed=True)
        here = address(self._host, reference, self._source, self._page) if html_reference(source, embed=True) else None
        alt = element.get("alt", "")
        element.text = None
        if here is None:
            self._missing(element, Reference(reference.name, label=alt, embed=True))
            return
        note = self._host.is_note(self._host.resolve(reference, self._source).path)  # type: ignore[union-attr]
        element.tag = "a"
        element.attrib.clear()
        element.attrib.update({"class": markup.LINK if note else markup.FILE, "href": here})
        element.text = AtomicString(alt or posixpath.basename(reference.name))

    def _missing(self, element: etree.Element, reference: Reference) -> None:
        resolution = self._host.resolve(reference, self._source)
        if isinstance(resolution, OnlyInObsidian):
            show_placeholder(element, reference, resolution, self._host.language)
        else:
            missing = resolution if isinstance(resolution, Missing) else Missing(reference.name)
            mark_missing(element, reference, missing, self._host.language)


def _can_show(tag: str, path: str) -> bool:
    """False for what the sanitizer would not let a browser load there; such a file is a link."""
    return tag == "track" or (media_tag(path) == "iframe" if tag == "iframe" else is_media(path))


def _shape(text: str, piece: Piece) -> str:
    tag = piece.tag
    if not tag:
        return text[piece.start : piece.end].replace("<", "&lt;")
    return f"</{tag.name}>" if tag.closing else _opening(tag, tag.attributes)


def _opening(tag: Tag, attributes: Sequence[tuple[str, str]]) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes)
    return f"<{tag.name}{written}>"
