"""Terms of the glossary: the first mention in a section carries the summary and leads to the term's note.

Sections that list sources have none: what stands there is the name of something to read.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.util import STX, AtomicString

from macros import markup
from macros.syntax.embed import EMBEDDED_HEADINGS
from macros.syntax.host import Host

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", *EMBEDDED_HEADINGS})
_CLOSED = _HEADINGS | {
    "a",
    "button",
    "code",
    "kbd",
    markup.DIAGRAM,
    markup.MATH,
    markup.RUN,
    "pre",
    "samp",
    "summary",
    "th",
}
"""Elements whose text is left alone."""
_CLOSED_CLASSES = ("admonition-title", markup.MISSING)


def link_terms(root: etree.Element, host: Host, page: str) -> tuple[str, ...]:
    """Mark in place the terms that `host` knows in the tree of the note `page`; the paths of those that are there."""
    if not host.glossary.terms:
        return ()
    terms = _Terms(host, page)
    terms.walk(root)
    return tuple(sorted(terms.found))


class _Terms:
    """Links the first mention of each term in each section, outside links, headings and code."""

    def __init__(self, host: Host, page: str) -> None:
        self._host = host
        self._page = page
        self._seen = {page}
        self._sources = frozenset(host.language.say("note.sources").split(", "))
        self._listing = 0
        self.found = set[str]()
        """The notes of the terms that were met."""

    def walk(self, element: etree.Element) -> None:
        """Mark the terms below `element` in document order; each heading begins anew."""
        children = list(element)
        del element[:]
        element.text = self._linked(element, element.text)
        for child in children:
            element.append(child)
            if child.tag in _HEADINGS:
                self._begin(child)
            elif _is_open(child):
                self.walk(child)
            child.tail = self._linked(element, child.tail)

    def _begin(self, heading: etree.Element) -> None:
        """A section begins; `_listing` is the level of the list of sources that it is, or is a part of, 0 for text."""
        self._seen = {self._page}
        level = int(heading.tag[-1])
        if not self._listing or level <= self._listing:
            self._listing = level if "".join(heading.itertext()).strip().casefold() in self._sources else 0

    def _linked(self, parent: etree.Element, text: str | None) -> str | None:
        """Append to `parent` a link for each term in `text` that is new; what stands before the first is returned."""
        if not text or self._listing:
            return text
        before, last, end = text, None, 0
        for start, stop, term in self._host.glossary.find(text):
            if term.path in self._seen:
                continue
            self._seen.add(term.path)
            self.found.add(term.path)
            if last is None:
                before = text[:start]
            else:
                last.tail = text[end:start]
            url = self._host.url(term.path, self._page)
            last = etree.SubElement(parent, "a", {"class": markup.TERM, "href": url, "title": term.summary})
            last.text = AtomicString(text[start:stop])
            end = stop
        if last is not None:
            last.tail = text[end:]
        return before


def _is_open(element: etree.Element) -> bool:
    """True for an element that may have terms; HTML that waits to be put in its place has none."""
    closed = element.tag in _CLOSED or element.get("class", "").startswith(_CLOSED_CLASSES)
    return not closed and not (element.text or "").startswith(STX)
