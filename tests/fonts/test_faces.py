"""The fonts of a site, as fontTools reads them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

import macros.fonts
from macros.fonts import FILES, STYLE_SHEET, Letters, font_files

LETTERS = Letters("가힣Åé", "가힣각①→🌎", "나─│├✓①…가")


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return dict(font_files(LETTERS))


def font(data: bytes) -> TTFont:
    return TTFont(BytesIO(data), recalcTimestamp=False)


def whole(name: str) -> TTFont:
    return font(brotli.decompress((Path(macros.fonts.__file__).parent / f"{name}.ttf.br").read_bytes()))


def drawn(font: TTFont, letter: str, weight: int) -> object:
    """How wide a letter is, and its outline."""
    glyphs = font.getGlyphSet(location={"wght": weight})
    name = font.getBestCmap()[ord(letter)]
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return glyphs[name].width, pen.value


@pytest.mark.parametrize(
    ("file", "source", "letters", "weights"),
    [
        ("text", "pretendard", "가힣Åé;A", (400, 550, 700)),
        ("text-rest", "pretendard", "각①", (400,)),
        ("code", "d2coding", "│├✓|gA", (400,)),
        ("code-wide", "d2coding", "나가", (400,)),
    ],
)
def test_letters_are_drawn_as_in_the_font_that_is_kept_whole(
    made: dict[str, bytes], file: str, source: str, letters: str, weights: tuple[int, ...]
) -> None:
    cut, kept = font(made[f"assets/fonts/{file}.woff2"]), whole(source)

    for weight in weights:
        assert [drawn(cut, letter, weight) for letter in letters] == [drawn(kept, letter, weight) for letter in letters]
    assert ("fvar" in cut) == (len(weights) > 1)


def test_each_letter_is_in_one_file_that_is_asked_for_it(made: dict[str, bytes]) -> None:
    sheet = made[STYLE_SHEET].decode()
    found = dict(re.findall(r"url\(([\w-]+)\.woff2\)[^}]*?unicode-range: ([^;]+);", sheet))
    letters = {file: {*font(made[f"assets/fonts/{file}.woff2"]).getBestCmap()} for file in found}

    assert {*made} == {*FILES}
    assert {file: {*_numbers(ranges)} for file, ranges in found.items()} == letters
    assert letters["text-rest"] == {*map(ord, "각①")}  # no font has 🌎
    assert letters["code-wide"] == {*map(ord, "나가")}
    assert letters["text"] >= {*range(0x20, 0x7F)} <= letters["code"]


def test_a_korean_letter_in_code_is_as_wide_as_two_latin_ones(made: dict[str, bytes]) -> None:
    narrow, wide = (font(made[f"assets/fonts/{name}.woff2"])["hmtx"].metrics for name in ("code", "code-wide"))

    assert {width for name, (width, _) in narrow.items() if name != ".notdef"} == {500, 1000}  # ① has two as well
    assert {width for name, (width, _) in wide.items() if name != ".notdef"} == {1000}


def test_a_site_in_english_has_two_files() -> None:
    made = dict(font_files(Letters("", "’", "")))

    assert [*made] == ["assets/fonts/text.woff2", "assets/fonts/code.woff2", STYLE_SHEET]
    assert sum(map(len, made.values())) < 25_000


def _numbers(ranges: str) -> list[int]:
    """`U+41-43, U+61` as numbers."""
    ends = (written.removeprefix("U+").partition("-") for written in ranges.split(", "))
    return [number for first, _, last in ends for number in range(int(first, 16), int(last or first, 16) + 1)]
