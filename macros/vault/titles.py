"""What notes without a title of their own are called, where that is decided by what lies beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from macros.vault.folder import fronts_among, is_index
from macros.vault.note import Note


def titled(notes: Mapping[str, Note], home: str, vault: str) -> dict[str, Note]:
    """`notes`, of which an index at the root that is the `home` is called as the `vault`, where that has a name.

    An index that stands for nothing, such as a README beside an `index.md`, is called as its file.
    """
    fronts = fronts_among(notes, home)
    return {path: _titled(note, vault, is_front=path in fronts) for path, note in notes.items()}


def _titled(note: Note, vault: str, *, is_front: bool) -> Note:
    if not (is_index(note.path) and note.is_untitled):
        return note
    if not is_front:
        return replace(note, title=note.stem)
    return note if note.folder or not vault else replace(note, title=vault)
