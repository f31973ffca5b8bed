"""HTML in notes: known tags pass on to `macros.syntax.sanitize`, `List<String>` stays text, `<img>` is resolved."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html.parser import HTMLParser

from markdown.inlinepatterns import InlineProcessor

from macros.syntax.sanitize import ALLOWED_TAGS, FORBIDDEN_TAGS

_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_FRAME = re.compile(
    r"<iframe\b[^<>]{0,2000}?\bsrc=[\"']?((?:https?:)?//[^\"'\s<>]+)[^<>]*>(?:\s*</iframe>)?", re.IGNORECASE
)
_IMAGE = re.compile(r"\s*<img\b[^<>]*>\s*", re.IGNORECASE)


def frames_as_links(html: str) -> str:
    """`<iframe src="https://…">` → a link: what another site would show is not loaded, and not lost."""
    return _FRAME.sub(r'<a class="kb-external" href="\1" rel="noopener noreferrer">\1</a>', html)


def is_markdown_after_all(block: str) -> bool:
    """True for an HTML block that is a picture alone, or whose first tag is none: `<Vec>` is a word."""
    name = _NAME.match(block.lstrip())
    return bool(_IMAGE.fullmatch(block) or (name and not _is_html(name[1])))


class HtmlProcessor(InlineProcessor):
    """A tag or a comment inside a line."""

    def __init__(self) -> None:
        """Look for `<tag …>`, `</tag>` and `<!-- … -->`, each of bounded length."""
        super().__init__(r"</?[A-Za-z][\w-]*(?:\s[^<>]{0,2000})?/?>|<!--(?:(?!-->).){0,5000}-->")

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        """Keep a tag as HTML, make a picture an element that can be resolved, leave what is no tag as text."""
        name = _NAME.match(m[0])
        if name and name[1].lower() == "img":
            return _image(m[0]), m.start(), m.end()
        if name and not _is_html(name[1]):
            return None, None, None
        html = frames_as_links(str(self.unescape(m[0])))
        return self.md.htmlStash.store(html), m.start(), m.end()


def _is_html(name: str) -> bool:
    return name.lower() in ALLOWED_TAGS or name.lower() in FORBIDDEN_TAGS


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
