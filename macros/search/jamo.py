"""Hangul taken apart into the letters that a keyboard has, so that what is half typed is the beginning of the word.

`쿠버넽` → `ㅋㅜㅂㅓㄴㅔㅌ`, and so begins `쿠버네티스` → `ㅋㅜㅂㅓㄴㅔㅌㅣㅅㅡ`.
Source: Unicode 15, 3.12, and KS X 5002 (두벌식).
"""

from __future__ import annotations

import re
from types import MappingProxyType

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split()
_FINALS = (
    "",
    *"ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(),
)
_FIRST = ord("가")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_HAS_WIDE = re.compile("[\uff01-\uff5e\u3000]")


def jamo(text: str) -> str:
    """`text` with its Hangul syllables as letters of a keyboard."""
    return text.translate(_LETTERS)


def narrow(text: str) -> str:
    """`text` with full-width Latin letters and signs as ordinary ones; nothing else of it is touched."""
    return text.translate(_WIDE) if _HAS_WIDE.search(text) else text


_LETTERS = MappingProxyType(
    dict(
        enumerate(
            (initial + vowel + final for initial in INITIALS for vowel in _VOWELS for final in _FINALS), start=_FIRST
        )
    )
)
"""The letters of each syllable."""
