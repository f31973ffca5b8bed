"""A card: the title of a note on paper, with whose it is, and a terminal at its foot that opens its address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from macros.publish.cards.face import Face, Letters
from macros.publish.cards.lines import cut_lines, lines_of
from macros.publish.cards.png import Packer

SIZE = WIDTH, HEIGHT = 1200, 630
"""What messengers show whole."""
DESIGN = "1"
"""To be changed with what is drawn here: names of cards are made of it."""
_SHADES = 32
"""From a background to what is drawn on it. A letter's edge is a shade between both: nothing is mixed but numbers."""
_INK, _QUIET, _COLOR, _ON_COLOR, _LIGHT, _BRIGHT, _DIM = range(7)
"""What is drawn, each with a row of shades."""
_PAPER, _TERMINAL = "#fbfaf7", "#1b2220"
_LEFT, _RIGHT = 84, WIDTH - 84
_HEAD, _FOOT = 108, HEIGHT - 92
"""The line that the name of the site stands on; where the terminal begins."""
_MARK = 60
"""Pixels of the square with the initial."""
_TITLES = ((92, 2), (76, 2), (64, 3), (52, 4))
"""Sizes of a title, the largest first, each with the lines that it may have."""
_BELOW = (0, 2, 2, 1, 0)
"""Lines of the summary by those of the title."""
_FINE = 4
"""A round corner is drawn this many times larger, and made smaller."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is drawn: plain texts, empty where there is none."""

    title: str
    summary: str
    section: str
    """What the folder of the note is called."""
    address: str
    """Of the page, as a reader would type it."""

    @property
    def texts(self) -> Sequence[str]:
        """All that it says."""
        return astuple(self)


