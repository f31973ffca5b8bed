"""Python's collector of garbage: a build makes little garbage, and has much to look through for it."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def pause() -> None:
    """Let a build run without it, and the process end without looking through all of it once more."""
    gc.disable()
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def resume() -> None:
    """Let it work again when a build is over."""
    gc.enable()


def sweep() -> None:
    """Look through all of it once: what an earlier build was made of is a knot that nothing else undoes."""
    gc.collect()


@contextmanager
def nothing_moves() -> Iterator[None]:
    """Keep the collector off what forks of this process share with it: to look through memory is to write to it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
