"""Fences of a note: their languages, those that are recordings, ```` ```console run ````, and diagrams."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.vault.blocks import Blocks

_LANGUAGE = re.compile(r"\s*([\w+#.-]+)")
_RECORDING = re.compile(r"\s*console\s+run(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence that is a recording or a diagram; lines count from 0 in the body of the note."""

    line: int
    """Of the fence's opening."""
    text: str
    """What stands in it."""
    is_nested: bool
    """True for one in a quote or a list."""


def language_of(info: str) -> str:
    """The language, in small letters, that the opening line of a fence names; empty where it names none."""
    return found[1].lower() if (found := _LANGUAGE.match(info)) else ""


def is_diagram(info: str) -> bool:
    """True for the opening line of a fence that is drawn as a diagram."""
    return language_of(info) == "mermaid"


def is_recording(info: str) -> bool:
    """True for the opening line of a fence that is a recording."""
    return bool(_RECORDING.match(info))


def read_fences(blocks: Blocks) -> Iterator[Fence]:
    """The recordings among `blocks`, in their order."""
    return _fences(blocks, is_recording)


def read_diagrams(blocks: Blocks) -> Iterator[Fence]:
    """The diagrams among `blocks`, in their order."""
    return _fences(blocks, is_diagram)


def _fences(blocks: Blocks, is_one: Callable[[str], bool]) -> Iterator[Fence]:
    for token in blocks.tokens:
        if token.type == "fence" and token.map and is_one(token.info):
            yield Fence(token.map[0], token.content, token.level > 0)
