"""The addresses that notes have by their other names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from macros.vault import Note, fold, is_index
from macros.vault.permalink import as_address

_MOST = 500
"""Addresses of aliases that a site has files for."""


def alias_paths(notes: Iterable[Note]) -> Mapping[str, str]:
    """Paths that notes would have by their aliases, each with the path of its note.

    `[배]` in `docker/도커.md` is `docker/배.md`, beside it; one with a slash, `old/배`, is a path from the root. An
    alias of two notes is none, nor is one that no address can have (`C#`).
    """
    found: dict[str, str] = {}
    owners: dict[str, set[str]] = {}
    for note in notes:
        for path in filter(None, (_path(note, alias) for alias in note.aliases)):
            owners.setdefault(fold(path), set()).add(note.path)
            found.setdefault(path, note.path)
    return {path: owner for path, owner in found.items() if len(owners[fold(path)]) == 1}


def have_files(aliases: Mapping[str, str], notes: int) -> bool:
    """True when a site of so many `notes` has room for a file for each of `aliases`: hosts take only so many files.

    The more notes, the fewer. Where there is no room the page of lost addresses leads on from them.
    """
    return len(aliases) <= _MOST - notes // 10


def _path(note: Note, alias: str) -> str:
    address = as_address(alias)
    if not address:
        return ""
    folder = posixpath.dirname(note.folder) if is_index(note.path) else note.folder
    return f"{address if '/' in alias else posixpath.join(folder, address)}.md"
