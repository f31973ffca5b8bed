"""Reads HTML as it stands in a note, piece by piece, in time linear in its length."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property

from macros.vault.html import VOID, Tag, read_tag
from macros.vault.html_piece import Kind, Piece, closing, is_element

MEDIA = frozenset({"audio", "iframe", "video"})
"""What a browser shows of these is a file; the text between their tags is for browsers that cannot."""
SVG_TAGS = frozenset(
    """svg circle clipPath defs ellipse g line linearGradient marker mask path pattern polygon polyline radialGradient
    rect stop text tspan""".split()
)
"""What is shown of a drawing: nothing that runs, loads, moves or holds HTML, as titles and descriptions may."""
_SHAPES = frozenset(map(str.lower, SVG_TAGS))
_HIDDEN = frozenset({"datalist", "script", "style", "template", "title"})
_LITERAL = frozenset({"plaintext", "textarea", "xmp"})
"""No tags are read in them: what they have is text."""
_TRANSPARENT = frozenset({"a", "switch"})
"""In a drawing: taken out, and what they hold stays."""
_NOTES_ON_FORMULAS = frozenset({"annotation", "annotation-xml"})
_RAW_TEXT = frozenset({"iframe", "plaintext", "script", "style", "textarea", "title", "xmp"})
"""A comment hides nothing in them, not even their end."""
_END = re.compile(r"</([A-Za-z][\w-]*+)(?:\s[^<>]*+)?+>")
_END_OR_COMMENT = re.compile(rf"<!--(?:[\s\S]*?-->|[\s\S]*+)|{_END.pattern}")
_SHAPE = re.compile(r"\s*+(?=<)")
_DECLARATIONS = (("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))


class HtmlReader:
    """Reads pieces of one text, each from the `<` that opens it."""

    def __init__(self, text: str) -> None:
        """Read in `text`."""
        self._text = text
        self._without: dict[str, int] = {}
        """For each closing mark, the place behind which there is none."""

    def pieces(self) -> Iterator[Piece]:
        """All pieces of the text."""
        position = shown = 0
        while (position := self._text.find("<", position)) >= 0:
            piece = self.at(position)
            if piece is None:
                position += 1
                continue
            if shown < position:
                yield Piece(Kind.TEXT, shown, position)
            yield piece
            position = shown = piece.end
        if shown < len(self._text):
            yield Piece(Kind.TEXT, shown, len(self._text))

    def at(self, start: int) -> Piece | None:
        """The piece that the `<` at `start` opens; None where it is a character like others."""
        if self._text.startswith(("<!", "<?"), start):
            return self._declaration(start)
        tag = read_tag(self._text, start)
        if not tag or not is_element(tag.name):
            return None
        if tag.closing or tag.name in VOID:
            hidden = tag.name in ("source", "track")  # without a film around it
            return Piece(Kind.HIDDEN if hidden else Kind.TAG, start, tag.end, tag)
        if tag.name in _HIDDEN | _LITERAL | MEDIA | {"svg", "math"}:
            return self._element(tag)
        return Piece(Kind.TAG, start, tag.end, tag)

    def _declaration(self, start: int) -> Piece | None:
        if self._text.startswith("<!--", start):
            if self._text.startswith(("<!-->", "<!--->"), start):
                return Piece(Kind.HIDDEN, start, self._text.index(">", start) + 1)
            end = self._find("-->", start + len("<!--"))
            return Piece(Kind.HIDDEN, start, end if end >= 0 else len(self._text))
        opening, ending = next(marks for marks in _DECLARATIONS if self._text.startswith(marks[0], start))
        if opening == "<!" and not self._text[start + 2 : start + 3].isalpha():
            return None
        end = self._find(ending, start + len(opening))
        return Piece(Kind.HIDDEN, start, end) if end >= 0 else None

    def _element(self, tag: Tag) -> Piece | None:
        """An element that is read up to its end; where it has none, nothing behind it is lost."""
        end = self._end_of(tag)
        if tag.name in MEDIA:
            files = self._files(tag.end, end[0]) if end and tag.name != "iframe" else ()
            return Piece(Kind.MEDIA, tag.start, end[1] if end else tag.end, tag, tuple(files))
        if tag.name == "svg":
            return self._drawing(tag) if end else self._open_drawing(tag)
        if not end:
            return None
        if tag.name == "math":
            return Piece(Kind.FORMULA, tag.start, end[1], tag, tuple(self._formula(tag.end, end[0])))
        if tag.name in _LITERAL:
            return Piece(Kind.LITERAL, tag.start, end[1], tag, (Piece(Kind.TEXT, tag.end, end[0]),))
        return Piece(Kind.HIDDEN, tag.start, end[1], tag)

    def _files(self, start: int, end: int) -> Iterator[Piece]:
        for inner in self._inside(start, end):
            if isinstance(inner, Tag) and not inner.closing and inner.name in ("source", "track"):
                yield Piece(Kind.TAG, inner.start, inner.end, inner)

    def _formula(self, start: int, end: int) -> Iterator[Piece]:
        behind = start
        for inner in self._inside(start, end):
            if isinstance(inner, Piece) and inner.start >= behind:
                yield inner
            elif isinstance(inner, Tag) and inner.name in _NOTES_ON_FORMULAS and inner.start >= behind:
                behind = self._behind(inner, end)

    def _drawing(self, tag: Tag) -> Piece:
        """A drawing ends where its tags do; one that is left open ends behind the last end tag there is."""
        last = self._ends["svg"][-1]
        inside: list[Piece] = []
        open_shapes: list[str] = []
        behind = tag.end
        for inner in self._inside(tag.end, last[1]):
            if inner.start < behind:
                continue
            if isinstance(inner, Piece):
                inside += [inner] if "text" in open_shapes else []
            elif inner.closing and inner.name == "svg" and "svg" not in open_shapes:
                return Piece(Kind.DRAWING, tag.start, inner.end, tag, (*inside, *closing(open_shapes, inner.end)))
            elif inner.name in _SHAPES:
                inside += self._shape(inner, open_shapes)
            elif not inner.closing and inner.name not in _TRANSPARENT:
                behind = self._behind(inner, last[0])
        return Piece(Kind.DRAWING, tag.start, last[1], tag, (*inside, *closing(open_shapes, last[1])))

    def _open_drawing(self, tag: Tag) -> Piece:
        """A drawing without an end has the shapes that follow it, and no text."""
        inside: list[Piece] = []
        open_shapes: list[str] = []
        end = tag.end
        while (found := _SHAPE.match(self._text, end)) and (inner := read_tag(self._text, found.end())):
            if inner.name not in _SHAPES:
                break
            inside += self._shape(inner, open_shapes)
            end = inner.end
        return Piece(Kind.DRAWING, tag.start, end, tag, (*inside, *closing(open_shapes, end)))

    def _shape(self, tag: Tag, open_shapes: list[str]) -> Iterator[Piece]:
        """The pieces for a shape's tag, so that each shape ends inside of the one around it."""
        if not tag.closing:
            yield Piece(Kind.TAG, tag.start, tag.end, tag)
            open_shapes.append(tag.name)
            if self._is_empty(tag):
                yield from closing([open_shapes.pop()], tag.end)
        elif tag.name in open_shapes:
            depth = len(open_shapes) - 1 - open_shapes[::-1].index(tag.name)
            yield from closing(open_shapes[depth:], tag.end)
            del open_shapes[depth:]

    def _inside(self, start: int, end: int) -> Iterator[Tag | Piece]:
        """The tags of any name and the texts between `start` and `end`, without comments."""
        while start < end:
            opening = self._text.find("<", start)
            if start < opening:
                yield Piece(Kind.TEXT, start, min(opening, end))
            inner = read_tag(self._text, opening)
            if inner and inner.end <= end:
                yield inner
                start = inner.end
            else:
                hidden = self._declaration(opening) if self._text.startswith(("<!", "<?"), opening) else None
                start = hidden.end if hidden else opening + 1

    def _behind(self, tag: Tag, limit: int) -> int:
        """The place behind the element that `tag` opens; behind the tag where its end is not above `limit`."""
        end = None if self._is_empty(tag) else self._end_of(tag)
        return end[1] if end and end[1] <= limit else tag.end

    def _is_empty(self, tag: Tag) -> bool:
        return self._text.startswith("/>", tag.end - 2)

    def _end_of(self, tag: Tag) -> tuple[int, int] | None:
        """Start and end of the first end tag behind `tag`."""
        table = self._ends_in_raw if tag.name in _RAW_TEXT else self._ends
        ends = table.get(tag.name, [])
        index = bisect_left(ends, (tag.end, 0))
        return ends[index] if index < len(ends) else None

    @cached_property
    def _ends(self) -> Mapping[str, list[tuple[int, int]]]:
        """Where the end tags of each name are, without those in comments."""
        return _end_tags(self._text, _END_OR_COMMENT)

    @cached_property
    def _ends_in_raw(self) -> Mapping[str, list[tuple[int, int]]]:
        return _end_tags(self._text, _END)

    def _find(self, mark: str, position: int) -> int:
        """The place behind the first `mark` at `position` or behind it; -1 where there is none."""
        if position >= self._without.get(mark, len(self._text) + 1):
            return -1
        found = self._text.find(mark, position)
        if found < 0:
            self._without[mark] = position
            return -1
        return found + len(mark)


def _end_tags(text: str, pattern: re.Pattern[str]) -> Mapping[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for end in pattern.finditer(text):
        if end[1]:
            found.setdefault(end[1].lower(), []).append(end.span())
    return found
