"""How far a build is, for somebody who waits at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is shown."""
_OFTEN = 0.1


def progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """The same `items`; on a terminal, once they take over a second, with a line that says how many there were."""
    begun = last = time.monotonic()
    shown = sys.stderr.isatty()
    told = False
    for number, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if shown and now - begun > PATIENCE and now - last > _OFTEN:
            last, told = now, True
            sys.stderr.write(f"\r{what} {number}/{total} ")
            sys.stderr.flush()
    if told:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
