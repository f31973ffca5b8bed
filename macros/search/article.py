"""What a reader can read in a rendered article, section by section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = frozenset({"script", "style", "template", "kb-math", "kb-diagram", "button", "svg"})
_HIDDEN_CLASSES = frozenset(
    {"headerlink", "linenos", "kb-prompt", "kb-run-badge", "kb-embed-source", "kb-missing-file"}
)
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})
_INLINE = frozenset(
    {"a", "abbr", "b", "big", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small", "span", "strong"}
)
_INLINE |= frozenset({"sub", "sup", "u", "wbr"})
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its id, and the text up to the next heading; what stands above the first has neither."""

    anchor: str
    heading: str
    text: str


def sections(html: str) -> tuple[Section, ...]:
    """The sections of the article `html`, the first of which is what stands above all headings but the title.

    Hidden text, line numbers, formulas and what only a machine reads are left out.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    made = tuple(Section(anchor, _plain(heading), _plain(text)) for anchor, heading, text in reader.found)
    return tuple(section for index, section in enumerate(made) if not index or section.heading or section.text)


def _plain(parts: list[str]) -> str:
    return _SPACES.sub(" ", "".join(parts)).strip()


class _Reader(HTMLParser):
    """Collects sections; `hidden` counts the open elements since the outermost one that is not shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        """Id, heading and text of each section."""
        self.hidden: list[str] = []
        self.in_heading = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._space(tag)
            return
        if self.hidden:
            self.hidden.append(tag)
            return
        given = dict(attributes)
        classes = set((given.get("class") or "").split())
        if tag in _HIDDEN or "hidden" in given or classes & _HIDDEN_CLASSES:
            self.hidden.append(tag)
        elif tag in _HEADINGS:
            self.in_heading = True
            if tag != "h1" or len(self.found) > 1 or self.found[0][2]:
                self.found.append((given.get("id") or "", [], []))
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag in self.hidden:
                del self.hidden[len(self.hidden) - 1 - self.hidden[::-1].index(tag) :]
        elif tag in _HEADINGS:
            self.in_heading = False
        self._space(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._here.append(data)

    @property
    def _here(self) -> list[str]:
        _, heading, text = self.found[-1]
        return heading if self.in_heading else text

    def _space(self, tag: str) -> None:
        """Text of neighbouring blocks does not run together."""
        if tag not in _INLINE and not self.hidden:
            self._here.append(" ")
