"""Terms of the glossary: the first mention in a section carries the summary and leads to the term's note."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import cast

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from macros.syntax.block_parser import NoteBlockParser
from macros.syntax.embed import EMBEDDED_HEADINGS
from macros.syntax.host import Host

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", *EMBEDDED_HEADINGS})
_CLOSED = _HEADINGS | {"a", "button", "code", "kbd", "kb-diagram", "kb-math", "kb-run", "pre", "samp", "summary", "th"}
"""Elements whose text is left alone."""
_CLOSED_CLASSES = ("admonition-title", "kb-missing")
_RAW = re.compile(r"<(?:a|button|code|kbd|pre|samp|summary)\b", re.IGNORECASE)


class Terms(Treeprocessor):
    """Links the first mention of each term in each section, but for those in links, headings and code."""

    def __init__(self, md: Markdown, host: Host) -> None:
        """Ask `host` which terms there are."""
        super().__init__(md)
        self._host = host

    def run(self, root: etree.Element) -> None:
        """Mark the terms of the tree in place."""
        if not self._host.glossary.terms:
            return
        self._page = cast(NoteBlockParser, self.md.parser).page
        self._seen = {self._page}
        self._walk(root)

    def _walk(self, element: etree.Element) -> None:
        """Mark the terms below `element` in document order; each heading begins anew."""
        children = list(element)
        del element[:]
        element.text = self._linked(element, element.text)
        for child in children:
            element.append(child)
            if child.tag in _HEADINGS:
                self._seen = {self._page}
            elif self._is_open(child):
                self._walk(child)
            child.tail = self._linked(element, child.tail)

    def _linked(self, parent: etree.Element, text: str | None) -> str | None:
        """Append to `parent` a link for each term in `text` that is new; what stands before the first is returned."""
        if not text:
            return text
        before, last, end = text, None, 0
        for start, stop, term in self._host.glossary.find(text):
            if term.path in self._seen:
                continue
            self._seen.add(term.path)
            if last is None:
                before = text[:start]
            else:
                last.tail = text[end:start]
            url = self._host.url(term.path, self._page)
            last = etree.SubElement(parent, "a", {"class": "kb-term", "href": url, "title": term.summary})
            last.text = AtomicString(text[start:stop])
            end = stop
        if last is not None:
            last.tail = text[end:]
        return before

    def _is_open(self, element: etree.Element) -> bool:
        """True for an element that may have terms; not for one with HTML that would close around a link of ours."""
        if element.tag in _CLOSED or element.get("class", "").startswith(_CLOSED_CLASSES):
            return False
        stash = self.md.htmlStash.rawHtmlBlocks
        texts = (element.text or "", *(child.tail or "" for child in element))
        numbers = (int(number) for text in texts for number in HTML_PLACEHOLDER_RE.findall(text))
        return not any(number < len(stash) and _RAW.match(str(stash[number])) for number in numbers)
