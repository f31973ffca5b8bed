"""The folders of a vault: what is in each, in the order of the navigation."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from macros.publish.outline import Outline
from macros.vault.folder import folders_of

ROOT = ""
"""The folder of the whole vault."""


@dataclass(frozen=True, slots=True)
class Folders:
    """What is in each folder, by its path; a folder in which nothing is listed is none."""

    notes: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    """The notes of a folder itself."""
    below: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    """The folders in it."""
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """How many notes there are at any depth."""

    @classmethod
    def of(cls, paths: Iterable[str], outline: Outline) -> Folders:
        """The folders of the notes `paths`, which are in the order of `outline`."""
        notes, counts = dict[str, list[str]](), Counter[str]()
        for path in paths:
            notes.setdefault(posixpath.dirname(path), []).append(path)
            counts.update(folders_of(path))
        below = dict[str, list[str]]()
        for folder in sorted(filter(None, counts), key=outline.folder_key):
            below.setdefault(posixpath.dirname(folder), []).append(folder)
        return cls(MappingProxyType(notes), MappingProxyType(below), MappingProxyType(counts))
