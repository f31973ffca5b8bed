"""The fonts of a site, cut from two that are kept whole: of each only the letters that its pages have."""

from macros.fonts.cut import CODE, TEXT, Whole
from macros.fonts.faces import FILES, STYLE_SHEET, font_files
from macros.fonts.letters import Letters, letters_of, letters_of_texts, together

__all__ = [
    "CODE",
    "FILES",
    "STYLE_SHEET",
    "TEXT",
    "Letters",
    "Whole",
    "font_files",
    "letters_of",
    "letters_of_texts",
    "together",
]
