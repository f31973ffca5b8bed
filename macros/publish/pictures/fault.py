"""What makes a picture one that is not published."""

from __future__ import annotations


class NotUnderstoodError(Exception):
    """A file that is not what a picture of its kind has to be, so nobody can say what it tells beside the picture."""


def require(holds: object) -> None:
    """NotUnderstoodError unless the picture is as `holds` says."""
    if not holds:
        raise NotUnderstoodError
