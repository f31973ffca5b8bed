"""Bare addresses in the text are links: `https://example.com`, `www.example.com`, `me@example.com`.

Source: GitHub Flavored Markdown, "Autolinks (extension)".
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, HTML_PLACEHOLDER, STX, AtomicString

_MAIL = r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
_STASHED = re.compile(HTML_PLACEHOLDER.replace("%s", r"(\d+)"))
_TRAILING = "?!.,:;*_~'\""


class BareUrlProcessor(InlineProcessor):
    """An address that stands by itself; punctuation and a bracket that was not opened in it belong to the sentence."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        """Look for addresses that no letter stands before."""
        super().__init__(rf"(?<![A-Za-z0-9_@/.-])(?:(?:https?|ftp)://[^\s<\x02]+|www\.[^\s<\x02]+|{_MAIL})", md)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """A link, unless nothing is left of the address."""
        text = _trimmed(m[0])
        if self._is_inside_html_link(data[: m.start()]):
            return None, None, None
        if text.endswith("://") or ("." not in text and "localhost" not in text):
            return None, None, None
        is_mail = "@" in text and "://" not in text
        scheme = "mailto:" if is_mail else "http://" if text.startswith("www.") else ""
        element = etree.Element("a", {"href": scheme + text})
        element.text = AtomicString(text)
        return element, m.start(), m.start() + len(text)

    def _is_inside_html_link(self, before: str) -> bool:
        """True right behind `<a href="…">`, which is stashed by now."""
        if not before.endswith(ETX):
            return False
        stashed = _STASHED.fullmatch(str(self.unescape(before[before.rfind(STX) :])))
        return bool(stashed and str(self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]).lower().startswith("<a"))


def _trimmed(address: str) -> str:
    while address:
        if address[-1] in _TRAILING or (address[-1] == ")" and address.count(")") > address.count("(")):
            address = address[:-1]
        else:
            break
    return address
