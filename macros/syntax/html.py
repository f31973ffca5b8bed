"""HTML in notes: it finds the vault's files, loads nothing from elsewhere, and words such as `List<String>` stay words.

What is harmful in it is taken out later, see `macros.syntax.sanitize`.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import escape
from html.parser import HTMLParser

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from macros.syntax.host import Host, address
from macros.syntax.sanitize import ALLOWED_TAGS, FORBIDDEN_TAGS
from macros.vault.reference import HTML_ADDRESS, html_reference

_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_REMOTE = re.compile(
    r"<(iframe|img)\b[^<>]{0,2000}?\bsrc\s*=\s*[\"']?\s*((?:https?:)?//[^\"'\s<>]+)[^<>]*>(?:\s*</iframe>)?",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"\s*<img\b[^<>]*>\s*", re.IGNORECASE)
_RAW_OPENING = re.compile(
    r"<(script|style|template|title|textarea|xmp|plaintext|noembed|noframes|noscript|iframe|select)\b", re.IGNORECASE
)
"""Elements that swallow what follows when nothing closes them."""


def is_markdown_after_all(block: str) -> bool:
    """True for an HTML block that is a picture alone, or whose first tag is none: `<Vec>` is a word."""
    name = _NAME.match(block.lstrip())
    known = name and name[1].lower() in ALLOWED_TAGS | FORBIDDEN_TAGS
    return bool(_IMAGE.fullmatch(block) or (name and not known))


def prepared(html: str, host: Host, source: str, page: str) -> str:
    """`html` of the note `source` with the addresses that its files have, seen from `page`.

    Frames and pictures of other servers become links, and what it leaves open is closed, so that it ends with itself.
    """

    def addressed(found: re.Match[str]) -> str:
        reference = html_reference(found)
        here = reference and address(host, reference, source, page)
        return f'{found[1]}="{escape(here)}"' if here else found[0]

    def linked(found: re.Match[str]) -> str:
        if found[1].lower() == "img" and host.external_images == "load":
            return found[0]
        frame = f'<iframe data-src="{found[2]}" hidden></iframe>' if found[1].lower() == "iframe" else ""
        return f'{frame}<a class="kb-external" href="{found[2]}" rel="noopener noreferrer">{found[2]}</a>'

    return _closed(HTML_ADDRESS.sub(addressed, _REMOTE.sub(linked, html)))


def _closed(html: str) -> str:
    for name in {found[1].lower() for found in _RAW_OPENING.finditer(html)}:
        if len(re.findall(rf"<{name}\b", html, re.IGNORECASE)) > len(re.findall(rf"</{name}\b", html, re.IGNORECASE)):
            html = re.sub(rf"<(?={name}\b)", "&lt;", html, flags=re.IGNORECASE)
    return f"{html}-->" if html.rfind("<!--") > html.rfind("-->") else html


class HtmlProcessor(InlineProcessor):
    """A tag or a comment inside a line."""

    def __init__(self, md: Markdown, host: Host) -> None:
        """Look for `<tag …>`, `</tag>` and `<!-- … -->`, each of bounded length."""
        super().__init__(
            r"<iframe\b[^<>]{0,2000}>\s*</iframe>|</?[A-Za-z][\w-]*(?:\s[^<>]{0,2000})?/?>|<!--(?:(?!-->).){0,5000}-->",
            md,
        )
        self._host = host

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        """Keep a tag as HTML, make a picture an element that can be resolved, leave what is no tag as text."""
        found = _NAME.match(m[0])
        name = found[1].lower() if found else ""
        if name == "img":
            return _image(m[0]), m.start(), m.end()
        if name in ("script", "style"):
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(data, m.end())
            return ("", m.start(), end.end()) if end else (None, None, None)
        if name and (name not in ALLOWED_TAGS or (name == "input" and "type" not in m[0])):
            return None, None, None
        page = getattr(self.md.parser, "page", "")
        html = prepared(str(self.unescape(m[0])), self._host, page, page)
        return self.md.htmlStash.store(html), m.start(), m.end()


def _image(html: str) -> etree.Element:
    reader = _Attributes()
    reader.feed(html)
    kept = {key: value for key, value in reader.found.items() if key in ("src", "alt", "width", "height", "title")}
    return etree.Element("img", {"src": "", **kept})


class _Attributes(HTMLParser):
    """The attributes of one tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = {key: value or "" for key, value in attrs}
