"""Which notes stand for their folders."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from macros.vault import is_index


def folder_pages(paths: Iterable[str], home: str) -> frozenset[str]:
    """Those of the notes `paths` that are the page of their folder: one a folder, `index.md` before `README.md`.

    At the root nothing but the `home` stands for the vault, which may lie in any folder.
    """
    found: dict[str, str] = {}
    for path in sorted(paths, key=_rank):
        folder = posixpath.dirname(path)
        if folder and path != home and is_index(path):
            found.setdefault(folder, path)
    return frozenset(found.values())


def _rank(path: str) -> tuple[bool, str]:
    return posixpath.basename(path).lower() != "index.md", path
