"""The HTML of an article as a tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})
_DEEPEST = 100
"""Elements in one another: what is deeper stands beside them."""


@dataclass(slots=True)
class Element:
    """An element with what is in it: elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def has(self, *classes: str) -> bool:
        """True when it has one of `classes`."""
        return not set(self.attributes.get("class", "").split()).isdisjoint(classes)

    @property
    def text(self) -> str:
        """All text in it, as it stands."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def tree_of(html: str) -> Element:
    """The elements of `html` below one of no name."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        depth = next((n for n in range(len(self._open) - 1, 0, -1) if self._open[n].tag == tag), 0)
        if depth:
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
