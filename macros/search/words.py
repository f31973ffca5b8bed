"""Text in, the words that it is found by out."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from macros.search.jamo import narrow
from macros.vault.korean import PARTICLES
from macros.vault.names import nfc

_RUNS = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]+|[^\W가-힣ㄱ-ㅎㅏ-ㅣ_]+")
"""Runs of one script: Hangul, or the letters and digits of others."""
_LITERAL = re.compile(r"[!-~]+")
_EDGES = "'\"`()<>[]{},;!?"
LONGEST = 40
"""Letters of a word, or of a name with signs in it; longer ones are no words."""
_STEM = re.compile(f"([가-힣].+?)(?:{PARTICLES.pattern})", re.DOTALL)
"""A word of at least two syllables with particles behind it."""
_PART = re.compile(r"(?:/[\w.-]+){2,}|[\w.-]{3,}", re.ASCII)
"""A name within a name with signs: `/var/lib` of `-v/var/lib:/data`, `host-gateway` of `x:host-gateway`."""
_SIGNS = re.compile(r"[^0-9a-z]{3,20}")
"""Signs alone, such as `<<<<<<<`."""
_DOUBTFUL = re.compile("[인일지자임]")
"""Endings that many nouns have too: 이미지 is no 이미, 로그인 no 로그."""


def fold_text(text: str) -> str:
    """`text` as words are compared: composed, narrow, small. Never NFKC, which would take ㄷㅋ apart."""
    return narrow(nfc(text)).lower()


def runs(folded: str) -> list[str]:
    """The runs of one script in a text that `fold_text` gave."""
    return _RUNS.findall(folded)


def words(text: str) -> Counter[str]:
    """The words of `text` in the order in which they come up, and how often each does.

    They are runs of one script without their particles, and names with signs in them: `IPS는 /etc/passwd를 본다` →
    `ips`, `etc`, `passwd`, `본`, … and `/etc/passwd`.
    """
    folded = fold_text(text)
    found = dict[str, int]()  # where a word is new, a Counter is slow
    for run, count in Counter(runs(folded)).items():
        for form in forms(run) if len(run) <= LONGEST else ():
            found[form] = found.get(form, 0) + count
    for chunk, count in Counter(_LITERAL.findall(folded)).items():
        for name in () if chunk.isalnum() else _names(chunk):
            found[name] = found.get(name, 0) + count
    return Counter(found)


@lru_cache(maxsize=20_000)
def _names(chunk: str) -> tuple[str, ...]:
    """The names with signs in `chunk`, which has no blank."""
    literal = chunk.strip(_EDGES).rstrip(".:")
    parts = (part.rstrip(".-") for part in _PART.findall(chunk))
    names = [name for name in dict.fromkeys((literal, *parts)) if 1 < len(name) <= LONGEST and _is_name(name)]
    return (*names, chunk) if _SIGNS.fullmatch(chunk) else tuple(names)


def _is_name(text: str) -> bool:
    return not text.isalnum() and any(letter.isalnum() for letter in text)


@lru_cache(maxsize=100_000)
def forms(run: str) -> tuple[str, ...]:
    """The forms that a run of one script is found by: its stem, and itself where the ending may belong to it."""
    bare = stem(run)
    return (bare, run) if _DOUBTFUL.fullmatch(run, len(bare)) else (bare,)


def stem(word: str) -> str:
    """A Korean word without the particles at its end, never shorter than two syllables; other words as they are."""
    found = _STEM.fullmatch(word)
    return found[1] if found else word
