"""How long it takes to read an article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.search.article import Section

SYLLABLES, WORDS = 500, 220
"""Korean syllables, and words and numbers of other scripts, that are read in a minute."""
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_WORD = re.compile(r"[^\W_\uac00-\ud7a3]+")
_CODE = re.compile("<pre\\b.*?</pre>", re.DOTALL)
_TAG = re.compile("<[^>]*>")


def minutes(html: str, sections: Iterable[Section]) -> int:
    """Whole minutes for the article `html`, which has `sections`; 0 where nothing stands below its headings.

    Code is read half as closely.
    """
    found = [*sections]
    if not any(section.text.strip() for section in found):
        return 0
    text = " ".join(part for section in found for part in (section.heading, section.text))
    code = " ".join(_TAG.sub(" ", found[0]) for found in _CODE.finditer(html))
    return max(1, round(_time(text) - _time(code) / 2))


def _time(text: str) -> float:
    return sum(map(len, _HANGUL.findall(text))) / SYLLABLES + len(_WORD.findall(text)) / WORDS
