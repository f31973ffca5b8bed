"""Text in, the words that it is found by out."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def fold_text(text: str) -> str:
    """`text` as words are compared: composed, narrow, small. Never NFKC, which would take ㄷㅋ apart."""
    return narrow(nfc(text)).lower()


def words(text: str) -> Iterator[str]:
    """The words of `text` in order: runs of one script without their particles, and names with signs in them.

    `IPS는 /etc/passwd를 본다` → `ips`, `etc`, `passwd`, `본`, … and `/etc/passwd`.
    """
    folded = fold_text(text)
    for run in _RUNS.findall(folded):
        if len(run) <= LONGEST:
            yield stem(run)
    for chunk in _LITERAL.findall(folded):
        literal = chunk.strip(_EDGES).rstrip(".:") if not chunk.strip(_EDGES).isalnum() else ""
        if 1 < len(literal) <= LONGEST and any(letter.isalnum() for letter in literal) and not literal.isalnum():
            yield literal


def stem(word: str) -> str:
    """A Korean word without the particles at its end, never shorter than two syllables; other words as they are."""
    if "가" <= word[:1] <= "힣":
        for end in range(_SHORTEST_STEM, len(word)):
            if PARTICLES.fullmatch(word, end):
                return word[:end]
    return word
