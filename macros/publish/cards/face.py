"""The letters of cards: a font in one file or several, each of which has some of the letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

_NO_LETTER = "\U0010ffff"
"""What no font has."""


class Letters:
    """Which file of a font has which letter."""

    def __init__(self, files: Sequence[Path]) -> None:
        """Know `files`, the first before the others."""
        self.files = tuple(files)
        self._found: dict[str, Path | None] = {}
        self._found[" "] = self.file_of("n") or self.files[0]  # a blank is as empty as what a font does not have

    def drawn(self, text: str) -> str:
        """`text` in one line, without emoji and other signs that no file has; empty where a letter would be lost."""
        known = unicodedata.normalize("NFC", " ".join(text.split()))
        if any(unicodedata.category(letter)[0] == "L" and not self.file_of(letter) for letter in known):
            return ""
        return " ".join("".join(letter for letter in known if self.file_of(letter)).split())

    def file_of(self, letter: str) -> Path | None:
        """The file that has `letter`."""
        if letter not in self._found:
            self._found[letter] = next((file for file, font in self._fonts if _has(font, letter)), None)
        return self._found[letter]

    @cached_property
    def _fonts(self) -> Sequence[tuple[Path, FreeTypeFont]]:
        return [(file, _font(file, 12)) for file in self.files]


class Face:
    """Letters in one size and weight, each drawn once."""

    def __init__(self, letters: Letters, size: int, weight: int) -> None:
        """Draw `letters` with a height of `size` pixels; 400 is the usual `weight`, 700 bold."""
        self.size = size
        self._letters = letters
        self._weight = weight
        self._fonts: dict[Path, FreeTypeFont] = {}
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
            self._glyphs[letter] = _drawn(letter, self._font(self._letters.file_of(letter) or self._letters.files[0]))
        return self._glyphs[letter]

    def _font(self, file: Path) -> FreeTypeFont:
        if file not in self._fonts:
            self._fonts[file] = _font(file, self.size)
            self._fonts[file].set_variation_by_axes([self._weight])
        return self._fonts[file]


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


def _font(file: Path, size: int) -> FreeTypeFont:
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)  # the same everywhere, and quick


def _has(font: FreeTypeFont, letter: str) -> bool:
    mask, none = font.getmask(letter), font.getmask(_NO_LETTER)
    return mask.size != none.size or bytes(mask) != bytes(none)
