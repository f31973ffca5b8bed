"""How far a build is, for somebody who waits at a terminal, in the language of that."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from macros.language import Message, language_of_terminal

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is shown."""
_OFTEN = 0.1


def progress(items: Iterable[T], total: int, what: Message) -> Iterator[T]:
    """The same `items`; on a terminal, once they take over a second, with a line that says how many there were."""
    begun = last = time.monotonic()
    shown = sys.stderr.isatty()
    told, words = False, language_of_terminal().tell(what)
    for number, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if shown and now - begun > PATIENCE and now - last > _OFTEN:
            last, told = now, True
            sys.stderr.write(f"\r{words} {number}/{total} ")
            sys.stderr.flush()
    if told:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
