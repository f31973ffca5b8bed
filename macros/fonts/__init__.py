"""The fonts of a site, cut from two that are kept whole: of each only the letters that its pages have."""

from macros.fonts.faces import FILES, STYLE_SHEET, font_files
from macros.fonts.letters import Letters, letters_of, letters_of_texts, together

__all__ = ["FILES", "STYLE_SHEET", "Letters", "font_files", "letters_of", "letters_of_texts", "together"]
