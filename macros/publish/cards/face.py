"""The letters of cards, drawn by the font of the site."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from macros.fonts import Whole


def drawable(text: str, font: Whole) -> str:
    """`text` in one line, without the emoji and signs that `font` lacks; empty where it lacks a letter."""
    known = unicodedata.normalize("NFC", " ".join(text.split()))
    drawn = {*font.has({*known})}
    if any(unicodedata.category(letter)[0] == "L" and letter not in drawn for letter in known):
        return ""
    return " ".join("".join(letter for letter in known if letter in drawn).split())


class Face:
    """The letters of a font in one size and weight, each drawn once."""

    def __init__(self, font: Whole, size: int, weight: int) -> None:
        """Draw letters of `font` with a height of `size` pixels; 400 is the usual `weight`, 700 bold."""
        self.size = size
        layout = ImageFont.Layout.BASIC  # the same everywhere, and quick
        self._font = ImageFont.truetype(BytesIO(font.data), size, layout_engine=layout)
        self._font.set_variation_by_axes([weight])
        self._glyphs: dict[str, _Glyph] = {}

    def width(self, text: str) -> float:
        """Pixels."""
        return sum(self._glyph(letter).width for letter in text)

    def draw(self, on: ImageDraw.ImageDraw, place: tuple[float, float], text: str, ink: int) -> float:
        """Draw `text` from `place`, at its left on the line that it stands on; where it ends."""
        x, y = place
        for letter in text:
            glyph = self._glyph(letter)
            on.bitmap((round(x) + glyph.left, round(y) + glyph.top), glyph.image, ink)
            x += glyph.width
        return x

    def _glyph(self, letter: str) -> _Glyph:
        if letter not in self._glyphs:
            self._glyphs[letter] = _drawn(letter, self._font)
        return self._glyphs[letter]


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A letter: how much of it is ink, from where on, and how far the next one is."""

    image: Image.Image
    left: int
    top: int
    width: float


def _drawn(letter: str, font: FreeTypeFont) -> _Glyph:
    left, top, right, bottom = map(round, font.getbbox(letter, anchor="ls"))
    image = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(image).text((-left, -top), letter, 255, font, anchor="ls")
    return _Glyph(image, left, top, font.getlength(letter))
