"""A text in lines of about the same length, which end between words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Width = Callable[[str], float]
_STEPS = 6
"""How often the widest line is made half as much narrower: the lines are then even to the eye."""


def lines_of(text: str, widest: float, width: Width, most: int) -> Sequence[str] | None:
    """`text` in as few lines as it needs, none wider than `widest`; None where `most` are not enough for its words."""
    words = text.split(" ")
    if max(map(width, words)) > widest:
        return None
    found = _filled(words, widest, width)
    if len(found) > most:
        return None
    low, high = widest / 2, widest
    for _ in range(_STEPS if len(found) > 1 else 0):
        middle = (low + high) / 2
        tried = _filled(words, middle, width)
        if len(tried) == len(found) and max(map(width, tried)) <= widest:
            found, high = tried, middle
        else:
            low = middle
    return found


def cut_lines(text: str, widest: float, width: Width, most: int) -> Sequence[str]:
    """The beginning of `text` in `most` lines at most; a word that is too long is parted, and the last line cut."""
    words = [part for word in text.split(" ") for part in _parted(word, widest, width)]
    found = [*_filled(words, widest, width)]
    if len(found) <= most:
        return found
    last = found[most - 1]
    while last and width(f"{last}…") > widest:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*found[: most - 1], f"{last.rstrip('.,·:')}…"]


def _filled(words: Sequence[str], widest: float, width: Width) -> Sequence[str]:
    """Each line with as many words as there is room for."""
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if width(longer) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parted(word: str, widest: float, width: Width) -> Sequence[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and width(parts[-1] + letter) > widest:
            parts.append("")
        parts[-1] += letter
    return parts
