"""Text in, the words that it is found by out."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_SHORTEST_STEM = 2
_PART = re.compile(r"(?:/[\w.-]+){2,}|[\w.-]{3,}", re.ASCII)
"""A name within a name with signs: `/var/lib` of `-v/var/lib:/data`, `host-gateway` of `x:host-gateway`."""
_SIGNS = re.compile(r"[^0-9a-z]{3,20}")
"""Signs alone, such as `<<<<<<<`."""
_DOUBTFUL = re.compile("[인일지자임]")
"""Endings that many nouns have too: 이미지 is no 이미, 로그인 no 로그."""


def fold_text(text: str) -> str:
    """`text` as words are compared: composed, narrow, small. Never NFKC, which would take ㄷㅋ apart."""
    return narrow(nfc(text)).lower()


def words(text: str) -> Iterator[str]:
    """The words of `text` in order: runs of one script without their particles, and names with signs in them.

    `IPS는 /etc/passwd를 본다` → `ips`, `etc`, `passwd`, `본`, … and `/etc/passwd`.
    """
    for chunk in fold_text(text).split():
        yield from _words_of(chunk)


@lru_cache(maxsize=50_000)
def _words_of(chunk: str) -> tuple[str, ...]:
    """The words between two blanks: many stand there more than once."""
    found = list[str]()
    for run in _RUNS.findall(chunk):
        if len(run) <= LONGEST:
            bare = stem(run)
            found.append(bare)
            if _DOUBTFUL.fullmatch(run, len(bare)):
                found.append(run)
    for signs in _LITERAL.findall(chunk):
        literal = signs.strip(_EDGES).rstrip(".:")
        parts = (part.rstrip(".-") for part in _PART.findall(signs))
        for name in dict.fromkeys((literal, *parts)):
            if 1 < len(name) <= LONGEST and not name.isalnum() and any(letter.isalnum() for letter in name):
                found.append(name)
        if _SIGNS.fullmatch(signs):
            found.append(signs)
    return tuple(found)


def stem(word: str) -> str:
    """A Korean word without the particles at its end, never shorter than two syllables; other words as they are."""
    if "가" <= word[:1] <= "힣":
        for end in range(_SHORTEST_STEM, len(word)):
            if PARTICLES.fullmatch(word, end):
                return word[:end]
    return word