class Printer:
    """Draws the cards of one site: what is the same on all of them is drawn once."""

    def __init__(self, site: str, color: str, fonts: Sequence[Path]) -> None:
        """Draw for the site of this name, with a `color` as in `#0f766e`, in the font that is in the files `fonts`."""
        self._letters = Letters(fonts)
        self._small, self._name = Face(self._letters, 31, 450), Face(self._letters, 34, 650)
        self._titles = [Face(self._letters, size, 720) for size, _ in _TITLES]
        self._site = self._letters.drawn(site)
        self._empty = self._background(color)
        self._packer = Packer(self._empty)

    def png(self, card: Card) -> bytes:
        """The card as the bytes of a PNG, of `SIZE`, the same for the same card."""
        image = self._empty.copy()
        on = ImageDraw.Draw(image)
        on.fontmode = "L"
        if section := self._letters.drawn(card.section):
            (section,) = cut_lines(section, (_RIGHT - _LEFT) / 3, self._small.width, 1)
            self._draw(on, self._small, (_RIGHT - self._small.width(section), _HEAD), section, _QUIET)
        if title := self._letters.drawn(card.title) or self._site:
            self._text(on, title, self._letters.drawn(card.summary))
        host = card.address.partition("/")[0]
        self._terminal(on, self._letters.drawn(card.address) or self._letters.drawn(host))
        return self._packer.png(image)

    def _text(self, on: ImageDraw.ImageDraw, title: str, summary: str) -> None:
        """Title and summary, in the middle between head and foot."""
        widest = _RIGHT - _LEFT
        face, lines = self._fitting(title, widest)
        room = _BELOW[len(lines)]
        below = cut_lines(summary, widest, self._small.width, room) if summary and room else ()
        height, small = round(face.size * 1.24), round(self._small.size * 1.5)
        gap = 22 if below else 0
        whole = height * len(lines) + gap + small * len(below)
        y = (_HEAD + _FOOT - whole) / 2 + 14
        for line in lines:
            self._draw(on, face, (_LEFT, y + face.size * 0.94), line, _INK)
            y += height
        for line in below:
            self._draw(on, self._small, (_LEFT, y + gap + self._small.size), line, _QUIET)
            y += small

    def _fitting(self, title: str, widest: int) -> tuple[Face, Sequence[str]]:
        """The largest letters in which `title` has room, and its lines."""
        for face, (_, most) in zip(self._titles, _TITLES, strict=True):
            if lines := lines_of(title, widest, face.width, most):
                return face, lines
        return self._titles[-1], cut_lines(title, widest, self._titles[-1].width, _TITLES[-1][1])

    def _terminal(self, on: ImageDraw.ImageDraw, address: str) -> None:
        y = _FOOT + 57
        x = self._draw(on, self._small, (_LEFT, y), "$ ", _BRIGHT)
        x = self._draw(on, self._small, (x, y), "open ", _DIM)
        (shown,) = cut_lines(address, _RIGHT - x - 150, self._small.width, 1)
        x = self._draw(on, self._small, (x, y), shown, _LIGHT)
        on.rectangle((x + 10, y - 26, x + 25, y + 5), _full(_BRIGHT))

    def _draw(self, on: ImageDraw.ImageDraw, face: Face, place: tuple[float, float], text: str, row: int) -> float:
        """Draw `text` in the shades of `row`, on their own first, which looks as the background does."""
        x, y = round(place[0]), round(place[1])
        on.rectangle((x - 2, y - face.size, x + face.width(text) + 2, y + face.size * 0.35), row * _SHADES)
        return face.draw(on, (x, y), text, row * _SHADES + _SHADES - 1)

    def _background(self, color: str) -> Image.Image:
        """Paper, the name of the site with its initial, the terminal without its line."""
        image = Image.new("P", SIZE)
        image.putpalette(_palette(color))
        on = ImageDraw.Draw(image)
        on.fontmode = "L"
        on.rectangle((0, _FOOT, WIDTH, HEIGHT), _LIGHT * _SHADES)
        for number in range(3):
            left = _RIGHT - 26 * (3 - number) + 10
            _round(image, (left, _FOOT + 38, 16), 8, (_DIM * _SHADES, _DIM * _SHADES + _SHADES // 2))
        top = _HEAD - 44
        _round(image, (_LEFT, top, _MARK), 16, (_COLOR * _SHADES, _full(_COLOR)))
        initial = next((letter for letter in self._site if letter.isalnum()), "").upper()
        x = _LEFT + (_MARK - self._name.width(initial)) / 2
        self._name.draw(on, (round(x), _HEAD - 2), initial, _full(_ON_COLOR))
        name = cut_lines(self._site, (_RIGHT - _LEFT) / 2, self._name.width, 1)[0] if self._site else ""
        self._draw(on, self._name, (_LEFT + _MARK + 20, _HEAD - 2), name, _INK)
        return image


def _full(row: int) -> int:
    return row * _SHADES + _SHADES - 1


def _round(image: Image.Image, place: tuple[int, int, int], radius: int, shades: tuple[int, int]) -> None:
    """A square with round corners at `place` (left, top, side), from the first of `shades` at its edge to the last."""
    left, top, side = place
    large = Image.new("L", (side * _FINE, side * _FINE))
    box = (0, 0, side * _FINE - 1, side * _FINE - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, radius * _FINE, 255)
    mask = large.resize((side, side), Image.Resampling.BOX)
    image.paste(shades[0], (left, top, left + side, top + side))
    image.paste(shades[1], (left, top, left + side, top + side), mask)


def _palette(color: str) -> bytes:
    """The rows of shades, as bytes of red, green and blue."""
    rows = {
        _INK: (_PAPER, "#1d2422"),
        _QUIET: (_PAPER, "#5f6a66"),
        _COLOR: (_PAPER, color),
        _ON_COLOR: (color, "#ffffff"),
        _LIGHT: (_TERMINAL, "#e8ece9"),
        _BRIGHT: (_TERMINAL, "#5fd3b4"),
        _DIM: (_TERMINAL, "#8d9994"),
    }
    return b"".join(_shade(*rows[row], step) for row in sorted(rows) for step in range(_SHADES))


def _shade(background: str, ink: str, step: int) -> bytes:
    one, other = bytes.fromhex(background[1:]), bytes.fromhex(ink[1:])
    return bytes(round(a + (b - a) * step / (_SHADES - 1)) for a, b in zip(one, other, strict=True))
