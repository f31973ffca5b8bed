"""What a reader can read in a rendered article, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser

from macros import markup

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = frozenset({"script", "style", "template", markup.DIAGRAM, "button", "svg"})
_HIDDEN_CLASSES = frozenset(
    {
        *("headerlink", "linenos", markup.PROMPT, markup.RUN_FIRST, markup.RUN_ABOVE, markup.RUN_BADGE),
        *(markup.VARIES, markup.LEAD, markup.EMBED_SOURCE, markup.MISSING_FILE, markup.PART),
    }
)
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})
_INLINE = frozenset("a abbr b big code del em font i ins kbd mark s small span strong sub sup u wbr".split()) | {
    markup.MATH
}
MOST_LETTERS = 1_000_000
"""Letters of one page that are indexed: as many as a note may have, which are more than anybody reads."""
_SPACES = re.compile(r"\s+")
_TAG = re.compile(
    r"""<(?:/([a-z][a-z0-9-]*)|([a-z][a-z0-9-]*)((?:[ \n]+[a-z][\w:.-]*(?:="[^"]*")?)*)[ \n]*(/?))>""", re.ASCII
)
"""A tag as we write it and the sanitizer leaves it: the name of the one that ends, or name, attributes and slash."""
_ATTRIBUTE = re.compile(r"""([a-z][\w:.-]*)(?:="([^"]*)")?""", re.ASCII)
_RAW = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"}
)
"""Elements whose content may be no HTML."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its id, and the text up to the next heading; what stands above the first has neither."""

    anchor: str
    heading: str
    text: str


def sections(html: str) -> tuple[Section, ...]:
    """The sections of the article `html`, the first of which is what stands above all headings but the title.

    Hidden text, line numbers, formulas and what only a machine reads are left out, and what comes after MOST_LETTERS.
    """
    found = enumerate(_bounded(read_sections(html)))
    return tuple(section for index, section in found if not index or section.heading or section.text)


def _bounded(found: Iterable[Section]) -> Iterator[Section]:
    """`found` with as much text as is indexed; headings are found everywhere."""
    left = MOST_LETTERS
    for section in found:
        yield section if len(section.text) <= left else replace(section, text=section.text[:left])
        left = max(left - len(section.text), 0)


def read_sections(html: str) -> Iterator[Section]:
    """The sections one by one, empty ones too; no more is read than is asked for.

    Plain tags are read here; from the first one on that is written in another way, Python's own parser reads on.
    """
    reader, end = _Reader(), 0
    for tag in _TAG.finditer(html):
        text = html[end : tag.start()]
        ended, begun, attributes, slash = tag.groups()
        if "<" in text or begun in _RAW:
            break
        if text:
            reader.text(unescape(text) if "&" in text else text)
        if begun:
            reader.start(begun, _values(attributes) if attributes else {})
        if ended or slash:
            reader.end(ended or begun)
        end = tag.end()
        if begun in _HEADINGS:
            yield from reader.finished()
    parser = _Parser(reader)
    parser.feed(html[end:])
    parser.close()
    yield from reader.finished()
    yield reader.section


def _values(attributes: str) -> Mapping[str, str | None]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}


class _Reader:
    """Collects sections; `hidden` has the open elements since the outermost one that is not shown."""

    def __init__(self) -> None:
        self._sections: list[Section] = []
        self._is_first = True
        self._anchor = ""
        self._heading: list[str] = []
        self._text: list[str] = []
        self._here = self._text
        self._hidden: list[str] = []

    @property
    def section(self) -> Section:
        """The section that is being read."""
        return Section(self._anchor, _plain(self._heading), _plain(self._text))

    def finished(self) -> Iterator[Section]:
        """The sections that have come to their end since this was asked."""
        yield from self._sections
        self._sections.clear()

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        if tag in _VOID:
            self._space(tag)
            return
        if self._hidden:
            self._hidden.append(tag)
            return
        classes = attributes.get("class")
        hides = "hidden" in attributes or "display" in attributes  # a formula with a line of its own
        if tag in _HIDDEN or hides or (classes and not _HIDDEN_CLASSES.isdisjoint(classes.split())):
            self._hidden.append(tag)
        elif tag in _HEADINGS:
            if tag != "h1" or not self._is_first or self._text:
                self._begin(attributes.get("id") or "")
            self._here = self._heading
        self._space(tag)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(tag) :]
        elif tag in _HEADINGS:
            self._here = self._text
        self._space(tag)

    def text(self, text: str) -> None:
        """Text stands here."""
        if not self._hidden:
            self._here.append(text)

    def _begin(self, anchor: str) -> None:
        self._sections.append(self.section)
        self._is_first = False
        self._anchor, self._heading, self._text = anchor, [], []

    def _space(self, tag: str) -> None:
        """Text of neighbouring blocks does not run together."""
        if tag not in _INLINE and not self._hidden:
            self._here.append(" ")


def _plain(parts: list[str]) -> str:
    return _SPACES.sub(" ", "".join(parts)).strip()


class _Parser(HTMLParser):
    """Python's own parser, for whatever may be written."""

    def __init__(self, reader: _Reader) -> None:
        super().__init__(convert_charrefs=True)
        self._reader = reader

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._reader.start(tag, dict(attributes))

    def handle_endtag(self, tag: str) -> None:
        self._reader.end(tag)

    def handle_data(self, data: str) -> None:
        self._reader.text(data)
