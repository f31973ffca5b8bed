"""What recordings are called."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from macros.vault.folder import RECORDING
from macros.vault.nearest import nearest

FOLDER = "commands"
"""The folder of a vault in which each file is a recording."""


def is_recording(path: str) -> bool:
    """True for the path of a file in which a recording is."""
    return path.startswith(f"{FOLDER}/") and path.endswith(RECORDING)


def close_to(id: str, recordings: Iterable[str]) -> tuple[str, ...]:  # noqa: A002
    """See `Library.close_to`."""
    known = [*recordings]
    written = id.rpartition(f"{FOLDER}/")[2].removesuffix(RECORDING)
    near = nearest(posixpath.basename(written), map(posixpath.basename, known))
    named = [whole for name in near for whole in known if posixpath.basename(whole) == name]
    return tuple(dict.fromkeys((*nearest(written, known), *named)))[:3]
