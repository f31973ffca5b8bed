"""The files in which a site has its fonts, and the style sheet that tells a browser which of them a page needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

from macros.fonts.cut import CODE, TEXT, Whole
from macros.fonts.letters import Letters

FOLDER = "assets/fonts"
STYLE_SHEET = f"{FOLDER}/fonts.css"
FILES = (STYLE_SHEET, *(f"{FOLDER}/{name}.woff2" for name in ("text", "text-rest", "code", "code-wide")))
"""All that a site may have of them."""
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_SIGNS = "\N{NO-BREAK SPACE}©«·»×–—‘’“”•…←↑→↓▾✓"
"""What pages have around their articles, whatever those say."""
_WIDE = ("W", "F")
"""What Unicode calls a letter that is two Latin ones wide."""


class _Face(NamedTuple):
    file: str
    family: str
    weights: str
    letters: str


def font_files(letters: Letters) -> Iterator[tuple[str, bytes]]:
    """The fonts for pages of these `letters`, by their names on the site, and their style sheet.

    There is at most one file of each of these:

    - the letters that stand in headings or in bold, in all weights, which each page has,
    - the others, of which a browser makes a bold one where a reader brings it about,
    - Latin letters and signs in code,
    - letters in code that are as wide as two of those.
    """
    text, code = Whole(TEXT), Whole(CODE)
    strong = text.has((*_ASCII, *_SIGNS, *letters.strong))
    others = text.has({*letters.text} - {*strong})
    in_code = code.has((*_ASCII, *letters.code))
    wide = "".join(letter for letter in in_code if east_asian_width(letter) in _WIDE)
    narrow = "".join(letter for letter in in_code if letter not in {*wide})
    faces = (
        (text, _Face("text", "Maru", "400 700", strong)),
        (text, _Face("text-rest", "Maru Rest", "400", others)),
        (code, _Face("code", "Maru Mono", "400", narrow)),
        (code, _Face("code-wide", "Maru Mono", "400", wide)),
    )
    made = [(font, face) for font, face in faces if face.letters]
    for font, face in made:
        yield f"{FOLDER}/{face.file}.woff2", font.cut(face.letters, in_all_weights=" " in face.weights)
    rules = [_rule(face) for _, face in made]
    yield STYLE_SHEET, "\n".join((*rules, _fallbacks())).encode("utf-8")


def _rule(face: _Face) -> str:
    return f"""@font-face {{
  font-family: "{face.family}";
  font-weight: {face.weights};
  font-display: swap;
  src: url({face.file}.woff2) format("woff2");
  unicode-range: {", ".join(_ranges(face.letters))};
}}
"""


def _ranges(letters: str) -> Iterator[str]:
    """`U+41-5A`: numbers of letters, of which those that follow one another are one range."""
    for _, run in groupby(enumerate(map(ord, letters)), lambda numbered: numbered[1] - numbered[0]):
        numbers = [number for _, number in run]
        yield f"U+{numbers[0]:X}" if len(numbers) == 1 else f"U+{numbers[0]:X}-{numbers[-1]:X}"


def _fallbacks() -> str:
    """The fonts of the reader's machine, made as wide as those of the site: lines break where they will."""
    return (Path(__file__).parent / "fallbacks.css").read_text("utf-8")
