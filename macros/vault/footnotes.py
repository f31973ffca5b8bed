"""The footnotes of a text: where each has its words, and which are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from macros.vault.inlines import Kind, walk

_OPEN, _CLOSE = "footnote_reference_open", "footnote_reference_close"


@dataclass(frozen=True, slots=True)
class Unused:
    """A footnote to which nothing refers; `line` counts from 0 in the body of the note."""

    label: str
    line: int


def labels_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The labels that have words."""
    return frozenset(token.meta["label"] for token in tokens if token.type == _OPEN)


def find_footnotes(tokens: Sequence[Token]) -> Mapping[str, range]:
    """For each label the indexes of the tokens that its words are; of two texts for one label the first counts.

    A footnote that stands within another one is a part of that, and has words of its own too.
    """
    found: dict[str, range] = {}
    waiting: list[tuple[str, int]] = []
    for index, token in enumerate(tokens):
        if token.type == _OPEN:
            waiting.append((token.meta["label"], index))
        elif token.type == _CLOSE:
            label, start = waiting.pop()
            if label not in found or start < found[label].start:
                found[label] = range(start + 1, index)
    return found


def split_unused(tokens: Sequence[Token], footnotes: Mapping[str, range]) -> tuple[tuple[Unused, ...], Sequence[int]]:
    """The footnotes to which nothing refers, and the indexes of the tokens that are not of them."""
    unused = footnotes.keys() - used_footnotes(tokens, footnotes) if footnotes else ()
    if not unused:
        return (), range(len(tokens))
    dropped: set[int] = set()
    found = []
    for words in sorted((footnotes[label] for label in unused), key=lambda words: words.start):
        opening = tokens[words.start - 1]
        found.append(Unused(opening.meta["label"], opening.map[0] if opening.map else 0))
        dropped.update(range(words.start - 1, words.stop + 1))
    return tuple(found), [index for index in range(len(tokens)) if index not in dropped]


def used_footnotes(tokens: Sequence[Token], footnotes: Mapping[str, range]) -> tuple[str, ...]:
    """The labels to which the text refers, or the words of another one that is used, in the order of the reader."""
    apart = {index for words in footnotes.values() for index in words}
    used = dict.fromkeys(_labels(token for index, token in enumerate(tokens) if index not in apart))
    waiting = [*used]
    while waiting:
        words = footnotes[waiting.pop(0)]
        for label in _labels(tokens[index] for index in words):
            if label not in used:
                used[label] = None
                waiting.append(label)
    return tuple(used)


def _labels(tokens: Iterator[Token]) -> Iterator[str]:
    texts = (text for token in tokens if (text := token.meta.get("text")))
    return (node.text for text in texts for node in walk(text.nodes) if node.kind is Kind.FOOTNOTE)
