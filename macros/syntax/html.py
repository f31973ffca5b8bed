"""HTML in notes: it finds the vault's files, loads nothing from elsewhere, and words such as `List<String>` stay words.

What is harmful in it is taken out later, see `macros.syntax.sanitize`.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html.parser import HTMLParser

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from macros.syntax.host import Host
from macros.syntax.html_block import prepared
from macros.syntax.sanitize import ALLOWED_TAGS

_NAME = re.compile(r"</?([A-Za-z][\w-]*)")


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
