"""Reading a file that somebody else put there: a FIFO, a device or a folder in its place is an error, and no wait."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_MOST = 10_000_000
"""Bytes that a file of settings may have."""


def read_regular(file: Path, most: int = _MOST) -> bytes:
    """The bytes of `file`; OSError where it is none, or larger than `most` bytes."""
    opened = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(opened, "rb") as stream:
        status = os.fstat(opened)
        if not stat.S_ISREG(status.st_mode) or status.st_size > most:
            raise OSError(f"{file} is no file that can be read")
        return stream.read()
